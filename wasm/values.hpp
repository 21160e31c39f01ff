// SPDX-License-Identifier: MIT
#pragma once

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <memory>
#include <string>
#include <vector>

#include "run/run.hpp"

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

inline val samples_of(const Samples& samples) {
  val result = object();
  result.set("inputs", typed_array(samples.x));
  result.set("targets", typed_array(samples.y));
  result.set("inputWidth", samples.inputs);
  result.set("outputWidth", samples.outputs);
  result.set("classes", samples.classes);
  result.set("task",
             std::string(samples.task == Task::regression ? "regression" : "classification"));
  return result;
}

/// {inputs, targets: Float64Array; inputWidth, outputWidth, classes; regression: boolean}, or null.
inline std::shared_ptr<const Samples> own_data_of(const val& data) {
  if (data.isNull()) return nullptr;
  return std::make_shared<Samples>(
      Samples{.task = data["regression"].as<bool>() ? Task::regression : Task::classification,
              .inputs = data["inputWidth"].as<int>(),
              .outputs = data["outputWidth"].as<int>(),
              .classes = data["classes"].as<int>(),
              .x = numbers(data["inputs"]),
              .y = numbers(data["targets"])});
}

inline val report_of(const Report& report) {
  val result = object();
  result.set("step", static_cast<double>(report.step));
  result.set("epoch", report.epoch);
  result.set("samplesSeen", static_cast<double>(report.work.samples()));
  val work = object();
  work.set("loss", static_cast<double>(report.work.loss));
  work.set("gradient", static_cast<double>(report.work.gradient));
  work.set("hessianProduct", static_cast<double>(report.work.hessian_product));
  result.set("work", work);
  result.set("loss", report.loss);
  result.set("learningRate", report.learning_rate);
  result.set("gradientNorm", report.gradient_norm);
  result.set("failedSearches", static_cast<double>(report.failed_searches));
  result.set("status", std::string(report.status == Status::running     ? "running"
                                   : report.status == Status::converged ? "converged"
                                                                        : "diverged"));
  if (report.status != Status::running) {
    val cause = object();
    cause.set("code", report.cause.code);
    cause.set("message", report.cause.message);
    result.set("cause", cause);
  }
  return result;
}

}  // namespace fall_line::wasm
