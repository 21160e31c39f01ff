// SPDX-License-Identifier: MIT
#include "numeric/special.hpp"
#include "schedule/schedules/entries.hpp"

namespace fall_line {
namespace {

/// η_t = η γ^t
struct Exponential {
  double gamma = 0.999;

  double factor(double t) const { return special::pow(gamma, t); }
};

constexpr std::array rows{row<Exponential>(
    &Exponential::gamma, {.id = "gamma",
                          .name = "Factor",
                          .symbol = "γ",
                          .domain = {.min = 0, .max = 1, .min_open = true},
                          .slider = linear(0.99, 1),
                          .doc = "What the rate is multiplied by after every step."})};

}  // namespace

constinit const ScheduleEntry schedule_entries::exponential = schedule_entry<Exponential, rows>({
    .id = "exponential",
    .name = "Exponential",
    .summary = "The rate loses the same share of itself in every step: fast at first, then ever "
               "slower, until nothing moves any more.",
    .formula = R"(\eta_t = \eta\,\gamma^{t})",
    .paper = {"An empirical study of learning rates in deep neural networks for speech recognition",
              "A. Senior, G. Heigold, M. Ranzato, K. Yang", 2013,
              "https://doi.org/10.1109/ICASSP.2013.6638963"},
    .notes = "As PyTorch's ExponentialLR, which has no default γ; here it leaves 13.5 % after 2000 "
             "steps. Elsewhere γ often counts epochs.",
    .checked_against = "PyTorch 1.13",
});

}  // namespace fall_line
