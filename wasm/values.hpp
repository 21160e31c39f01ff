// SPDX-License-Identifier: MIT
#pragma once

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "run/layer_fields.hpp"
#include "run/mark_fields.hpp"
#include "run/run.hpp"
#include "run/sample_fields.hpp"

/// Converts the engine's data to JavaScript values and back. Arrays are copied, because a view
/// becomes invalid when the memory grows.
namespace fall_line::wasm {

using emscripten::val;

inline val object() { return val::object(); }

template <class T>
val typed_array(const T* data, std::size_t size) {
  return val(emscripten::typed_memory_view(size, data)).call<val>("slice");
}
template <class Container>
val typed_array(const Container& values) {
  return typed_array(values.data(), values.size());
}

inline std::vector<double> numbers(const val& array) {
  return emscripten::convertJSArrayToNumberVector<double>(array);
}

/// Converts [path, kind, value] triples. leaves.ts has determined the kinds.
inline Settings settings_of(const val& triples) {
  Settings settings;
  const auto count = triples["length"].as<unsigned>();
  for (unsigned i = 0; i < count; ++i) {
    const val triple = triples[i];
    const auto kind = triple[1].as<std::string>();
    const val value = triple[2];
    Setting setting{triple[0].as<std::string>(), {}};
    if (kind == "number") {
      setting.value = value.as<double>();
    } else if (kind == "boolean") {
      setting.value = value.as<bool>();
    } else if (kind == "string") {
      setting.value = value.as<std::string>();
    } else if (kind == "numbers") {
      setting.value = numbers(value);
    } else if (kind == "empty") {
      setting.value = NoSettings{};
    } else {
      setting.value = Unsupported{value.as<std::string>()};
    }
    settings.push_back(std::move(setting));
  }
  return settings;
}

inline val problems_of(const std::vector<Problem>& problems) {
  val list = val::array();
  for (const Problem& problem : problems) {
    val entry = object();
    entry.set("code", std::string(code_of(problem.kind)));
    entry.set("path", problem.path);
    entry.set("rule", problem.rule);
    entry.set("value", problem.value);
    if (!problem.reason.empty()) entry.set("reason", problem.reason);
    entry.set("message", problem.message());
    list.call<void>("push", entry);
  }
  return list;
}

inline SampleShape shape_of(const val& extents) {
  SampleShape shape;
  each_field<SampleShape>(
      [&](const auto& field) { shape.*field.member = extents[field.name].template as<int>(); });
  return shape;
}

inline bool are_bytes(const val& array) { return array.instanceof (val::global("Uint8Array")); }

/// {inputs: Float64Array or Uint8Array; targets: Float64Array; shape; outputWidth, classes;
/// regression: boolean}
[[gnu::noinline]] inline std::shared_ptr<const Samples> read_own_data(const val& data) {
  Samples samples{.task = data["regression"].as<bool>() ? Task::regression : Task::classification,
                  .shape = shape_of(data["shape"]),
                  .outputs = data["outputWidth"].as<int>(),
                  .classes = data["classes"].as<int>(),
                  .y = numbers(data["targets"])};
  const val inputs = data["inputs"];
  if (are_bytes(inputs)) {
    samples.bytes = emscripten::convertJSArrayToNumberVector<std::uint8_t>(inputs);
  } else {
    samples.x = numbers(inputs);
  }
  return std::make_shared<const Samples>(std::move(samples));
}
/// Null where the data are generated.
inline std::shared_ptr<const Samples> own_data_of(const val& data) {
  return data.isNull() ? nullptr : read_own_data(data);
}

inline val value_of(double x) { return val(x); }
inline val value_of(int n) { return val(n); }
inline val value_of(std::uint64_t n) { return val(static_cast<double>(n)); }
inline val value_of(std::size_t n) { return val(n); }
inline val value_of(const std::string& text) { return val(text); }
inline val value_of(std::string_view text) { return val(std::string(text)); }
inline val value_of(Status status) { return val(std::string(name(status))); }
template <class Number>
val value_of(const std::vector<Number>& numbers) {
  return typed_array(numbers);
}
template <class Number>
val value_of(std::span<const Number> numbers) {
  return typed_array(numbers);
}
template <class Value>
val value_of(const std::map<std::string, Value>& values) {
  val result = object();
  for (const auto& [key, value] : values) result.set(key, value_of(value));
  return result;
}
/// What a finding can set: a number, a switch, or an id.
inline val value_of(const SettingValue& value) {
  if (const auto* number = std::get_if<double>(&value)) return val(*number);
  if (const auto* flag = std::get_if<bool>(&value)) return val(*flag);
  return val(std::get<std::string>(value));
}
inline val value_of(const std::vector<Measure>& measures) {
  val result = object();
  for (const auto& [name, value] : measures) result.set(std::string(name), value);
  return result;
}
template <class T>
val value_of(const std::optional<T>& value);

/// Sets a member of an object unless it is undefined.
inline void put(val& result, const char* name, const val& member) {
  if (!member.isUndefined()) result.set(name, member);
}

/// An object with the fields of a struct. Those that are empty are left out.
template <Fielded T>
val value_of(const T& value) {
  val result = object();
  each_field<T>([&](const auto& field) {
    put(result, field.name, value_of(std::invoke(field.member, value)));
  });
  return result;
}

template <Fielded T>
val value_of(std::span<const T> structs) {
  val list = val::array();
  for (const T& each : structs) list.call<void>("push", value_of(each));
  return list;
}

template <class T>
val value_of(const std::optional<T>& value) {
  return value ? value_of(*value) : val::undefined();
}

/// These rows of a table. Its own function, because a first visit asks for all rows.
template <class T>
[[gnu::noinline]] val rows_of(const std::vector<T>& table, std::size_t width, const val& rows) {
  std::vector<T> some;
  for (const std::uint32_t row : emscripten::convertJSArrayToNumberVector<std::uint32_t>(rows)) {
    const auto first = table.begin() + static_cast<std::ptrdiff_t>(row * width);
    some.insert(some.end(), first, first + static_cast<std::ptrdiff_t>(width));
  }
  return typed_array(some);
}
[[gnu::noinline]] inline val bytes_of(const Samples& samples) { return typed_array(samples.bytes); }
[[gnu::noinline]] inline val inputs_of(const Samples& samples, const val& rows) {
  const auto width = static_cast<std::size_t>(samples.inputs());
  return samples.bytes.empty() ? rows_of(samples.x, width, rows)
                               : rows_of(samples.bytes, width, rows);
}

/// With the inputs of these rows, or of all if `rows` is null.
inline val samples_of(const Samples& samples, const val& rows = val::null()) {
  val result = object();
  result.set("inputs", !rows.isNull()          ? inputs_of(samples, rows)
                       : samples.bytes.empty() ? typed_array(samples.x)
                                               : bytes_of(samples));
  result.set("targets", typed_array(samples.y));
  result.set("shape", value_of(samples.shape));
  result.set("outputWidth", samples.outputs);
  result.set("classes", samples.classes);
  result.set("task",
             std::string(samples.task == Task::regression ? "regression" : "classification"));
  return result;
}

/// A column of some rows of a table, which has `stride` structs per row: that of the struct at
/// `place`.
template <class T, class Member>
val column(const std::vector<T>& table, const std::vector<std::size_t>& rows, Member member,
           std::size_t stride = 1, std::size_t place = 0) {
  std::vector<double> values(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    values[i] = static_cast<double>(table[rows[i] * stride + place].*member);
  return typed_array(values);
}

/// The columns of some rows of a table, by the names of their fields.
template <Fielded T>
val columns(const std::vector<T>& table, const std::vector<std::size_t>& rows) {
  val result = object();
  each_field<T>(
      [&](const auto& field) { result.set(field.name, column(table, rows, field.member)); });
  return result;
}

}  // namespace fall_line::wasm
