// SPDX-License-Identifier: MIT
#pragma once

#include "objective/objective.hpp"
#include "optimizer/optimizer.hpp"

namespace fall_line {

/// φ(α) = f(w + α p), its value and slope at one α.
struct LinePoint {
  double alpha = 0, value = 0, slope = 0;
};

/// The parameters seen along a direction p. Every evaluation is one of the objective's.
class Line {
 public:
  void reset(std::size_t n);
  /// Computes f and its gradient at w, for which every search starts; returns f.
  double start(Objective& objective, std::span<const Real> w);
  /// Sets p and the slope of φ at 0, which must be negative for a search to find anything.
  void aim(std::span<const Real> p);

  std::span<const Real> gradient() const { return gradient_; }
  const LinePoint& origin() const { return origin_; }
  /// The last point evaluated, and its gradient unless only the value was asked for.
  const Vector& trial() const { return trial_; }
  const Vector& trial_gradient() const { return trial_gradient_; }

  LinePoint evaluate(double alpha);
  /// The value alone; its slope is unknown.
  LinePoint evaluate_loss(double alpha);
  /// Moves there without an evaluation.
  LinePoint go_to(double alpha);
  /// How far rounding alone may change f. Smaller differences mean nothing.
  double noise() const;
  /// p^T H p, by one Hessian product.
  double curvature();

 private:
  Objective* objective_ = nullptr;
  std::span<const Real> p_;
  Vector start_, gradient_, trial_, trial_gradient_, product_;
  LinePoint origin_;
};

/// The conditions on a good step length (Nocedal & Wright, eqs. 3.6-3.7).
struct Wolfe {
  double c1, c2;
};

/// Each search leaves the line at the point it returns, where alpha 0 means that it found none.
/// This one ends where φ has fallen enough and its slope is small: |φ'(α)| <= c2 |φ'(0)|
/// (Nocedal & Wright, Algs. 3.5-3.6).
LinePoint strong_wolfe(Line& line, double first, Wolfe conditions);
/// α = first, first·shrink, ... until φ falls enough; computes values alone.
LinePoint backtrack(Line& line, double first, double shrink, double c1);
/// From `first` back to the minimum of the cubic through 0 and the trial, by a half at least and to
/// a tenth at most, until φ falls enough. Computes gradients: the next step needs that of its
/// start.
LinePoint backtrack_by_cubics(Line& line, double first, double c1);

/// A rule's own convergence test: it stops where no component of the gradient is larger than this.
inline constexpr double flat_gradient = 1e-10;
inline constexpr std::string_view flat_reason =
    "every component of the gradient is at most 1e-10 in size";
bool is_flat(std::span<const Real> g);

/// For a failed search: tries ever smaller steps down the gradient until the loss falls, and ends
/// the run if none lowers it. Writes w and the outcome.
void small_gradient_step(Line& line, std::span<Real> w, StepOutcome& outcome);

}  // namespace fall_line
