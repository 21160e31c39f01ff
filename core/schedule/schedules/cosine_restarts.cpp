// SPDX-License-Identifier: MIT
#include <cmath>

#include "schedule/form.hpp"
#include "schedule/half_wave.hpp"

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
    steps_row(&CosineRestarts::period, "period", "First cycle length", "T₀",
              "Raising it makes the first cycle longer, so the first restart comes later."),
    row<CosineRestarts>(&CosineRestarts::growth,
                        {.id = "growth",
                         .name = "Cycle growth factor",
                         .symbol = "m",
                         .domain = within(1, 1000),
                         .slider = linear(1, 4),
                         .doc = "Raising it makes each cycle that many times as long as the one "
                                "before. At 1 all cycles have the same length."}),
    min_factor_row<CosineRestarts>(
        "Raising it leaves a higher learning rate before each restart, as a fraction of the chosen "
        "rate. At 0 the rate falls to zero.")};

}  // namespace

namespace schedule_entries {

extern constinit const ScheduleEntry cosine_restarts =
    schedule_entry<CosineRestarts, rows>({.id = "cosine-restarts"});

extern constinit const ScheduleDocs cosine_restarts_docs = {
    .name = "Cosine with restarts",
    .summary =
        "Lowers the learning rate along a cosine wave and jumps back to the full rate, "
        "again and again.",
    .guide = {.idea = "The falling rate lets the weights settle in a minimum. A jump can carry "
                      "them out of it, so one race can visit several minima.",
              .use = "Use it on losses with several minima, or to get settled weights at several "
                     "times during one race.",
              .pitfalls = "After each jump the loss can rise, so a race that ends there looks "
                          "worse than it was. End the race just before a restart."},
    .formula =
        R"(\eta_t = \eta\left(r+\frac{1-r}{2}\left(1+\cos\frac{\pi\,\tau}{T_i}\right)\right) \qquad T_{i+1} = m\,T_i,\ \ \tau\text{: steps since the restart})",
    .paper = {"SGDR: stochastic gradient descent with warm restarts", "I. Loshchilov, F. Hutter",
              2017, "https://arxiv.org/abs/1608.03983"},
    .notes =
        "As PyTorch's CosineAnnealingWarmRestarts, with its default growth of 1. The paper "
        "uses 1 and 2. The lowest is a fraction of the rate, not a rate.",
    .checked_against = "PyTorch 1.13",
    .code = R"py(def cosine_restarts(t, period, growth, min_factor):
    while t >= period:
        t -= period
        period *= growth
    half_wave = (1 + math.cos(math.pi * t / period)) / 2
    return min_factor + (1 - min_factor) * half_wave
)py",
    .hyperparameters = declarations_of<rows>,
};

}  // namespace schedule_entries
}  // namespace fall_line
