// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "network/initializer.hpp"
#include "objective/batch_order.hpp"
#include "objective/network_problem.hpp"
#include "objective/training_problem.hpp"

namespace fall_line {

/// A network trained on a data set: a NetworkProblem, one mini-batch after another.
class DataProblem final : public TrainingProblem {
 public:
  struct Walk {
    std::uint64_t seed;
    std::size_t batch_size;
    const InitializerEntry* initializer;
  };

  DataProblem(Samples samples, Split split, NetworkProblem network, Walk walk);

  std::size_t parameters() const override { return network_.parameters(); }
  std::span<const ParameterBlock> blocks() const override { return network_.blocks(); }
  /// Weights from the `init` stream, biases 0.
  void start(std::span<Real> w) override;

  std::size_t next_batch() override;
  std::uint64_t drawn() const override { return order_.drawn(); }
  void seek(std::uint64_t drawn) override {
    order_.seek(drawn);
    batch_ = {};
  }
  std::size_t training_samples() const override { return split_.train.size(); }

  double gradient(const std::span<const Real>& w, const std::span<Real>& g) override {
    return network_.gradient(w, batch_, g);
  }
  double loss(std::span<const Real> w) override { return network_.loss(w, batch_); }
  void hessian_product(std::span<const Real> w, std::span<const Real> v,
                       std::span<Real> out) override {
    network_.hessian_product(w, v, batch_, out);
  }
  double full_gradient(std::span<const Real> w, std::span<Real> g) override {
    return network_.full_gradient(w, g);
  }
  void full_hessian_product(std::span<const Real> w, std::span<const Real> v,
                            std::span<Real> out) override {
    network_.full_hessian_product(w, v, out);
  }
  std::size_t residual_count() const override { return network_.residual_count(batch_.size()); }
  double residuals(std::span<const Real> w, std::span<Real> r, std::span<Real> jacobian) override {
    return network_.residuals(w, batch_, r, jacobian);
  }
  void project(std::span<Real>) const override {}
  double weighted_gradient(std::span<const Real> w, const Draw& draw, std::span<Real> g) override {
    return network_.weighted_gradient(w, draw, g);
  }
  void kronecker_factors(std::span<const Real> w, Stream& random,
                         std::span<Real> factors) override {
    network_.kronecker_factors(w, batch_, random, factors);
  }
  bool stationary() const override { return walk_.batch_size >= split_.train.size(); }
  double penalty(std::span<const Real> w) const override { return network_.penalty(w); }
  Score train_score(std::span<const Real> w) override { return network_.train_score(w); }
  Score test_score(std::span<const Real> w) override { return network_.test_score(w); }

  NetworkProblem& network() { return network_; }
  const Samples& samples() const { return samples_; }
  const Split& split() const { return split_; }
  /// The current mini-batch, as indices into the training split. Empty before the first batch, and
  /// valid until the next one.
  std::span<const std::uint32_t> batch() const { return batch_; }

 private:
  Samples samples_;
  Split split_;
  NetworkProblem network_;
  Walk walk_;
  BatchOrder order_;
  std::span<const std::uint32_t> batch_;
};

}  // namespace fall_line
