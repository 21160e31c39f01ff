// SPDX-License-Identifier: MIT
#include <cmath>

#include "numeric/kernels.hpp"
#include "run/instruments/instrument.hpp"

namespace fall_line {
namespace {

std::string_view lacks(const Subject& subject) {
  if (const auto lack = lacks_layers(subject); !lack.empty()) return lack;
  return needs(*subject.plan.optimizer.entry, Need::gradient) ? "" : lack::gradients;
}

/// Biases, gains and shifts included, so the squares add up to that of the whole gradient.
void measure(const Observation& seen, std::span<double> out) {
  if (seen.trail.gradient.empty()) return;
  for (std::size_t l = 0; l < out.size(); ++l) {
    const LayerParameters& layer = seen.problem.layers()[l];
    const auto part = seen.trail.gradient.subspan(layer.weights, layer.size());
    out[l] = std::sqrt(kernels::sum_of_squares(part));
  }
}

}  // namespace

namespace instrument_entries {

extern constinit const InstrumentEntry layer_gradients = {.id = "layer-gradients",
                                                          .per = Per::layer,
                                                          .follows_steps = true,
                                                          .lacks = lacks,
                                                          .measure = measure};

extern constinit const InstrumentDocs layer_gradients_docs = {
    .name = "Gradient norm per layer",
    .summary = "The length of each layer's part of the mini-batch gradient, before clipping.",
    .look_for =
        "Where gradients vanish, they shrink from the output layer towards the first one. "
        "Then the first layers hardly learn.",
    .scale = Scale::log,
};

}  // namespace instrument_entries
}  // namespace fall_line
