// SPDX-License-Identifier: MIT
#include "run/idle_units.hpp"

#include <vector>

#include "run/instruments/instrument.hpp"

namespace fall_line {
namespace {

std::string_view lacks(const Subject& subject) {
  if (const auto lack = lacks_layers(subject); !lack.empty()) return lack;
  if (subject.problem.layers().size() == 1) return "a hidden layer";
  return units_idle(subject.problem) ? "" : "an activation with a flat part";
}

/// The share of each layer's units.
void measure(const Observation& seen, std::span<double> out) {
  const std::vector<std::size_t> idle = idle_units(seen.problem, seen.evaluated);
  for (std::size_t l = 0; l < out.size(); ++l)
    out[l] = static_cast<double>(idle[l]) / static_cast<double>(seen.problem.layers()[l].units);
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
