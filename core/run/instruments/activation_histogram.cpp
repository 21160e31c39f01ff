// SPDX-License-Identifier: MIT
#include "run/instruments/instrument.hpp"

namespace fall_line {
namespace {

std::string_view lacks(const Subject& subject) {
  if (const auto lack = lacks_layers(subject); !lack.empty()) return lack;
  return subject.problem.layers().size() == 1 ? "a hidden layer" : "";
}

void show(const Observation& seen, TakeValues take) {
  seen.problem.show_hidden(seen.evaluated, [&](const HiddenValues& hidden) {
    for (std::size_t u = 0; u < hidden.units; ++u)
      take(hidden.layer, {hidden.a + u * hidden.stride, hidden.samples});
  });
}

}  // namespace

namespace instrument_entries {

extern constinit const InstrumentEntry activation_histogram = {
    .id = "activation-histogram", .per = Per::hidden_layer, .lacks = lacks, .show = show};

extern constinit const InstrumentDocs activation_histogram_docs = {
    .name = "Histogram of activations",
    .summary =
        "How the activations of each hidden layer are distributed over the training "
        "samples, at the present step.",
    .look_for =
        "Peaks at both ends mean that sigmoid or tanh units are saturated. A peak at zero "
        "is normal for ReLU, unless it holds nearly all values.",
};

}  // namespace instrument_entries
}  // namespace fall_line
