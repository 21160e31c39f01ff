// SPDX-License-Identifier: MIT
#include <numeric>

#include "run/run.hpp"

namespace fall_line {

std::optional<Sampling> Run::sampling() {
  const std::size_t count = problem_->training_samples();
  Sampling sampling{.probabilities = std::vector<double>(count),
                    .second_moment = 0,
                    .uniform_second_moment = 0,
                    .gradient_square = 0};
  if (!optimizer_->sampling(sampling.probabilities)) return std::nullopt;
  std::vector<std::uint32_t> all(count);
  std::iota(all.begin(), all.end(), 0U);
  const std::vector<double> ones(count, 1.0);
  std::vector<double> norms(count);
  Vector sum(parameters_.size()), penalty(parameters_.size());
  problem_->weighted_gradient(parameters_, {all, ones, norms}, sum);
  problem_->weighted_gradient(parameters_, {}, penalty);
  // d = ∇ℓ / (N q) with probability q
  const auto n = static_cast<double>(count);
  for (std::size_t i = 0; i < count; ++i) {
    sampling.second_moment += norms[i] / (n * n * sampling.probabilities[i]);
    sampling.uniform_second_moment += norms[i] / n;
  }
  for (std::size_t k = 0; k < sum.size(); ++k) {
    const double g = (static_cast<double>(sum[k]) - penalty[k]) / n;
    sampling.gradient_square += g * g;
  }
  return sampling;
}

}  // namespace fall_line
