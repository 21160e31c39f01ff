// SPDX-License-Identifier: MIT
#include "data/generators/regression_data.hpp"

namespace fall_line {
namespace {

/// y = sin(π f u)
struct Sine : RegressionData {
  double frequency = 2;

  Samples generate(Stream& stream) const {
    return regression_samples(*this, 1, stream, [&](std::span<const double> u) {
      return special::sin(pi * frequency * u[0]);
    });
  }
};

constexpr auto rows =
    regression_rows<Sine>() +
    std::array{row<Sine>(&Sine::frequency, {.id = "frequency",
                                            .name = "Frequency",
                                            .symbol = "f",
                                            .domain = within(-1000, 1000),
                                            .slider = linear(0.5, 6),
                                            .doc = "Full waves over the span of the input."})};

}  // namespace

constinit const DatasetEntry dataset_entries::sine = dataset_entry<Sine, rows>({
    .id = "sine",
    .name = "Sine",
    .summary = "Noisy waves of one input: watch the fitted curve take shape.",
    .task = Task::regression,
    .inputs = 1,
});

}  // namespace fall_line
