// SPDX-License-Identifier: MIT
#include <algorithm>
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

/// Of these samples, [sample][output]. Some at a time, so that no copy of the inputs is large.
std::vector<double> predictions(const Observation& seen,
                                const std::vector<std::uint32_t>& indices) {
  constexpr std::size_t most = 1000;
  const Samples& samples = seen.problem.samples();
  std::vector<double> predicted, inputs;
  for (std::size_t first = 0; first < indices.size(); first += most) {
    inputs.clear();
    for (std::size_t row = first; row < std::min(first + most, indices.size()); ++row)
      for (std::size_t j = 0; j < static_cast<std::size_t>(samples.inputs()); ++j)
        inputs.push_back(samples.at(indices[row], j));
    const std::vector<double> some = seen.problem.predict(seen.evaluated, inputs);
    predicted.insert(predicted.end(), some.begin(), some.end());
  }
  return predicted;
}

/// 1 - Σ (y - ŷ)² / Σ (y - ȳ)² over these samples and all outputs, each output with its own mean.
/// NaN without samples, or if all targets are equal.
double explained(const Observation& seen, const std::vector<std::uint32_t>& indices) {
  const Samples& samples = seen.problem.samples();
  const auto outputs = static_cast<std::size_t>(samples.outputs);
  const std::vector<double> predicted = predictions(seen, indices);
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
