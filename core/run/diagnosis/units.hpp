// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "run/diagnosis/case.hpp"
#include "run/diagnosis/finding.hpp"

namespace fall_line {

/// Whether units can die for every sample, because the activation is flat on one side only.
bool units_die(const TrainingProblem& problem);
/// Whether it is flat on both sides.
bool units_saturate(const TrainingProblem& problem);

/// The hidden layer with the largest share of idle units, if that is at least half, the loss is not
/// low anyway, and a remedy helps or the run is stuck. Measures `layer`, counted from 1, `idle` and
/// `units`. The remedies are this activation, other initial weights, and smaller rates.
std::optional<Finding> too_many_idle(Case& run, std::string_view fault,
                                     std::string_view activation);

}  // namespace fall_line
