// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "objective/training_problem.hpp"

namespace fall_line {

/// The number of idle units (Idleness in network/activation.hpp) in each hidden layer of a network
/// at w, over the training samples. Nothing on a surface.
std::vector<std::size_t> idle_units(TrainingProblem& problem, std::span<const Real> w);

}  // namespace fall_line
