// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "objective/training_problem.hpp"
#include "run/plan.hpp"

namespace fall_line {

/// What the plan trains: a DataProblem, or a SurfaceProblem where it names a surface.
std::unique_ptr<TrainingProblem> make_problem(const Plan& plan);

}  // namespace fall_line
