// SPDX-License-Identifier: MIT
#include "schedule/form.hpp"

namespace fall_line {
namespace {

/// η_t = η / (1 + κ t)
struct InverseTime {
  double decay = 0.01;

  double factor(double t) const { return 1 / (1 + decay * t); }
};

constexpr std::array rows{row<InverseTime>(
    &InverseTime::decay, {.id = "decay",
                          .name = "Decay rate",
                          .symbol = "κ",
                          .domain = at_least(0),
                          .slider = logarithmic(1e-5, 1),
                          .doc = "Raising it lowers the learning rate faster, and 0 keeps it "
                                 "constant. At 0.01 half of the rate is left after 100 steps."})};

}  // namespace

namespace schedule_entries {

extern constinit const ScheduleEntry inverse_time =
    schedule_entry<InverseTime, rows>({.id = "inverse-time"});

extern constinit const ScheduleDocs inverse_time_docs = {
    .name = "Inverse time",
    .summary = "Divides the learning rate by a number that grows steadily with the steps.",
    .guide = {.idea = "The rates shrink so slowly that their sum has no limit, so even a distant "
                      "minimum stays within reach. They shrink fast enough for the noise of "
                      "mini-batches to average out.",
              .use = "Use it with mini-batches to let the noise fade over a long race.",
              .pitfalls = "Late in a long race the steps become tiny and progress nearly stops. A "
                          "lower decay rate delays this."},
    .formula = R"(\eta_t = \frac{\eta}{1+\kappa t})",
    .paper = {"A stochastic approximation method", "H. Robbins, S. Monro", 1951,
              "https://doi.org/10.1214/aoms/1177729586"},
    .notes =
        "Meets the conditions of the paper: the rates add up to infinity, and their squares "
        "do not. PyTorch has it through LambdaLR. The default decay rate is ours. AdaGrad's "
        "own learning rate decay is the same formula.",
    .checked_against = "PyTorch 1.13",
    .code = R"py(def inverse_time(t, decay):
    return 1 / (1 + decay * t)
)py",
    .hyperparameters = declarations_of<rows>,
};

}  // namespace schedule_entries
}  // namespace fall_line
