// SPDX-License-Identifier: MIT
#include <array>
#include <vector>

#include "run/instruments/instrument.hpp"

namespace fall_line {
namespace {

std::string_view lacks(const Subject& subject) {
  const bool values =
      subject.problem.samples().count() > 0 && subject.problem.samples().task == Task::regression;
  return values ? "" : "values to predict instead of classes";
}

/// 1 - Σ (y - ŷ)² / Σ (y - ȳ)² over these samples and all outputs, each output with its own mean.
/// NaN without samples, or if all targets are equal.
double explained(const Observation& seen, const std::vector<std::uint32_t>& indices) {
  const Samples& samples = seen.problem.samples();
  const auto outputs = static_cast<std::size_t>(samples.outputs);
  std::vector<double> inputs;
  inputs.reserve(indices.size() * static_cast<std::size_t>(samples.inputs()));
  for (const std::uint32_t i : indices) {
    const auto x = samples.input(i);
    inputs.insert(inputs.end(), x.begin(), x.end());
  }
  const std::vector<double> predicted = seen.problem.predict(seen.evaluated, inputs);
  double errors = 0, spread = 0;
  for (std::size_t k = 0; k < outputs; ++k) {
    double sum = 0;
    for (const std::uint32_t i : indices) sum += samples.y[i * outputs + k];
    const double mean = sum / static_cast<double>(indices.size());
    for (std::size_t row = 0; row < indices.size(); ++row) {
      const double y = samples.y[indices[row] * outputs + k];
      const double error = y - predicted[row * outputs + k];
      errors += error * error;
      spread += (y - mean) * (y - mean);
    }
  }
  return spread > 0 ? 1 - errors / spread : Report::none;
}

void measure(const Observation& seen, std::span<double> out) {
  out[0] = explained(seen, seen.problem.split().test);
  out[1] = explained(seen, seen.problem.split().train);
}

constexpr std::array<std::string_view, 2> series{"test samples", "training samples"};

}  // namespace

namespace instrument_entries {

extern constinit const InstrumentEntry r_squared = {
    .id = "r-squared", .series = series.size(), .lacks = lacks, .measure = measure};

extern constinit const InstrumentDocs r_squared_docs = {
    .name = "R²",
    .summary =
        "The share of the targets' variance that the predictions explain, for test and "
        "training samples.",
    .look_for =
        "A perfect fit has 1, and always predicting the mean has 0. It is negative if the "
        "predictions are worse than that.",
    .series = series,
};

}  // namespace instrument_entries
}  // namespace fall_line
