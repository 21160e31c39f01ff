// SPDX-License-Identifier: MIT
#include <cmath>

#include "run/instruments/instrument.hpp"

namespace fall_line {
namespace {

/// ‖ΔW‖ / ‖W‖ without biases, with the W before the update. NaN where W was zero.
void measure(const Observation& seen, std::span<double> out) {
  if (seen.trail.before.empty()) return;
  for (std::size_t l = 0; l < out.size(); ++l) {
    const LayerParameters& layer = seen.problem.layers()[l];
    double change = 0, size = 0;
    for (std::size_t i = layer.weights; i < layer.biases; ++i) {
      const double before = seen.trail.before[i], moved = seen.parameters[i] - before;
      change += moved * moved;
      size += before * before;
    }
    if (size > 0) out[l] = std::sqrt(change / size);
  }
}

}  // namespace

namespace instrument_entries {

extern constinit const InstrumentEntry update_ratio = {.id = "update-ratio",
                                                       .per = Per::layer,
                                                       .follows_steps = true,
                                                       .lacks = lacks_layers,
                                                       .measure = measure};

extern constinit const InstrumentDocs update_ratio_docs = {
    .name = "Update ratio per layer",
    .summary =
        "The length of the last update of a layer's weights, divided by the length of the "
        "weights.",
    .look_for =
        "About 0.001 is a common rule of thumb for a rate that fits. Much higher values can make "
        "training unstable, and much lower ones make it slow.",
    .scale = Scale::log,
};

}  // namespace instrument_entries
}  // namespace fall_line
