// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <vector>

#include "objective/training_problem.hpp"

namespace fall_line {

/// An objective of two parameters that remembers where a step asked for the loss, and what the
/// Hessian is. Nothing that it is asked for changes.
class Witness final : public Objective {
 public:
  /// A point where a step asked for the loss, with or without its gradient.
  using Look = std::array<Real, 2>;

  /// `problem` is on the batch that `objective` evaluates.
  Witness(Objective& objective, TrainingProblem& problem)
      : objective_(objective), problem_(problem) {}

  /// In order.
  std::span<const Look> looks() const { return looks_; }
  /// xx, xy, yx, yy of the batch's loss. Not counted as work.
  std::array<double, 4> hessian(std::span<const Real> w) const;

  std::size_t size() const override { return objective_.size(); }
  std::span<const ParameterBlock> blocks() const override { return objective_.blocks(); }
  double gradient(const std::span<const Real>& w, const std::span<Real>& g) override;
  double loss(std::span<const Real> w) override;
  void hessian_product(std::span<const Real> w, std::span<const Real> v,
                       std::span<Real> out) override {
    objective_.hessian_product(w, v, out);
  }
  std::size_t residual_count() const override { return objective_.residual_count(); }
  double residuals(std::span<const Real> w, std::span<Real> r, std::span<Real> jacobian) override;

 private:
  void note(std::span<const Real> w) { looks_.push_back({w[0], w[1]}); }

  Objective& objective_;
  TrainingProblem& problem_;
  std::vector<Look> looks_;
};

}  // namespace fall_line
