// SPDX-License-Identifier: MIT
#include "schedule/form.hpp"
#include "schedule/half_wave.hpp"

namespace fall_line {
namespace {

/// Smith & Topin 2017 (1708.07120), with PyTorch's cosine flanks: from η/d up to η at step sT - 1,
/// then down to η/(d f) at step T - 1.
struct OneCycle {
  int total_steps = 2000;
  double pct_start = 0.3, div_factor = 25, final_div_factor = 1e4;

  double factor(double t) const {
    const double first = 1 / div_factor, last = first / final_div_factor;
    const double end = total_steps - 1, summit = pct_start * total_steps - 1;
    const double peak = summit > 0 ? summit : 0;
    if (t < peak) return 1 + (first - 1) * half_wave(t / peak);
    if (t == peak) return 1;
    return t < end ? last + (1 - last) * half_wave((t - peak) / (end - peak)) : last;
  }
};

constexpr std::array rows{
    total_steps_row<OneCycle>(),
    row<OneCycle>(&OneCycle::pct_start,
                  {.id = "pctStart",
                   .name = "Rising fraction",
                   .symbol = "s",
                   .domain = within(0, 1),
                   .slider = linear(0, 1),
                   .doc = "Raising it makes the learning rate rise for a longer part of the "
                          "schedule and fall for a shorter one."}),
    row<OneCycle>(&OneCycle::div_factor, {.id = "divFactor",
                                          .name = "Initial divisor",
                                          .symbol = "d",
                                          .domain = at_least(1),
                                          .slider = logarithmic(1, 1000),
                                          .doc = "Raising it lowers the first learning rate, which "
                                                 "is the highest divided by this number."}),
    row<OneCycle>(&OneCycle::final_div_factor,
                  {.id = "finalDivFactor",
                   .name = "Final divisor",
                   .symbol = "f",
                   .domain = at_least(1),
                   .slider = logarithmic(1, 1e6),
                   .doc = "Raising it lowers the last learning rate, which is the first divided by "
                          "this number."})};

}  // namespace

namespace schedule_entries {

extern constinit const ScheduleEntry one_cycle =
    schedule_entry<OneCycle, rows>({.id = "one-cycle"});

extern constinit const ScheduleDocs one_cycle_docs = {
    .name = "One cycle",
    .summary = "Raises the learning rate to a high peak, then lowers it to almost zero by the end.",
    .guide =
        {.idea =
             "A high rate in the middle covers distance and can pass over small bumps. The low "
             "rate at the start avoids early divergence, and the low end lets the weights settle.",
         .use = "Use it when you know how long the race lasts, with a peak above the rate you "
                "would use throughout.",
         .pitfalls = "If the peak is too high, training diverges on the way up. Lower the learning "
                     "rate, and set the schedule length to match the race."},
    .formula =
        R"(\eta_0 = \frac{\eta}{d} \;\nearrow\; \eta_{sT-1} = \eta \;\searrow\; \eta_{T-1} = \frac{\eta}{d f})",
    .paper = {"Super-convergence: very fast training of neural networks using large learning rates",
              "L. N. Smith, N. Topin", 2017, "https://arxiv.org/abs/1708.07120"},
    .notes =
        "As PyTorch's OneCycleLR, with its defaults and its cosine flanks, where the paper "
        "has straight ones. PyTorch changes the momentum in the opposite direction by "
        "default, and here it stays as it is. The chosen rate is the peak. Where the rising "
        "fraction times the length is at most 1, ours starts at the peak. Below 1 PyTorch "
        "starts a little lower, and at 1 it divides by zero. After T steps the rate stays at "
        "its lowest, where PyTorch raises an error.",
    .checked_against = "PyTorch 1.13",
    .code = R"py(def one_cycle(t, total_steps, pct_start, div_factor, final_div_factor):
    first, last = 1 / div_factor, 1 / (div_factor * final_div_factor)
    peak, end = max(0, pct_start * total_steps - 1), total_steps - 1
    if t < peak:
        return 1 + (first - 1) * (1 + math.cos(math.pi * t / peak)) / 2
    if t == peak:
        return 1
    if t < end:
        return last + (1 - last) * (1 + math.cos(math.pi * (t - peak) / (end - peak))) / 2
    return last
)py",
    .hyperparameters = declarations_of<rows>,
};

}  // namespace schedule_entries
}  // namespace fall_line
