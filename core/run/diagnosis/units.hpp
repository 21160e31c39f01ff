// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "run/diagnosis/case.hpp"
#include "run/diagnosis/finding.hpp"

namespace fall_line {

/// Whether units can die for every sample, because the activation is flat on one side only.
bool units_die(const ActivationEntry& activation);
/// Whether it is flat on both sides.
bool units_saturate(const ActivationEntry& activation);

/// Of the hidden layers with such an activation the one with the largest share of idle units, if
/// that is at least half, the loss is not low anyway, and a remedy helps or the run is stuck.
/// Measures `layer`, counted from 1, `idle` and `units`. The remedies are the other activation,
/// other initial weights, and smaller rates.
std::optional<Finding> too_many_idle(Case& run, std::string_view fault,
                                     bool (*such)(const ActivationEntry&),
                                     std::string_view other_activation);

}  // namespace fall_line
