// SPDX-License-Identifier: MIT
#include <cmath>

#include "numeric/special.hpp"
#include "schedule/form.hpp"

namespace fall_line {
namespace {

/// η_t = η γ^⌊t/k⌋
struct StepDecay {
  int interval = 500;
  double gamma = 0.1;

  double factor(double t) const { return special::pow(gamma, std::floor(t / interval)); }
};

constexpr std::array rows{
    steps_row(&StepDecay::interval, "interval", "Steps between drops", "k",
              "Raising it keeps each learning rate for more steps, so the drops come later."),
    row<StepDecay>(
        &StepDecay::gamma,
        {.id = "gamma",
         .name = "Drop factor",
         .symbol = "γ",
         .domain = {.min = 0, .max = 1, .min_open = true},
         .slider = linear(0.01, 1),
         .doc =
             "Smaller values lower the learning rate more at each drop. At 1 it stays constant."})};

}  // namespace

namespace schedule_entries {

extern constinit const ScheduleEntry step_decay =
    schedule_entry<StepDecay, rows>({.id = "step-decay"});

extern constinit const ScheduleDocs step_decay_docs = {
    .name = "Step decay",
    .summary =
        "Multiplies the learning rate by a factor at regular intervals, and keeps it "
        "constant in between.",
    .guide = {.idea = "A high rate makes progress until the noise of the mini-batches stops it. "
                      "Each drop reduces this noise, so the loss can fall further.",
              .use = "Use it to see how the loss reacts to a lower learning rate.",
              .pitfalls = "A drop that comes too early slows the rest of the race. Wait until the "
                          "loss has levelled off, or use reduce on plateau."},
    .formula = R"(\eta_t = \eta\,\gamma^{\lfloor t/k\rfloor})",
    .paper = {"Deep residual learning for image recognition", "K. He, X. Zhang, S. Ren, J. Sun",
              2016, "https://arxiv.org/abs/1512.03385"},
    .notes =
        "As PyTorch's StepLR, with its default factor of 0.1. PyTorch has no default interval, so "
        "the 500 steps are ours. The paper divides the rate by 10 when the error plateaus.",
    .checked_against = "PyTorch 1.13",
    .code = R"py(def step_decay(t, interval, gamma):
    return gamma ** (t // interval)
)py",
    .hyperparameters = declarations_of<rows>,
};

}  // namespace schedule_entries
}  // namespace fall_line
