// SPDX-License-Identifier: MIT
#include "numeric/special.hpp"
#include "schedule/form.hpp"

namespace fall_line {
namespace {

/// η_t = η γ^t
struct Exponential {
  double gamma = 0.999;

  double factor(double t) const { return special::pow(gamma, t); }
};

constexpr std::array rows{row<Exponential>(
    &Exponential::gamma,
    {.id = "gamma",
     .name = "Decay factor",
     .symbol = "γ",
     .domain = {.min = 0, .max = 1, .min_open = true},
     .slider = linear(0.99, 1),
     .doc = "Values closer to 1 lower the learning rate more slowly. At 1 it stays constant."})};

}  // namespace

namespace schedule_entries {

extern constinit const ScheduleEntry exponential =
    schedule_entry<Exponential, rows>({.id = "exponential"});

extern constinit const ScheduleDocs exponential_docs = {
    .name = "Exponential",
    .summary = "Multiplies the learning rate by the same factor after every step.",
    .guide = {.idea = "The rate falls by the same percentage in every step, so large early steps "
                      "turn smoothly into small ones. A single factor controls the whole decay.",
              .use = "Use it for a smooth decay when you do not know how long the race lasts.",
              .pitfalls = "The rate approaches zero, and with a small factor the weights stop far "
                          "from a minimum. Choose a factor close to 1."},
    .formula = R"(\eta_t = \eta\,\gamma^{t})",
    .paper = {"An empirical study of learning rates in deep neural networks for speech recognition",
              "A. Senior, G. Heigold, M. Ranzato, K. Yang", 2013,
              "https://doi.org/10.1109/ICASSP.2013.6638963"},
    .notes =
        "As PyTorch's ExponentialLR, which has no default factor. Ours leaves 13.5 % of the "
        "rate after 2000 steps. Elsewhere the factor may apply per epoch.",
    .checked_against = "PyTorch 1.13",
    .code = R"py(def exponential(t, gamma):
    return gamma**t
)py",
    .hyperparameters = declarations_of<rows>,
};

}  // namespace schedule_entries
}  // namespace fall_line
