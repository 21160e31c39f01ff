// SPDX-License-Identifier: MIT
#include <cmath>

#include "schedule/form.hpp"

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
    steps_row(
        &Triangular::half_cycle, "halfCycle", "Half-cycle length", "h",
        "Raising it makes the learning rate rise and fall more slowly, over more steps each."),
    min_factor_row<Triangular>("Raising it starts and ends each cycle at a higher fraction of the "
                               "learning rate. At 1 the rate is constant.")};

}  // namespace

namespace schedule_entries {

extern constinit const ScheduleEntry triangular =
    schedule_entry<Triangular, rows>({.id = "triangular"});

extern constinit const ScheduleDocs triangular_docs = {
    .name = "Triangular",
    .summary = "Raises and lowers the learning rate along straight lines, over and over.",
    .guide =
        {.idea =
             "Training passes through a whole range of rates instead of relying on a single one. "
             "Phases of high rates cover distance, and phases of low rates let the weights settle.",
         .use = "Use it when you know a range of learning rates that works, but not which rate "
                "suits best.",
         .pitfalls = "If the highest rate is too high, every cycle undoes progress. Lower the "
                     "learning rate, and end the race at the low point of a cycle."},
    .formula =
        R"(\eta_t = \eta\left(r+(1-r)\left(1-\left|\frac{t}{h}-2k-1\right|\right)\right) \qquad k = \left\lfloor\frac{t}{2h}\right\rfloor)",
    .paper = {"Cyclical learning rates for training neural networks", "L. N. Smith", 2017,
              "https://arxiv.org/abs/1506.01186"},
    .notes =
        "As PyTorch's CyclicLR in its first mode, without its changes of the momentum. The "
        "half cycle of 250 steps is ours, where PyTorch's default is 2000. The chosen rate is "
        "the highest. The paper suggests a lowest rate of a third or a quarter of it, and "
        "ours is a quarter.",
    .checked_against = "PyTorch 1.13",
    .code = R"py(def triangular(t, half_cycle, min_factor):
    position = t / half_cycle % 2
    height = position if position < 1 else 2 - position
    return min_factor + (1 - min_factor) * height
)py",
    .hyperparameters = declarations_of<rows>,
};

}  // namespace schedule_entries
}  // namespace fall_line
