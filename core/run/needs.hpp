// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "run/plan.hpp"
#include "run/settings.hpp"

namespace fall_line {

/// Above this many parameters a step with n × n matrices takes longer than anyone watches.
inline constexpr double most_dense_parameters = 500;

/// What the rule of an otherwise sound plan needs and its problem can't give.
std::optional<Problem> unmet_need(const Plan& plan);

/// Clipping, where the rule can't bear it.
std::optional<Problem> unfit_clipping(const OptimizerEntry& rule, const RacerOptions& racer);

}  // namespace fall_line
