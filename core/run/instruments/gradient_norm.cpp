// SPDX-License-Identifier: MIT
#include "run/instruments/instrument.hpp"

namespace fall_line {
namespace {

std::string_view lacks(const Subject& subject) {
  return needs(*subject.plan.optimizer.entry, Need::gradient) ? "" : lack::gradients;
}

void measure(const Observation& seen, std::span<double> out) { out[0] = seen.report.gradient_norm; }

}  // namespace

namespace instrument_entries {

extern constinit const InstrumentEntry gradient_norm = {
    .id = "gradient-norm", .lacks = lacks, .measure = measure};

extern constinit const InstrumentDocs gradient_norm_docs = {
    .name = "Gradient norm",
    .summary =
        "The length of the mini-batch gradient that the last step started from, before "
        "clipping.",
    .look_for =
        "It falls towards zero where the loss is flat, at a minimum or a saddle. With "
        "mini-batches it stays above zero, because each batch has another gradient.",
    .scale = Scale::log,
};

}  // namespace instrument_entries
}  // namespace fall_line
