// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "run/plan.hpp"
#include "run/settings.hpp"

namespace fall_line {

/// Above this many parameters a step with n × n matrices takes longer than anyone watches.
inline constexpr double most_dense_parameters = 500;

/// The first thing that the optimizer of an otherwise valid plan needs and its problem lacks.
std::optional<Problem> unmet_need(const Plan& plan);

/// A problem if gradient clipping is on and the optimizer does not allow it.
std::optional<Problem> unfit_clipping(const OptimizerEntry& rule, const RacerOptions& racer);

}  // namespace fall_line
