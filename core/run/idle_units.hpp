// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "objective/training_problem.hpp"

namespace fall_line {

/// Whether units can be idle after any of the problem's hidden layers.
bool units_idle(const TrainingProblem& problem);

/// The number of idle units (Idleness in network/activation.hpp) in each hidden layer of a network
/// at w, over the training samples. Nothing on a surface.
std::vector<std::size_t> idle_units(TrainingProblem& problem, std::span<const Real> w);

}  // namespace fall_line
