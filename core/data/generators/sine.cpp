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
    std::array{
        row<Sine>(&Sine::frequency, {.id = "frequency",
                                     .name = "Frequency",
                                     .symbol = "f",
                                     .domain = within(-1000, 1000),
                                     .slider = linear(0.5, 6),
                                     .doc = "The number of full waves over the range of the input. "
                                            "Higher frequencies are harder to fit."})};

}  // namespace

namespace dataset_entries {

extern constinit const DatasetEntry sine = dataset_entry<Sine, rows>({
    .id = "sine",
    .task = Task::regression,
    .shape = 1,
});

extern constinit const DatasetDocs sine_docs = {
    .name = "Sine",
    .summary = "A noisy sine wave of one input.",
    .guide =
        {.idea = "With a single input, the whole fit is one curve that you can watch. Every wave "
                 "needs a bend of its own, so higher frequencies are harder.",
         .use = "Compare SGD with Adam: after 2,000 steps, Adam's test loss was typically about "
                "half of SGD's. ReLU builds the curve from straight pieces, tanh from smooth ones.",
         .pitfalls =
             "At a frequency of 6, SGD, momentum, RMSProp and Adam were all still near a flat line "
             "after 2,000 steps. Adam needed 10,000 to halve the loss."},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace dataset_entries
}  // namespace fall_line
