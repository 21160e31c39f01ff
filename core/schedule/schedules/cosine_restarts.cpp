// SPDX-License-Identifier: MIT
#include <cmath>

#include "schedule/half_wave.hpp"
#include "schedule/schedules/entries.hpp"

namespace fall_line {
namespace {

/// SGDR (Loshchilov & Hutter 2017, eq. 5): the cosine wave over T₀ steps, then over m T₀, m² T₀...
struct CosineRestarts {
  int period = 500, growth = 1;
  double min_factor = 0;

  double factor(double t) const {
    double length = period;
    if (growth == 1) {
      t -= length * std::floor(t / length);
    } else {
      for (; t >= length; length *= growth) t -= length;
    }
    return min_factor + (1 - min_factor) * half_wave(t / length);
  }
};

constexpr std::array rows{
    steps_row(&CosineRestarts::period, "period", "First round", "T₀",
              "How many steps the first wave takes."),
    row<CosineRestarts>(&CosineRestarts::growth,
                        {.id = "growth",
                         .name = "Growth",
                         .symbol = "m",
                         .domain = within(1, 1000),
                         .slider = linear(1, 4),
                         .doc = "How many times as long as the one before each wave is."}),
    min_factor_row<CosineRestarts>("The share of the rate that is left before each restart.")};

}  // namespace

constinit const ScheduleEntry schedule_entries::cosine_restarts = schedule_entry<CosineRestarts,
                                                                                 rows>({
    .id = "cosine-restarts",
    .name = "Cosine with restarts",
    .summary = "Falls along a cosine wave and jumps back up, again and again: each jump may "
               "throw the racer out of a poor minimum.",
    .formula =
        R"(\eta_t = \eta\left(r+\frac{1-r}{2}\left(1+\cos\frac{\pi\,\tau}{T_i}\right)\right) \qquad T_{i+1} = m\,T_i,\ \ \tau\text{: steps since the restart})",
    .paper = {"SGDR: stochastic gradient descent with warm restarts", "I. Loshchilov, F. Hutter",
              2017, "https://arxiv.org/abs/1608.03983"},
    .notes = "As PyTorch's CosineAnnealingWarmRestarts, whose growth of 1 this is; the paper "
             "runs 1 and 2. The lowest is a share of the rate, not a rate.",
    .checked_against = "PyTorch 1.13",
});

}  // namespace fall_line
