// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "run/plan.hpp"

namespace fall_line {

/// The plan's rule inside its wrappers, the first of them innermost.
std::unique_ptr<Optimizer> make_optimizer(const Plan& plan);

/// Gives an optimizer made from the plan the hyperparameters that it has now.
void reconfigure(Optimizer& optimizer, const Plan& plan);

}  // namespace fall_line
