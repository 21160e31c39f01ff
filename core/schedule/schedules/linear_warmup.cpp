// SPDX-License-Identifier: MIT
#include "schedule/schedules/entries.hpp"
#include "schedule/warm_up.hpp"

namespace fall_line {
namespace {

/// Goyal+ 2017, §2.2: η_t = η min(1, (t+1)/W)
struct LinearWarmup {
  double warmup_steps = 100;

  double factor(double t) const { return warm_up(warmup_steps, t); }
};

constexpr std::array rows{warm_up_row<LinearWarmup>()};

}  // namespace

constinit const ScheduleEntry schedule_entries::linear_warmup = schedule_entry<LinearWarmup, rows>({
    .id = "linear-warmup",
    .name = "Linear warm-up",
    .summary = "The rate rises from nearly nothing and then stays: the first steps, where the "
               "slopes are steepest and averages still empty, do no harm.",
    .formula = R"(\eta_t = \eta\,\min\left(1, \frac{t+1}{W}\right))",
    .paper = {"Accurate, large minibatch SGD: training ImageNet in 1 hour",
              "P. Goyal, P. Dollár, R. Girshick, P. Noordhuis, L. Wesolowski, A. Kyrola, "
              "A. Tulloch, Y. Jia, K. He",
              2017, "https://arxiv.org/abs/1706.02677"},
    .notes = "Every other schedule takes a warm-up beside its own settings too: the two "
             "factors multiply, so a length still counts from the first step. As PyTorch's "
             "LinearLR from 1/W over W - 1 steps; the default is ours.",
    .checked_against = "PyTorch 1.13",
});

}  // namespace fall_line
