// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "run/plan.hpp"

namespace fall_line {

/// The setting that scales the steps of a rule, whatever the rule calls it.
struct StepSize {
  std::string path;
  double value;
};

/// Empty for a rule that finds its step size by itself.
std::optional<StepSize> step_size_of(const Plan& plan);

/// x with two significant digits, as the double nearest to that decimal.
double rounded(double x);

}  // namespace fall_line
