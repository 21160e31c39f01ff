// SPDX-License-Identifier: MIT
#include "schedule/schedules/entries.hpp"

namespace fall_line {
namespace {

/// η_t = η / (1 + κ t)
struct InverseTime {
  double decay = 0.01;

  double factor(double t) const { return 1 / (1 + decay * t); }
};

constexpr std::array rows{
    row<InverseTime>(&InverseTime::decay, {.id = "decay",
                                           .name = "Decay",
                                           .symbol = "κ",
                                           .domain = at_least(0),
                                           .slider = logarithmic(1e-5, 1),
                                           .doc = "How fast the rate falls: after 1/κ steps half "
                                                  "of it is left."})};

}  // namespace

constinit const ScheduleEntry schedule_entries::inverse_time = schedule_entry<InverseTime, rows>({
    .id = "inverse-time",
    .name = "Inverse time",
    .summary = "The rate falls as one over the number of steps: slowly enough to get anywhere, "
               "fast enough to settle in spite of the noise.",
    .formula = R"(\eta_t = \frac{\eta}{1+\kappa t})",
    .paper = {"A stochastic approximation method", "H. Robbins, S. Monro", 1951,
              "https://doi.org/10.1214/aoms/1177729586"},
    .notes = "Meets the conditions of the paper: the rates add up to infinity, their squares do "
             "not. PyTorch has it by LambdaLR; the default is ours. AdaGrad's own learning rate "
             "decay is the same formula.",
    .checked_against = "PyTorch 1.13",
});

}  // namespace fall_line
