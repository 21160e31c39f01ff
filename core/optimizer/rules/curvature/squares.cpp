// SPDX-License-Identifier: MIT
#include "optimizer/rules/curvature/squares.hpp"

#include <algorithm>

namespace fall_line {

double LeastSquares::look(Objective& objective, std::span<const Real> w) {
  const std::size_t n = w.size(), rows = objective.residual_count();
  residuals_.resize(rows);
  jacobian_.resize(rows * n);
  const double loss = objective.residuals(w, residuals_, jacobian_);
  gradient_.assign(n, 0);
  normal_.assign(n * n, 0);
  for (std::size_t i = 0; i < rows; ++i) {
    const Real* line = jacobian_.data() + i * n;
    for (std::size_t j = 0; j < n; ++j) {
      gradient_[j] += residuals_[i] * line[j];
      // The lower triangle is all that Cholesky reads.
      for (std::size_t k = 0; k <= j; ++k) normal_[j * n + k] += line[j] * line[k];
    }
  }
  return loss;
}

bool LeastSquares::solve(double mu, std::span<Real> p) {
  const std::size_t n = p.size();
  factor_ = normal_;
  for (std::size_t i = 0; i < n; ++i) factor_[i * n + i] += real(mu);
  if (!dense::cholesky(factor_, n)) return false;
  for (std::size_t i = 0; i < n; ++i) p[i] = -gradient_[i];
  dense::cholesky_solve(factor_, p);
  return true;
}

double LeastSquares::trial_loss(Objective& objective, std::span<const Real> w,
                                std::span<const Real> p, double rate) {
  trial_.resize(w.size());
  for (std::size_t i = 0; i < w.size(); ++i) trial_[i] = real(w[i] + rate * p[i]);
  return objective.loss(trial_);
}

void LeastSquares::marks(const SeenStep& seen, std::span<const Real> p, Marks& out) const {
  if (normal_.size() != 4) return;
  out.curvature("gaussNewton", seen.from, {normal_[0], normal_[2], normal_[2], normal_[3]});
  out.arrow("modelStep", seen.from, 1, p);
  out.trials("trials", seen);
}

}  // namespace fall_line
