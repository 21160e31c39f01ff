// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "data/split.hpp"
#include "network/loss.hpp"
#include "network/network.hpp"
#include "objective/objective.hpp"
#include "objective/training_problem.hpp"

namespace fall_line {

struct Penalty {
  double l1 = 0, l2 = 0;
};

/// Samples of one split, ready for the network.
struct SplitData {
  Vector x;                  ///< [sample][input], standardized, then Network::slack numbers.
  Vector targets;            ///< [sample][width], encoded for the loss.
  std::vector<int> classes;  ///< True class numbers; empty for regression.
  std::size_t count = 0;
};

/// A network on data: empirical risk plus penalties, L(w) = mean loss + l1 |w|_1 + l2/2 |w|²,
/// the penalties over weights, not biases.
class NetworkProblem {
 public:
  NetworkProblem(const Samples& samples, const Split& split, Standardization standardization,
                 Network network, const LossEntry& loss, Penalty penalty);

  std::size_t parameters() const { return network_.layout().parameters; }
  std::size_t training_samples() const { return train_.count; }
  const Layout& layout() const { return network_.layout(); }
  std::span<const ParameterBlock> blocks() const { return blocks_; }

  /// L on these training samples, or all, and its gradient.
  double gradient(std::span<const Real> w, std::span<const std::uint32_t> batch, std::span<Real> g);
  double full_gradient(std::span<const Real> w, std::span<Real> g);
  double loss(std::span<const Real> w, std::span<const std::uint32_t> batch);
  /// Product of the Hessian of L with v. The L1 penalty adds nothing, since it is linear on each
  /// side of 0.
  void hessian_product(std::span<const Real> w, std::span<const Real> v,
                       std::span<const std::uint32_t> batch, std::span<Real> out);
  void full_hessian_product(std::span<const Real> w, std::span<const Real> v, std::span<Real> out);

  /// Rows of r, with L = |r|² / 2: √(2/(N K)) (output - target) for each of N samples and K
  /// outputs, then √l2 w for each weight, so that the L2 penalty is exact. 0: L is not a sum of
  /// squares.
  std::size_t residual_count(std::size_t samples) const;
  /// Writes r and, unless it is empty, its Jacobian, row-major; returns L.
  double residuals(std::span<const Real> w, std::span<const std::uint32_t> batch, std::span<Real> r,
                   std::span<Real> jacobian);
  /// The weighted sum of the losses of a draw plus penalties, and its gradient.
  double weighted_gradient(std::span<const Real> w, const Draw& draw, std::span<Real> g);
  /// See Objective.
  void kronecker_factors(std::span<const Real> w, std::span<const std::uint32_t> batch,
                         Stream& random, std::span<Real> factors);
  /// Of the data term of each sample alone: [sample][parameter].
  void sample_gradients(std::span<const Real> w, std::span<const std::uint32_t> batch,
                        std::span<Real> rows);

  double penalty(std::span<const Real> w) const;
  /// The data term alone.
  Score train_score(std::span<const Real> w) { return score(w, train_); }
  Score test_score(std::span<const Real> w) { return score(w, test_); }

  /// The network's predictions for inputs in original units, [sample][input]. Returns
  /// [sample][width]: a probability for each class, of class 1 alone for two; where the loss has
  /// none, how far the class leads, in [0, 1] with 0.5 at the boundary; regression values.
  std::vector<double> predict(std::span<const Real> w, std::span<const double> inputs);

 private:
  SplitData prepare(const Samples& samples, const std::vector<std::uint32_t>& indices) const;
  /// Writes the gradient of the data term, scaled by 1 / total, or adds it to that of the samples
  /// before `first`; returns the sum of the losses.
  double add_gradient(std::span<const Real> w, const std::uint32_t* indices, std::size_t first,
                      std::size_t samples, std::size_t total, std::span<Real> g);
  void add_penalty_gradient(std::span<const Real> w, std::span<Real> g) const;
  /// The same for the product with v.
  void add_hessian_product(std::span<const Real> w, std::span<const Real> v,
                           const std::uint32_t* indices, std::size_t first, std::size_t samples,
                           std::size_t total, std::span<Real> out);
  void add_penalty_product(std::span<const Real> v, std::span<Real> out) const;
  /// The loaded chunk as the loss sees it, derivatives scaled by `scale`.
  LossBatch loss_batch(const Real* outputs, std::size_t samples, double scale);
  Score score(std::span<const Real> w, const SplitData& data);
  void load_targets(const SplitData& data, const std::uint32_t* indices, std::size_t first,
                    std::size_t samples);
  /// The predicted class of sample b of the loaded chunk.
  int predicted_class(const Real* outputs, std::size_t b) const;

  Standardization standardization_;
  Network network_;
  std::vector<ParameterBlock> blocks_;
  const LossEntry* loss_;
  Penalty penalty_;
  Task task_;
  int classes_;
  std::size_t target_width_;
  SplitData train_, test_;
  Vector targets_;  ///< Of the loaded chunk, [sample][width].
  Vector signs_;    ///< For the factors of a chunk, [output][stride].
};

}  // namespace fall_line
