// SPDX-License-Identifier: MIT
#include "run/code_json.hpp"

#include "catalog/json.hpp"
#include "network/activation.hpp"
#include "network/loss.hpp"
#include "optimizer/wrapper.hpp"
#include "schedule/schedule.hpp"

namespace fall_line {
namespace {

/// Adds a text, if there is one.
void add_text(Object& object, std::string_view key, std::string_view text) {
  if (!text.empty()) object.add(key, text);
}

std::string json_of(const LibraryCode& code) {
  Object object;
  add_text(object, "call", code.call);
  add_text(object, "differs", code.differs);
  if (code.constant_rate) object.add("constantRate", true);
  return object.json();
}

std::string json_of(const Code& code) {
  Object object;
  object.raw("pytorch", json_of(code.pytorch)).raw("keras", json_of(code.keras));
  add_text(object, "rule", code.rule);
  add_text(object, "definition", code.definition);
  return object.json();
}

std::string json_of(const ActivationCode& code) {
  return Object().add("pytorch", code.pytorch).add("keras", code.keras).json();
}

std::string json_of(const KerasLossCode& code) {
  Object object;
  add_text(object, "twoClasses", code.two_classes);
  add_text(object, "columns", code.columns);
  return object.json();
}

std::string json_of(const LossCode& code) {
  Object object;
  add_text(object, "twoClasses", code.two_classes);
  add_text(object, "classes", code.classes);
  add_text(object, "values", code.values);
  object.raw("keras", json_of(code.keras));
  return object.json();
}

std::string json_of(std::string_view code) { return quoted(code); }

bool is_empty(const Code& code) {
  return code.pytorch.call.empty() && code.rule.empty() && code.definition.empty();
}
bool is_empty(const LossCode&) { return false; }
bool is_empty(const ActivationCode& code) { return code.pytorch.empty(); }
bool is_empty(std::string_view code) { return code.empty(); }

template <class Entries>
std::string by_id(const Entries& entries) {
  Object object;
  for (const auto* entry : entries)
    if (const auto& code = docs_of(*entry).code; !is_empty(code))
      object.raw(entry->id, json_of(code));
  return object.json();
}

}  // namespace

std::string code_json() {
  return Object()
      .raw("optimizers", by_id(optimizers()))
      .raw("wrappers", by_id(wrappers()))
      .raw("schedules", by_id(schedules()))
      .raw("activations", by_id(activations()))
      .raw("losses", by_id(losses()))
      .json();
}

}  // namespace fall_line
