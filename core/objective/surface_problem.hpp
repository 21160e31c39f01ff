// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "objective/training_problem.hpp"
#include "surface/surface.hpp"

namespace fall_line {

/// Descent on a test function of two parameters. Each step sees the function itself or, if it
/// changes from step to step, the function of that step. `gradient_noise` σ adds a tilt ξ·w, ξ ~
/// N(0, σ² I), and so ξ to the gradient. Every evaluation within a step has the same ξ.
class SurfaceProblem final : public TrainingProblem {
 public:
  struct Options {
    std::array<double, 2> start;
    double gradient_noise;
    std::uint64_t seed;
  };

  SurfaceProblem(const SurfaceEntry& surface, Values values, Options options);

  std::size_t parameters() const override { return 2; }
  std::span<const ParameterBlock> blocks() const override { return {&column, 1}; }
  void start(std::span<Real> w) override;

  std::size_t next_batch() override;
  std::uint64_t drawn() const override { return drawn_; }
  void seek(std::uint64_t drawn) override;
  std::size_t training_samples() const override { return 1; }
  void project(std::span<Real> w) const override;

  double gradient(const std::span<const Real>& w, const std::span<Real>& g) override;
  double loss(std::span<const Real> w) override;
  void hessian_product(std::span<const Real> w, std::span<const Real> v,
                       std::span<Real> out) override;
  double full_gradient(std::span<const Real> w, std::span<Real> g) override;
  void full_hessian_product(std::span<const Real> w, std::span<const Real> v,
                            std::span<Real> out) override;
  /// A sum of squares stops being one when it is tilted.
  std::size_t residual_count() const override;
  double residuals(std::span<const Real> w, std::span<Real> r, std::span<Real> jacobian) override;
  bool stationary() const override {
    return options_.gradient_noise == 0 && surface_.at_step == nullptr;
  }
  double penalty(std::span<const Real>) const override { return 0; }
  double lowest_loss() const override { return surface_.lowest; }
  Score train_score(std::span<const Real> w) override;
  Score test_score(std::span<const Real> w) override;
  Measures measures() const override { return {}; }

  RowWidths row_widths() const override { return {2, 1}; }
  /// The surface's values at points, wherever the parameters are.
  std::vector<double> predict(std::span<const Real> w, std::span<const double> points) override;
  bool on_plane() const override { return true; }
  DivergenceWords divergence_words() const override {
    return {.loss = "its value is no longer a finite number",
            .parameters = "its position is no longer finite"};
  }

 private:
  static constexpr ParameterBlock column{0, 2, 1};

  Jet at(std::span<const Real> w) const;
  /// The function of this step, before the tilt.
  Jet seen(std::span<const Real> w) const;

  const SurfaceEntry& surface_;
  Values values_;
  Options options_;
  std::uint64_t drawn_ = 0;
  std::array<double, 2> noise_{};
};

}  // namespace fall_line
