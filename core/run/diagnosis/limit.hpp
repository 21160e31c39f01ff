// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "run/diagnosis/case.hpp"
#include "run/diagnosis/finding.hpp"

namespace fall_line {

/// Whether the run has a limit of stability (run/stability.hpp), and its steps are by the full
/// gradient.
bool has_limit(const Case& run);

/// If the last rate was above the limit of the rule at w, measures the largest `curvature` there
/// and the `threshold` that follows. False: the curvature there is not finite or not positive.
bool explain_by_limit(Case& run, std::span<const Real> w, Finding& finding);

/// What is said of it.
inline constexpr std::string_view said_of_limit[] = {
    "The largest curvature at the last finite point was {curvature}, where a quadratic needs a "
    "{setting} below {threshold}.",
    "The limit {threshold} is exact on a quadratic and a guide elsewhere, because the curvature "
    "changes on the way."};

}  // namespace fall_line
