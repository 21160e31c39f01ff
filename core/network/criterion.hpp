// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "data/samples.hpp"
#include "network/loss.hpp"

namespace fall_line {

/// What training makes of a loss for classes, as PyTorch's cross_entropy does. Label smoothing
/// (Szegedy et al. 2016) mixes the share ε of equal probabilities into every target. A class with
/// the weight w counts w times, and the mean is divided by the sum of the weights.
///
/// Few networks have one, so nothing of it is inlined into the steps of others.
///
/// With the loss ℓ_k of class k, a sample of class y costs (1 - ε) w_y ℓ_y + ε/K sum_k w_k ℓ_k.
class Criterion {
 public:
  /// `weights`: of each class. A smoothing above 0 needs cross-entropy.
  Criterion(double smoothing, std::vector<double> weights);
  [[gnu::noinline]] ~Criterion();

  /// What a sample of the class adds to the divisor of the mean.
  double weight(int y) const { return weights_[static_cast<std::size_t>(y)]; }
  /// The factor of the class's loss and of its Hessian, which does not depend on the target.
  double factor(int y) const { return (1 - smoothing_) * weight(y) + smoothing_ * mean_weight_; }

  /// The sum over the samples, with derivatives as LossEntry::evaluate has them.
  [[gnu::noinline]] double evaluate(const LossEntry& loss, const LossBatch& batch,
                                    const std::vector<int>& classes) const;

 private:
  double smoothing_, mean_weight_ = 0;
  std::vector<double> weights_;  ///< [class]
};

/// Weights by the inverse of each class's number of these samples: n / (K n_k), so that a sample
/// weighs 1 on average. 0 for a class without samples.
std::vector<double> balanced_weights(const Samples& samples, std::span<const std::uint32_t> train);

}  // namespace fall_line
