// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "run/plan.hpp"

namespace fall_line {

/// The learning rate times the curvature at which the steps of a plan stop converging on a
/// quadratic, by the full gradient. Empty for a rule without such a limit, for a wrapped one, whose
/// steps are not its own, and for clipped gradients.
std::optional<double> stability_limit(const Plan& plan);

}  // namespace fall_line
