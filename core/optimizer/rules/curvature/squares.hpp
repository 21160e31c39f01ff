// SPDX-License-Identifier: MIT
#pragma once

#include "optimizer/line_rules.hpp"

/// What the rules for sums of squares share.
namespace fall_line {

/// The loss |r|²/2 at a point, and steps that JᵀJ suggests.
class LeastSquares {
 public:
  /// Computes r, J, Jᵀr, and JᵀJ at w; returns the loss.
  double look(Objective& objective, std::span<const Real> w);
  /// Jᵀr
  std::span<const Real> gradient() const { return gradient_; }
  /// Solves (JᵀJ + μ) p = -Jᵀr. False: with rounding the matrix is not positive definite.
  bool solve(double mu, std::span<Real> p);
  /// The loss at w + rate p, which trial() then holds.
  double trial_loss(Objective& objective, std::span<const Real> w, std::span<const Real> p,
                    double rate);
  const Vector& trial() const { return trial_; }

  /// JᵀJ and the step that it suggested, of two parameters.
  void marks(const SeenStep& seen, std::span<const Real> p, Marks& out) const;

 private:
  Vector residuals_, jacobian_, gradient_, normal_, factor_, trial_;
};

inline constexpr std::array least_squares_marks{
    MarkDocs{"gaussNewton", MarkKind::curvature, "Gauss-Newton matrix",
             "It stands in for the Hessian. The ellipse is long where the errors hardly change, "
             "and its axes carry the eigenvalues."},
    model_step,
    MarkDocs{"trials", MarkKind::trials, "Trial steps",
             "Crosses are steps that lowered the loss too little, so a shorter one was tried. The "
             "ring is the step that was taken."}};

inline constexpr Need residuals_needed[] = {Need::gradient, Need::value, Need::residuals};

template <class Rule>
constexpr Row<Rule> mu_row(std::string_view name, std::string_view doc) {
  return row<Rule>(&Rule::mu, {.id = "mu",
                               .name = name,
                               .symbol = "μ",
                               .domain = above(0),
                               .slider = logarithmic(1e-8, 10),
                               .doc = doc});
}

}  // namespace fall_line
