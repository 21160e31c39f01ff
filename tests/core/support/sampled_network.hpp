// SPDX-License-Identifier: MIT
#pragma once

#include <numeric>
#include <vector>

#include "data/cells.hpp"
#include "support/reference_problems.hpp"

namespace fall_line::reference {

/// A network of networks.txt with batches of three samples in order. The last batch of an epoch may
/// be smaller. Records what was drawn.
class SampledNetwork final : public Objective {
 public:
  explicit SampledNetwork(const NetworkData& data) : problem_(problem_of(data)) {
    order_.resize(problem_.training_samples());
    std::iota(order_.begin(), order_.end(), 0U);
    cells_ = class_cells(samples_of(data), order_);
  }

  /// Selects the next batch.
  void advance();
  Outline outline() const { return {blocks(), cells_}; }

  std::size_t size() const override { return problem_.parameters(); }
  std::span<const ParameterBlock> blocks() const override { return problem_.blocks(); }
  std::size_t samples() const override { return order_.size(); }
  std::size_t batch_size() const override { return size_; }
  double gradient(const std::span<const Real>& w, const std::span<Real>& g) override;
  double full_gradient(std::span<const Real> w, std::span<Real> g) override;
  double weighted_gradient(std::span<const Real> w, const Draw& draw, std::span<Real> g) override;
  /// ‖∇ℓ‖² of every sample.
  std::vector<double> squared_norms(std::span<const Real> w);

  std::vector<std::uint32_t> drawn;
  std::vector<double> weights;

 private:
  static constexpr std::size_t three = 3;

  NetworkProblem problem_;
  std::vector<std::uint32_t> order_, cells_;
  std::size_t first_ = 0, size_ = 0;
};

NetworkData network_named(const std::string& name);

}  // namespace fall_line::reference
