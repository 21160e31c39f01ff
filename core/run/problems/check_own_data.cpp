// SPDX-License-Identifier: MIT
#include "run/problems/check_own_data.hpp"

#include <algorithm>
#include <string>

#include "catalog/text.hpp"

namespace fall_line {
namespace {

constexpr const char* path = "problem.dataset.";

/// Beyond this float32 overflows in the first layer already.
bool sane(double x) { return x >= -1e30 && x <= 1e30; }
constexpr const char* sane_rule = "must be a number between -1e30 and 1e30";

bool is_class(double y, int classes) {
  return y >= 0 && y < classes && y == static_cast<double>(static_cast<int>(y));
}

/// "1 sample", "2 samples"
std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

/// Whether the arrays are whole rows, as many of targets as of inputs.
bool check_shape(Reader& reader, const Samples& own) {
  const auto refuse = [&](const char* key, const char* rule, std::string value) {
    reader.refuse_text(std::string(path) + key, {Refusal::wrong_shape, rule}, std::move(value));
    return false;
  };
  if (own.inputs() < 1) return refuse("inputs", "must have a column", "0 columns");
  const bool classes = own.task == Task::classification;
  if (own.outputs < 1 || (classes && own.outputs != 1))
    return refuse("targets", classes ? "must be one class number per sample" : "must have a column",
                  counted(static_cast<std::size_t>(std::max(own.outputs, 0)), "column"));
  const auto inputs = static_cast<std::size_t>(own.inputs());
  const auto outputs = static_cast<std::size_t>(own.outputs);
  if (own.y.size() % outputs != 0)
    return refuse("targets", "must fill whole rows", counted(own.y.size(), "value"));
  if (own.count() < 2)
    return refuse("inputs", "must be at least 2 samples", counted(own.count(), "sample"));
  if (own.x.size() + own.bytes.size() != own.count() * inputs)
    return refuse("targets", "must be one per sample of the inputs",
                  counted(own.count(), "target"));
  return true;
}

}  // namespace

void check_own_data(Reader& reader, const Samples& own) {
  if (!check_shape(reader, own)) return;
  const auto refuse = [&](const std::string& key, std::string rule, std::string value) {
    reader.refuse_text(path + key, {Refusal::out_of_domain, std::move(rule)}, std::move(value));
  };
  if (own.task == Task::classification && (own.classes < 2 || own.classes > 1000))
    return refuse("classes", "must be an integer from 2 to 1000", std::to_string(own.classes));
  const auto inputs = static_cast<std::size_t>(own.inputs());
  for (std::size_t i = 0; i < own.x.size(); ++i)
    if (!sane(own.x[i]))
      return refuse(
          "inputs[" + std::to_string(i / inputs) + "][" + std::to_string(i % inputs) + "]",
          sane_rule, text(own.x[i]));
  for (std::size_t i = 0; i < own.y.size(); ++i) {
    const bool regression = own.task == Task::regression;
    if (regression ? sane(own.y[i]) : is_class(own.y[i], own.classes)) continue;
    const std::string known = std::to_string(own.classes - 1);
    return refuse("targets[" + std::to_string(i) + "]",
                  regression ? sane_rule : "must be a class number from 0 to " + known,
                  text(own.y[i]));
  }
}

}  // namespace fall_line
