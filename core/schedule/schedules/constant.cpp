// SPDX-License-Identifier: MIT
#include "schedule/form.hpp"

namespace fall_line {
namespace {

struct Constant {
  double factor(double) const { return 1; }
};

constexpr std::array<Row<Constant>, 0> rows{};

}  // namespace

namespace schedule_entries {

extern constinit const ScheduleEntry constant = schedule_entry<Constant, rows>({.id = "constant"});

extern constinit const ScheduleDocs constant_docs = {
    .name = "Constant",
    .summary = "Keeps the same learning rate from the first step to the last.",
    .guide =
        {.idea =
             "Without noise a small enough constant rate converges, because the gradient itself "
             "shrinks near a minimum. It is the baseline for judging every other schedule.",
         .use = "Start with it, for instance to compare optimizers.",
         .pitfalls = "With mini-batches the loss stops improving where their noise is as large as "
                     "the gradient. A lower rate or a decaying schedule helps."},
    .formula = R"(\eta_t = \eta)",
    .paper = {"Minimization of functions having Lipschitz continuous first partial derivatives",
              "L. Armijo", 1966, "https://doi.org/10.2140/pjm.1966.16.1"},
    .notes =
        "Without noise, a small enough constant rate leads to a stationary point, as the "
        "paper proves. PyTorch needs no scheduler for it.",
    .checked_against = "PyTorch 1.13",
    .hyperparameters = declarations_of<rows>,
};

}  // namespace schedule_entries
}  // namespace fall_line
