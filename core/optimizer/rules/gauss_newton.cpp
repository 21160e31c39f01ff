// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "optimizer/rules/entries.hpp"
#include "optimizer/rules/squares.hpp"

namespace fall_line {
namespace {

/// Gauss-Newton with a search (Nocedal & Wright, ch. 10.3): (JᵀJ + μ) p = -Jᵀr, θ ← θ + η p,
/// halving η until the loss falls. The small constant μ keeps p finite where J has lost rank.
struct GaussNewton {
  double learning_rate = 1, mu = 1e-3;

  struct State {
    Vector direction;
    LeastSquares squares;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("direction", direction);
    }
  };

  void step(State& state, Objective& objective, std::span<Real> w, const StepContext& step) const {
    LeastSquares& squares = state.squares;
    const double value = squares.look(objective, w);
    const auto g = squares.gradient();
    if (is_flat(g)) return converge(step);
    if (squares.solve(mu, state.direction)) {
      const double slope = dense::dot(g, state.direction);
      for (double rate = step.learning_rate; rate > 1e-12 * step.learning_rate; rate *= 0.5) {
        const double here = squares.trial_loss(objective, w, state.direction, rate);
        if (!(here <= value + 1e-4 * rate * slope)) continue;
        std::copy(squares.trial().begin(), squares.trial().end(), w.begin());
        step.outcome.rate = rate;
        return;
      }
    }
    step.outcome.converged = "no part of the step lowers the loss any more";
  }
};

constexpr std::array rows{
    learning_rate_row<GaussNewton>("The share of the step tried first: 1 is all of it."),
    mu_row<GaussNewton>("Added to JᵀJ: it bounds the step where the errors say nothing about a "
                        "parameter.")};

}  // namespace

constinit const OptimizerEntry optimizer_entries::gauss_newton = optimizer_entry<GaussNewton,
                                                                                 rows>({
    .id = "gauss-newton",
    .name = "Gauss-Newton",
    .family = family::curvature,
    .summary =
        "For sums of squares: Newton's step with the curvature that the errors' slopes alone "
        "give, which is always positive and needs no second derivative.",
    .formula =
        R"(\theta \leftarrow \theta + \eta\,p \qquad (J^\top J + \mu I)\,p = -J^\top r \qquad L = \tfrac12 \|r\|^2)",
    .paper = {"Numerical optimization, 2nd edition, chapter 10", "J. Nocedal, S. J. Wright", 2006,
              "https://doi.org/10.1007/978-0-387-40065-5"},
    .notes =
        "Gauss's step (1809) with a backtracking search and a constant μ; the textbook form has "
        "μ = 0 and fails where J loses rank, as in every network with a spare unit. Ends as "
        "converged when no component of the gradient is larger than 1e-10, or when no part of "
        "the step lowers the loss.",
    .cost = "1 Jacobian + trials",
    .memory = "2n² + rn, r residuals",
    .checked_against = "NumPy transcription",
    .needs = residuals_needed,
    .full_batch = true,
    .needs_float64 = true,
    .dense = true,
});

}  // namespace fall_line
