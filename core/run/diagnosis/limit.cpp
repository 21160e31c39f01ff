// SPDX-License-Identifier: MIT
#include "run/diagnosis/limit.hpp"

#include "run/stability.hpp"

namespace fall_line {
namespace {

/// The curvature of a steep surface grows without bound while a run overflows. At the end of
/// networks that diverge it is at most a few dozen times what their rates allow.
constexpr double most_above = 1000;

}  // namespace

bool has_limit(const Case& run) { return stability_limit(run.plan) && run.problem.stationary(); }

bool explain_by_limit(Case& run, std::span<const Real> w, Finding& finding) {
  const auto limit = stability_limit(run.plan);
  const auto ends = run.curvature(w);
  if (!limit || !ends || !(ends->highest > 0)) return false;
  const double threshold = *limit / ends->highest, rate = run.report.learning_rate;
  // Below the limit, it explains nothing. Nor far above: then the run was where numbers overflow.
  if (rate > threshold && rate < most_above * threshold) {
    finding.measured.push_back({"curvature", ends->highest});
    finding.measured.push_back({"threshold", threshold});
  }
  return true;
}

}  // namespace fall_line
