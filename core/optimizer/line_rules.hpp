// SPDX-License-Identifier: MIT
#pragma once

#include "numeric/dense.hpp"
#include "optimizer/line_search.hpp"
#include "optimizer/rule.hpp"

/// Shared by the rules that search along a line.
namespace fall_line {

inline constexpr Need value_and_gradient[] = {Need::gradient, Need::value};

inline void converge(const StepContext& step) { step.outcome.converged = flat_reason; }

/// Whether the slope has risen along the step. Only such a step tells a quasi-Newton rule about
/// curvature. Every step of a strong Wolfe search is one, except at a kink.
inline bool shows_curvature(const Line& line, const LinePoint& found) {
  return found.slope > (1 - 1e-8) * line.origin().slope;
}

/// The factor on -g in the first step of a rule that knows no scale yet. It makes the step 1 long,
/// or as long as -g if that is shorter.
inline double first_step(const Line& line) {
  const double length = dense::norm(line.gradient());
  return length > 1 ? 1 / length : 1;
}

inline constexpr MarkDocs line_trials{
    "trials", MarkKind::trials, "Trial points",
    "The points where the last search evaluated the loss. The ring is where it ended, and the "
    "crosses were refused."};

/// Of the loss where the last step began.
inline constexpr MarkDocs hessian_mark{
    "hessian", MarkKind::curvature, "Hessian",
    "The second derivatives where the last step began. The ellipse is long where the loss curves "
    "little, and its axes carry the eigenvalues. Along a dashed axis the loss curves down."};

/// The step that a rule's quadratic model suggests.
inline constexpr MarkDocs model_step{
    "modelStep", MarkKind::arrow, "Step of the model",
    "From where the last step began to where the quadratic model promises the most. The step "
    "taken can be shorter."};

template <class Rule>
constexpr std::array<Row<Rule>, 2> wolfe_rows() {
  return {
      row<Rule>(&Rule::c1, {.id = "c1",
                            .name = "Sufficient decrease",
                            .symbol = "c₁",
                            .domain = {.min = 0, .max = 0.5, .min_open = true, .max_open = true},
                            .slider = logarithmic(1e-6, 0.4),
                            .doc = "Raising it demands a larger decrease of the loss before a step "
                                   "is accepted. Lower values accept steps more readily."}),
      row<Rule>(&Rule::c2,
                {.id = "c2",
                 .name = "Curvature condition",
                 .symbol = "c₂",
                 .domain = {.min = 0, .max = 1, .min_open = true, .max_open = true},
                 .slider = linear(0.01, 0.99),
                 .doc = "Raising it accepts a step with more slope left, and lowering it searches "
                        "closer to the minimum along the line. Values below c₁ count as c₁."})};
}

}  // namespace fall_line
