// SPDX-License-Identifier: MIT
#include "schedule/form.hpp"
#include "schedule/half_wave.hpp"

namespace fall_line {
namespace {

/// Loshchilov & Hutter 2017, eq. 5, without restarts: η_t = η (r + (1-r) (1 + cos(π t/T)) / 2)
struct Cosine {
  int total_steps = 2000;
  double min_factor = 0;

  double factor(double t) const {
    if (t >= total_steps) return min_factor;
    return min_factor + (1 - min_factor) * half_wave(t / total_steps);
  }
};

constexpr std::array rows{
    total_steps_row<Cosine>(),
    min_factor_row<Cosine>("Raising it leaves a higher learning rate at the end, as a fraction of "
                           "the chosen rate. At 0 the rate falls to zero.")};

}  // namespace

namespace schedule_entries {

extern constinit const ScheduleEntry cosine = schedule_entry<Cosine, rows>({.id = "cosine"});

extern constinit const ScheduleDocs cosine_docs = {
    .name = "Cosine",
    .summary =
        "Lowers the learning rate along half a cosine wave: slowly at first, faster in the "
        "middle, and gently at the end.",
    .guide = {.idea = "A high rate early on covers distance, and a low rate at the end lets the "
                      "weights settle. The wave has no abrupt changes.",
              .use = "Use it when you know how long the race lasts.",
              .pitfalls = "In a race shorter than the schedule the rate stays too high, and in a "
                          "longer one it ends at its lowest. Set the schedule length to match."},
    .formula =
        R"(\eta_t = \eta\left(r+\frac{1-r}{2}\left(1+\cos\frac{\pi\min(t,T)}{T}\right)\right))",
    .paper = {"SGDR: stochastic gradient descent with warm restarts", "I. Loshchilov, F. Hutter",
              2017, "https://arxiv.org/abs/1608.03983"},
    .notes =
        "As PyTorch's CosineAnnealingLR up to T. There the wave goes on and the rate rises again, "
        "where ours stays at its lowest. The lowest is a fraction of the rate, not a rate.",
    .checked_against = "PyTorch 1.13",
    .code = R"py(def cosine(t, total_steps, min_factor):
    half_wave = (1 + math.cos(math.pi * min(1, t / total_steps))) / 2
    return min_factor + (1 - min_factor) * half_wave
)py",
    .hyperparameters = declarations_of<rows>,
};

}  // namespace schedule_entries
}  // namespace fall_line
