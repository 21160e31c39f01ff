// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "run/instruments/instrument.hpp"

namespace fall_line {
namespace {

std::string_view lacks(const Subject& subject) {
  if (const auto lack = lacks_layers(subject); !lack.empty()) return lack;
  if (subject.problem.layers().size() == 1) return "a hidden layer";
  return subject.problem.activation()->idle.share > 0 ? "" : "an activation with a flat part";
}

/// The share of each layer's units that are idle (Idleness in network/activation.hpp).
void measure(const Observation& seen, std::span<double> out) {
  const ActivationEntry& activation = *seen.problem.activation();
  const auto flat = static_cast<Real>(activation.idle.slope);
  std::vector<std::vector<std::size_t>> flat_samples(out.size());
  std::size_t samples = 0;
  Vector slope;
  seen.problem.show_hidden(seen.evaluated, [&](const HiddenValues& hidden) {
    slope.assign(hidden.units * hidden.stride, 1);
    activation.multiply_by_derivative(hidden.z, hidden.a, slope.data(), slope.size());
    auto& counts = flat_samples[hidden.layer];
    counts.resize(hidden.units);
    for (std::size_t u = 0; u < hidden.units; ++u)
      for (std::size_t b = 0; b < hidden.samples; ++b) {
        const Real s = slope[u * hidden.stride + b];
        counts[u] += s <= flat && s >= -flat ? 1 : 0;
      }
    if (hidden.layer == 0) samples += hidden.samples;
  });
  const double least = activation.idle.share * static_cast<double>(samples);
  for (std::size_t l = 0; l < out.size(); ++l) {
    const auto& counts = flat_samples[l];
    const auto idle = std::count_if(counts.begin(), counts.end(), [&](std::size_t count) {
      return static_cast<double>(count) >= least;
    });
    out[l] = static_cast<double>(idle) / static_cast<double>(counts.size());
  }
}

}  // namespace

namespace instrument_entries {

extern constinit const InstrumentEntry idle_units = {
    .id = "idle-units", .per = Per::hidden_layer, .lacks = lacks, .measure = measure};

extern constinit const InstrumentDocs idle_units_docs = {
    .name = "Dead or saturated units",
    .summary =
        "The share of each hidden layer's units that hardly pass gradients on, over the "
        "training samples.",
    .look_for =
        "A ReLU unit is dead if it is 0 for every sample, and other one-sided units if the "
        "slope is at most 0.01. Sigmoid and tanh units are saturated if 95 % of the "
        "samples leave under 5 % of the full slope.",
    .most = 1,
};

}  // namespace instrument_entries
}  // namespace fall_line
