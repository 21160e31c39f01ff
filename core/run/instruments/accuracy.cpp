// SPDX-License-Identifier: MIT
#include <array>

#include "run/instruments/instrument.hpp"

namespace fall_line {
namespace {

std::string_view lacks(const Subject& subject) {
  return subject.problem.measures().train_accuracy ? "" : "classes to predict";
}

void measure(const Observation& seen, std::span<double> out) {
  out[0] = seen.record.test_accuracy;
  out[1] = seen.record.train_accuracy;
}

constexpr std::array<std::string_view, 2> series{"test samples", "training samples"};

}  // namespace

namespace instrument_entries {

extern constinit const InstrumentEntry accuracy = {
    .id = "accuracy", .series = series.size(), .lacks = lacks, .measure = measure};

extern constinit const InstrumentDocs accuracy_docs = {
    .name = "Accuracy",
    .summary =
        "The share of test samples, and of training samples, that are given the right class.",
    .look_for =
        "It counts right and wrong answers only, so it can stand still while the loss "
        "falls. A training accuracy far above the test accuracy is a sign of overfitting.",
    .most = 1,
    .series = series,
};

}  // namespace instrument_entries
}  // namespace fall_line
