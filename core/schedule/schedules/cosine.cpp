// SPDX-License-Identifier: MIT
#include "schedule/half_wave.hpp"
#include "schedule/schedules/entries.hpp"

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

constexpr std::array rows{total_steps_row<Cosine>(),
                          min_factor_row<Cosine>("The share of the rate that is left at the end.")};

}  // namespace

constinit const ScheduleEntry schedule_entries::cosine = schedule_entry<Cosine, rows>({
    .id = "cosine",
    .name = "Cosine",
    .summary = "Half a cosine wave: the rate stays high for a while, falls, and lands softly.",
    .formula =
        R"(\eta_t = \eta\left(r+\frac{1-r}{2}\left(1+\cos\frac{\pi\min(t,T)}{T}\right)\right))",
    .paper = {"SGDR: stochastic gradient descent with warm restarts", "I. Loshchilov, F. Hutter",
              2017, "https://arxiv.org/abs/1608.03983"},
    .notes = "As PyTorch's CosineAnnealingLR up to T. There the wave goes on, and the rate rises "
             "again; here it stays at its lowest. The lowest is a share of the rate, not a rate.",
    .checked_against = "PyTorch 1.13",
});

}  // namespace fall_line
