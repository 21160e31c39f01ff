// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
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
  void advance() {
    first_ = first_ + size_ == order_.size() ? 0 : first_ + size_;
    size_ = std::min(three, order_.size() - first_);
  }
  Outline outline() const { return {blocks(), cells_}; }

  std::size_t size() const override { return problem_.parameters(); }
  std::span<const ParameterBlock> blocks() const override { return problem_.blocks(); }
  std::size_t samples() const override { return order_.size(); }
  std::size_t batch_size() const override { return size_; }
  double gradient(const std::span<const Real>& w, const std::span<Real>& g) override {
    problem_.take(std::span(order_).subspan(first_, size_));
    return problem_.gradient(w, g);
  }
  double full_gradient(std::span<const Real> w, std::span<Real> g) override {
    return problem_.full_gradient(w, g);
  }
  double weighted_gradient(std::span<const Real> w, const Draw& draw, std::span<Real> g) override {
    drawn.assign(draw.samples.begin(), draw.samples.end());
    weights.assign(draw.weights.begin(), draw.weights.end());
    return problem_.weighted_gradient(w, draw, g);
  }
  /// ‖∇ℓ‖² of every sample.
  std::vector<double> squared_norms(std::span<const Real> w) {
    std::vector<double> ones(samples(), 1), norms(samples());
    Vector g(size());
    problem_.weighted_gradient(w, {order_, ones, norms}, g);
    return norms;
  }

  std::vector<std::uint32_t> drawn;
  std::vector<double> weights;

 private:
  static constexpr std::size_t three = 3;

  NetworkProblem problem_;
  std::vector<std::uint32_t> order_, cells_;
  std::size_t first_ = 0, size_ = 0;
};

inline NetworkData network_named(const std::string& name) {
  for (NetworkData& data : networks())
    if (data.name == name) return std::move(data);
  ADD_FAILURE() << "no network " << name;
  return {};
}

}  // namespace fall_line::reference
