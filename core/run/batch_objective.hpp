// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>

#include "numeric/kernels.hpp"
#include "run/run.hpp"

namespace fall_line {

/// The objective of one step: evaluates the next mini-batch, counts the work, detects divergence
/// and clips gradients.
class Run::BatchObjective final : public Objective {
 public:
  BatchObjective(Run& run, std::size_t samples) : run_(run), samples_(samples) {}

  std::size_t size() const override { return run_.problem_->parameters(); }
  std::span<const ParameterBlock> blocks() const override { return run_.problem_->blocks(); }

  double gradient(const std::span<const Real>& w, const std::span<Real>& g) override {
    const double loss = known_gradient(w, g);
    clip(watch(loss, g), g);
    tell(g);
    return loss;
  }

  double loss(std::span<const Real> w) override {
    run_.report_.work.loss += samples_;
    return run_.problem_->loss(w);
  }

  void hessian_product(std::span<const Real> w, std::span<const Real> v,
                       std::span<Real> out) override {
    run_.report_.work.hessian_product += samples_;
    run_.problem_->hessian_product(w, v, out);
  }

  std::size_t residual_count() const override { return run_.problem_->residual_count(); }

  /// With its Jacobian each sample counts as a gradient: the outputs' slopes make it up.
  double residuals(std::span<const Real> w, std::span<Real> r, std::span<Real> jacobian) override {
    Work& work = run_.report_.work;
    (jacobian.empty() ? work.loss : work.gradient) += samples_;
    const double loss = run_.problem_->residuals(w, r, jacobian);
    if (!jacobian.empty() && first_) {
      Vector g(w.size(), 0);
      for (std::size_t i = 0; i < r.size(); ++i)
        for (std::size_t j = 0; j < g.size(); ++j) g[j] += r[i] * jacobian[i * g.size() + j];
      watch(loss, g);
    }
    return loss;
  }

  std::size_t samples() const override { return run_.problem_->split().train.size(); }
  std::size_t batch_size() const override { return samples_; }

  double full_gradient(std::span<const Real> w, std::span<Real> g) override {
    run_.report_.work.gradient += samples();
    return run_.problem_->full_gradient(w, g);
  }

  double weighted_gradient(std::span<const Real> w, const Draw& draw, std::span<Real> g) override {
    run_.report_.work.gradient += draw.samples.size();
    run_.drawn_batch_.assign(draw.samples.begin(), draw.samples.end());
    const double loss = run_.problem_->weighted_gradient(w, draw, g);
    clip(watch(loss, g), g);
    tell(g);
    return loss;
  }

  /// One forward and one backward pass, as for a gradient.
  void kronecker_factors(std::span<const Real> w, Stream& random,
                         std::span<Real> factors) override {
    run_.report_.work.gradient += samples_;
    run_.problem_->kronecker_factors(w, random, factors);
  }

  bool gradient_finite() const { return gradient_finite_; }

 private:
  /// Returns the norm of a gradient. Only the first gradient of a step goes into the report, since
  /// trial points of a line search say nothing about where the run is.
  double watch(double loss, std::span<const Real> g) {
    const double norm = std::sqrt(kernels::sum_of_squares(g));
    if (!first_) return norm;
    first_ = false;
    run_.report_.loss = loss;
    run_.report_.gradient_norm = norm;
    if (run_.probe_) run_.probe_->see_gradient(g.data(), g.size());
    // The norm of finite numbers may overflow, so check the numbers before reporting divergence.
    gradient_finite_ = norm - norm == 0 || kernels::all_finite(g);
    return norm;
  }

  void tell(std::span<const Real> g) const {
    if (run_.dissected_ == nullptr) return;
    Vector& first = run_.dissected_->gradient;
    if (first.empty()) first.assign(g.begin(), g.end());
  }

  void clip(double norm, std::span<Real> g) const {
    const double limit = run_.plan_.racer.clip_norm;
    if (!(limit > 0 && norm > limit)) return;
    const auto factor = static_cast<Real>(limit / norm);
    for (Real& x : g) x *= factor;
  }

  double known_gradient(const std::span<const Real>& w, const std::span<Real>& g) {
    Known& known = run_.known_;
    if (std::equal(w.begin(), w.end(), known.at.begin(), known.at.end())) {
      std::copy(known.gradient.begin(), known.gradient.end(), g.begin());
      return known.loss;
    }
    run_.report_.work.gradient += samples_;
    const double loss = run_.problem_->gradient(w, g);
    if (run_.remembers_) {
      known.at.assign(w.begin(), w.end());
      known.gradient.assign(g.begin(), g.end());
      known.loss = loss;
    }
    return loss;
  }

  Run& run_;
  std::size_t samples_;
  bool first_ = true, gradient_finite_ = true;
};

}  // namespace fall_line
