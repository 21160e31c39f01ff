// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "run/plan.hpp"

namespace fall_line {

/// The plan's optimizer inside its wrappers, the first wrapper innermost.
std::unique_ptr<Optimizer> make_optimizer(const Plan& plan);

/// Updates an optimizer made from this plan to the plan's current hyperparameters.
void reconfigure(Optimizer& optimizer, const Plan& plan);

}  // namespace fall_line
