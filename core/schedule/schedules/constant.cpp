// SPDX-License-Identifier: MIT
#include "schedule/schedules/entries.hpp"

namespace fall_line {
namespace {

struct Constant {
  double factor(double) const { return 1; }
};

constexpr std::array<Row<Constant>, 0> rows{};

}  // namespace

constinit const ScheduleEntry schedule_entries::constant = schedule_entry<Constant, rows>({
    .id = "constant",
    .name = "Constant",
    .summary = "The same rate from the first step to the last.",
    .formula = R"(\eta_t = \eta)",
    .paper = {"Minimization of functions having Lipschitz continuous first partial derivatives",
              "L. Armijo", 1966, "https://doi.org/10.2140/pjm.1966.16.1"},
    .notes = "Without noise a small enough constant rate leads down to a stationary point, as the "
             "paper shows. With mini-batches it stops getting better where their noise is as large "
             "as the gradient.",
    .checked_against = "PyTorch 1.13",
});

}  // namespace fall_line
