// SPDX-License-Identifier: MIT
#include <cmath>

#include "schedule/schedules/entries.hpp"

namespace fall_line {
namespace {

/// Smith 2017 (1506.01186), §3.1: straight up from η r to η over h steps, straight down over h.
struct Triangular {
  int half_cycle = 250;
  double min_factor = 0.25;

  double factor(double t) const {
    const double halves = t / half_cycle, at = halves - 2 * std::floor(halves / 2);
    return min_factor + (1 - min_factor) * (at < 1 ? at : 2 - at);
  }
};

constexpr std::array rows{
    steps_row(&Triangular::half_cycle, "halfCycle", "Half cycle", "h",
              "How many steps the rate rises, and then falls again."),
    min_factor_row<Triangular>("The share of the rate that each cycle starts and ends with.")};

}  // namespace

constinit const ScheduleEntry schedule_entries::triangular = schedule_entry<Triangular, rows>({
    .id = "triangular",
    .name = "Triangular",
    .summary = "Up and down along straight lines, over and over: no single rate has to be right.",
    .formula =
        R"(\eta_t = \eta\left(r+(1-r)\left(1-\left|\frac{t}{h}-2k-1\right|\right)\right) \qquad k = \left\lfloor\frac{t}{2h}\right\rfloor)",
    .paper = {"Cyclical learning rates for training neural networks", "L. N. Smith", 2017,
              "https://arxiv.org/abs/1506.01186"},
    .notes = "As PyTorch's CyclicLR in its first mode, without its changes of the momentum. The "
             "rate chosen is the highest; the paper suggests a lowest of a third or a quarter.",
    .checked_against = "PyTorch 1.13",
});

}  // namespace fall_line
