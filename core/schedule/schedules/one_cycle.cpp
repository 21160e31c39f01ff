// SPDX-License-Identifier: MIT
#include "schedule/half_wave.hpp"
#include "schedule/schedules/entries.hpp"

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
    row<OneCycle>(&OneCycle::pct_start, {.id = "pctStart",
                                         .name = "Rising share",
                                         .symbol = "s",
                                         .domain = within(0, 1),
                                         .slider = linear(0, 1),
                                         .doc = "The share of all steps in which the rate rises."}),
    row<OneCycle>(&OneCycle::div_factor, {.id = "divFactor",
                                          .name = "First divisor",
                                          .symbol = "d",
                                          .domain = at_least(1),
                                          .slider = logarithmic(1, 1000),
                                          .doc = "The first rate is the highest divided by this."}),
    row<OneCycle>(&OneCycle::final_div_factor,
                  {.id = "finalDivFactor",
                   .name = "Last divisor",
                   .symbol = "f",
                   .domain = at_least(1),
                   .slider = logarithmic(1, 1e6),
                   .doc = "The last rate is the first divided by this."})};

}  // namespace

constinit const ScheduleEntry schedule_entries::one_cycle = schedule_entry<OneCycle, rows>({
    .id = "one-cycle",
    .name = "One cycle",
    .summary = "Up to a rate that would be too high for long, and down again to almost nothing: "
               "the middle of the race crosses wide, the end settles.",
    .formula =
        R"(\eta_0 = \frac{\eta}{d} \;\nearrow\; \eta_{sT-1} = \eta \;\searrow\; \eta_{T-1} = \frac{\eta}{d f})",
    .paper = {"Super-convergence: very fast training of neural networks using large learning rates",
              "L. N. Smith, N. Topin", 2017, "https://arxiv.org/abs/1708.07120"},
    .notes =
        "As PyTorch's OneCycleLR, with its defaults and its cosine flanks, where the paper has "
        "straight ones; the momentum, which PyTorch turns down meanwhile, stays as it is. The "
        "rate chosen is the highest. After T steps it stays at its lowest.",
    .checked_against = "PyTorch 1.13",
});

}  // namespace fall_line
