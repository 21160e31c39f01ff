// SPDX-License-Identifier: MIT
#include <cmath>

#include "numeric/special.hpp"
#include "schedule/schedules/entries.hpp"

namespace fall_line {
namespace {

/// η_t = η γ^⌊t/k⌋
struct StepDecay {
  int interval = 500;
  double gamma = 0.1;

  double factor(double t) const { return special::pow(gamma, std::floor(t / interval)); }
};

constexpr std::array rows{
    steps_row(&StepDecay::interval, "interval", "Interval", "k",
              "How many steps the rate stays before it falls again."),
    row<StepDecay>(&StepDecay::gamma, {.id = "gamma",
                                       .name = "Factor",
                                       .symbol = "γ",
                                       .domain = {.min = 0, .max = 1, .min_open = true},
                                       .slider = linear(0.01, 1),
                                       .doc = "What the rate is multiplied by at each fall."})};

}  // namespace

constinit const ScheduleEntry schedule_entries::step_decay = schedule_entry<StepDecay, rows>({
    .id = "step-decay",
    .name = "Step decay",
    .summary = "Stairs: the rate stays for a while, then falls at once to a fraction of itself. "
               "The loss often drops with it, as the noise of the mini-batches does.",
    .formula = R"(\eta_t = \eta\,\gamma^{\lfloor t/k\rfloor})",
    .paper = {"Deep residual learning for image recognition", "K. He, X. Zhang, S. Ren, J. Sun",
              2016, "https://arxiv.org/abs/1512.03385"},
    .notes = "The paper made tenfold falls at chosen steps usual. As PyTorch's StepLR, whose γ "
             "this is; PyTorch has no default interval.",
    .checked_against = "PyTorch 1.13",
});

}  // namespace fall_line
