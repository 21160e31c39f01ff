// SPDX-License-Identifier: MIT
#include "run/diagnosis/layers.hpp"

#include <cmath>

#include "numeric/kernels.hpp"

namespace fall_line {

double gradient_norm(TrainingProblem& problem, std::span<const Real> w) {
  Vector g(w.size());
  problem.full_gradient(w, g);
  return std::sqrt(kernels::sum_of_squares(g));
}

std::vector<LayerSizes> layer_sizes(TrainingProblem& problem, std::span<const Real> w) {
  std::vector<LayerSizes> sizes;
  if (problem.layers().empty()) return sizes;
  Vector g(w.size());
  problem.full_gradient(w, g);
  for (const LayerParameters& layer : problem.layers()) {
    const std::size_t count = layer.weight_count();
    const auto size = [&](std::span<const Real> all) {
      return std::sqrt(kernels::sum_of_squares(all.subspan(layer.weights, count)) /
                       static_cast<double>(count));
    };
    sizes.push_back({size(w), size(g)});
  }
  return sizes;
}

}  // namespace fall_line
