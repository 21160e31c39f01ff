// SPDX-License-Identifier: MIT
#include "run/instruments/instrument.hpp"

namespace fall_line {
namespace {

/// Without biases.
void show(const Observation& seen, TakeValues take) {
  for (std::size_t l = 0; l < seen.problem.layers().size(); ++l) {
    const LayerParameters& layer = seen.problem.layers()[l];
    take(l, seen.parameters.subspan(layer.weights, layer.weight_count()));
  }
}

}  // namespace

namespace instrument_entries {

extern constinit const InstrumentEntry weight_histogram = {
    .id = "weight-histogram", .per = Per::layer, .lacks = lacks_layers, .show = show};

extern constinit const InstrumentDocs weight_histogram_docs = {
    .name = "Histogram of weights",
    .summary =
        "How the weights of each layer are distributed at the present step, without "
        "biases.",
    .look_for =
        "The initial weights of a layer come from one distribution, and training changes its "
        "shape. An L1 penalty gathers weights at zero.",
};

}  // namespace instrument_entries
}  // namespace fall_line
