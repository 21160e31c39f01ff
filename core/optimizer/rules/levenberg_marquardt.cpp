// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "optimizer/rules/entries.hpp"
#include "optimizer/rules/squares.hpp"

namespace fall_line {
namespace {

/// Levenberg-Marquardt (Levenberg 1944; Marquardt 1963; Hagan & Menhaj 1994): with the residuals r
/// and their Jacobian J, (JᵀJ + μ) p = -Jᵀr. A step that lowers the loss is taken and μ divided by
/// the factor; one that does not is tried again with μ times the factor.
struct LevenbergMarquardt {
  double mu = 1e-3, factor = 10, mu_max = 1e10;

  struct State {
    Vector direction;
    double mu = 0;
    LeastSquares squares;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("direction", direction);
      visit("mu", mu);
    }
  };

  void prepare(State& state) const { state.mu = mu; }

  void step(State& state, Objective& objective, std::span<Real> w, const StepContext& step) const {
    LeastSquares& squares = state.squares;
    const double value = squares.look(objective, w);
    if (is_flat(squares.gradient())) return converge(step);
    for (; state.mu <= mu_max; state.mu *= factor) {
      if (!squares.solve(state.mu, state.direction)) continue;
      if (!(squares.trial_loss(objective, w, state.direction, 1) < value)) continue;
      std::copy(squares.trial().begin(), squares.trial().end(), w.begin());
      state.mu = std::max(state.mu / factor, smallest);
      step.outcome.rate = 1;
      return;
    }
    state.mu = mu_max;
    step.outcome.converged = "no step lowers the loss, with μ at its largest";
  }

 private:
  /// Rounding has long taken what is smaller.
  static constexpr double smallest = 1e-20;
};

constexpr std::array rows{
    mu_row<LevenbergMarquardt>("How far the first step leans from Gauss-Newton's towards the "
                               "gradient's. Takes effect at a restart."),
    row<LevenbergMarquardt>(&LevenbergMarquardt::factor,
                            {.id = "factor",
                             .name = "Factor",
                             .symbol = "β",
                             .domain = above(1),
                             .slider = linear(1.5, 20),
                             .doc = "What divides μ after a good step and multiplies it after a "
                                    "bad one."}),
    row<LevenbergMarquardt>(&LevenbergMarquardt::mu_max,
                            {.id = "muMax",
                             .name = "Largest damping",
                             .symbol = "μₘₐₓ",
                             .domain = above(0),
                             .slider = logarithmic(1, 1e12),
                             .doc = "When no step lowers the loss even with this much damping, the "
                                    "run has converged."})};

}  // namespace

constinit const OptimizerEntry optimizer_entries::levenberg_marquardt = optimizer_entry<
    LevenbergMarquardt, rows>({
    .id = "levenberg-marquardt",
    .name = "Levenberg-Marquardt",
    .family = family::curvature,
    .summary = "For sums of squares: reads the curvature off the errors' own slopes, and leans "
               "from Gauss-Newton towards gradient descent whenever a step goes wrong.",
    .formula =
        R"(\theta \leftarrow \theta + p \qquad (J^\top J + \mu I)\,p = -J^\top r \qquad L = \tfrac12 \|r\|^2)",
    .paper = {"Training feedforward networks with the Marquardt algorithm",
              "M. T. Hagan, M. B. Menhaj", 1994, "https://doi.org/10.1109/72.329697"},
    .notes = "The damping is μ times the identity, as Levenberg and Hagan & Menhaj have it; "
             "MINPACK scales it by the diagonal, as Marquardt. r holds the errors times "
             "√(2/(N K)), and √λ₂ w for each weight under an L2 penalty, so that μ is in units "
             "of the loss as it is shown. A Jacobian counts as a gradient, a trial as a loss. "
             "Ends as converged when no component of the gradient is larger than 1e-10, or when "
             "μ has passed its largest value.",
    .cost = "1 Jacobian + trials",
    .memory = "2n² + rn, r residuals",
    .checked_against = "NumPy transcription, SciPy 1.10 minima",
    .needs = residuals_needed,
    .full_batch = true,
    .needs_float64 = true,
    .dense = true,
});

}  // namespace fall_line
