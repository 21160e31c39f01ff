// SPDX-License-Identifier: MIT
#pragma once

#include "numeric/dense.hpp"
#include "optimizer/line_search.hpp"
#include "optimizer/rule.hpp"

/// What the rules that search along a line share.
namespace fall_line {

inline constexpr Need value_and_gradient[] = {Need::gradient, Need::value};

inline void converge(const StepContext& step) { step.outcome.converged = flat_reason; }

/// Whether the slope has risen along the step, as a minimum's does: else a quasi-Newton rule has
/// nothing to learn from it. Every step of a strong Wolfe search does, save at a kink.
inline bool shows_curvature(const Line& line, const LinePoint& found) {
  return found.slope > (1 - 1e-8) * line.origin().slope;
}

/// The first step of a rule that knows no scale yet: as long as 1, or as -g if that is shorter.
inline double first_step(const Line& line) {
  const double length = dense::norm(line.gradient());
  return length > 1 ? 1 / length : 1;
}

template <class Rule>
constexpr std::array<Row<Rule>, 2> wolfe_rows() {
  return {
      row<Rule>(&Rule::c1, {.id = "c1",
                            .name = "Sufficient decrease",
                            .symbol = "c₁",
                            .domain = {.min = 0, .max = 0.5, .min_open = true, .max_open = true},
                            .slider = logarithmic(1e-6, 0.4),
                            .doc = "A step counts as good when the loss falls by at least this "
                                   "share of what the slope promised."}),
      row<Rule>(&Rule::c2, {.id = "c2",
                            .name = "Curvature condition",
                            .symbol = "c₂",
                            .domain = {.min = 0, .max = 1, .min_open = true, .max_open = true},
                            .slider = linear(0.01, 0.99),
                            .doc = "The slope left at the end of a step, at most this share of "
                                   "the slope at its start: small searches exactly, 0.9 "
                                   "loosely. Below c₁ it counts as c₁."})};
}

}  // namespace fall_line
