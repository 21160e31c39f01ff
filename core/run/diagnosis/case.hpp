// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "numeric/lanczos.hpp"
#include "objective/training_problem.hpp"
#include "run/curve.hpp"
#include "run/diagnosis/trials.hpp"
#include "run/plan.hpp"
#include "run/report.hpp"

namespace fall_line {

/// A run under diagnosis.
struct Case {
  const Plan& plan;
  const Report& report;
  const Curve& curve;
  std::span<const Real> parameters;
  Vector evaluated;  ///< The parameters that the losses are of.
  /// The rates that the last update gave the parameters. Empty for a rule without such.
  std::optional<std::vector<double>> rates;
  TrainingProblem& problem;
  Trials& trials;

  /// How far a training loss is above the lowest possible one.
  double excess(double loss) const { return loss - problem.lowest_loss(); }
  /// Whether there is a lowest loss.
  bool bounded() const { return problem.lowest_loss() > -infinity; }
  /// Whether it diverged because there is no lowest loss, and not by overshooting.
  bool fell() const;
  /// The ends of the spectrum of the full-batch Hessian. Empty where they are not finite, or would
  /// take too long.
  std::optional<SpectrumEnds> curvature(std::span<const Real> w);
};

}  // namespace fall_line
