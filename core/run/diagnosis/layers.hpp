// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "objective/training_problem.hpp"

namespace fall_line {

/// The root mean squares of one layer's weights and of the full-batch gradient by them.
struct LayerSizes {
  double weight, gradient;
};

/// Of the full batch.
double gradient_norm(TrainingProblem& problem, std::span<const Real> w);

/// Of every layer of a network at w. Nothing on a surface.
std::vector<LayerSizes> layer_sizes(TrainingProblem& problem, std::span<const Real> w);

}  // namespace fall_line
