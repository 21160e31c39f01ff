// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "objective/training_problem.hpp"
#include "run/plan.hpp"

namespace fall_line {

/// The problem of a plan, with the batches that its racer draws.
std::unique_ptr<TrainingProblem> make_problem(const Plan& plan);

}  // namespace fall_line
