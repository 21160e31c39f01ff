// SPDX-License-Identifier: MIT
#include "run/instruments/instrument.hpp"

namespace fall_line {
namespace {

/// Of the training loss over all samples, penalties included, by the weights without biases.
void show(const Observation& seen, TakeValues take) {
  Vector g(seen.parameters.size());
  seen.problem.full_gradient(seen.parameters, g);
  for (std::size_t l = 0; l < seen.problem.layers().size(); ++l) {
    const LayerParameters& layer = seen.problem.layers()[l];
    take(l, std::span<const Real>(g).subspan(layer.weights, layer.weight_count()));
  }
}

}  // namespace

namespace instrument_entries {

extern constinit const InstrumentEntry gradient_histogram = {
    .id = "gradient-histogram", .per = Per::layer, .lacks = lacks_layers, .show = show};

extern constinit const InstrumentDocs gradient_histogram_docs = {
    .name = "Histogram of gradients",
    .summary =
        "How the gradient of the training loss by each weight is distributed, at the "
        "present step.",
    .look_for =
        "A layer with a much narrower range than others gets smaller steps from plain gradient "
        "descent. Dead units give many values of exactly zero.",
};

}  // namespace instrument_entries
}  // namespace fall_line
