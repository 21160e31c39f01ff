// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "optimizer/rule.hpp"
#include "optimizer/rules/curvature/squares.hpp"

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
    if (!squares.solve(mu, state.direction)) {
      step.outcome.converged = "the damping is too small to compute a step";
      return;
    }
    const double slope = dense::dot(g, state.direction);
    for (double rate = step.learning_rate; rate > 1e-12 * step.learning_rate; rate *= 0.5) {
      const double here = squares.trial_loss(objective, w, state.direction, rate);
      if (!(here <= value + 1e-4 * rate * slope)) continue;
      std::copy(squares.trial().begin(), squares.trial().end(), w.begin());
      step.outcome.rate = rate;
      return;
    }
    step.outcome.converged = "even 1e-12 of the step does not lower the loss";
  }

  void marks(const State&, const State& state, const SeenStep& seen, Marks& out) const {
    state.squares.marks(seen, state.direction, out);
  }
};

constexpr std::array rows{
    learning_rate_row<GaussNewton>("The fraction of the full step that is tried first. At 1 all of "
                                   "it is tried, and lower values start with a shorter step."),
    mu_row<GaussNewton>("Damping",
                        "Raising it shortens the step along directions that hardly affect the "
                        "errors. Lower values come closer to the undamped step.")};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry gauss_newton = optimizer_entry<GaussNewton, rows>({
    .id = "gauss-newton",
    .needs = residuals_needed,
    .full_batch = true,
    .needs_float64 = true,
    .dense = true,
});

extern constinit const OptimizerDocs gauss_newton_docs = {
    .name = "Gauss-Newton",
    .family = family::curvature,
    .summary =
        "For losses that are sums of squares: takes Newton's step with a curvature computed "
        "from first derivatives alone.",
    .guide = {.idea = "For a sum of squares, the slopes of the single errors give an approximate "
                      "Hessian without second derivatives. Its curvatures are never negative, so "
                      "with a little damping the step points downhill.",
              .use =
                  "Use it for regression with the mean squared error, a small network and the full "
                  "batch. The approximation is good where the errors are small or nearly linear.",
              .pitfalls =
                  "Where large errors curve strongly the approximation is poor, and the step must "
                  "be shortened many times. Levenberg-Marquardt adapts the damping as well."},
    .formula =
        R"(\theta \leftarrow \theta + \eta\,p \qquad (J^\top J + \mu I)\,p = -J^\top r \qquad L = \tfrac12 \|r\|^2)",
    .paper = {"Numerical optimization, 2nd edition, chapter 10", "J. Nocedal, S. J. Wright", 2006,
              "https://doi.org/10.1007/978-0-387-40065-5"},
    .notes =
        "Gauss's step (1809) with a backtracking line search and a small constant damping. "
        "The textbook form has no damping and fails where J loses rank, for instance in a "
        "network with redundant hidden units. JᵀJ is positive semidefinite, and with the "
        "damping it is positive definite. Stops as converged when every component of the "
        "gradient is at most 1e-10 in size. It also stops when no shortened step lowers the "
        "loss, or when rounding makes the damped JᵀJ singular.",
    .cost = "1 Jacobian + trials",
    .memory = "2n² + rn, r residuals",
    .checked_against = "NumPy transcription",
    .marks = least_squares_marks,
    .code = {.definition = R"py(class GaussNewton(LeastSquares):
    def move(self, here):
        p = self.solve(self.normal_matrix(here), self.mu, here.g)
        eta = lr = self.param_groups[0]["lr"]
        # Half as far each time, until the loss falls enough (Nocedal & Wright, 10.3).
        while p is not None and eta > 1e-12 * lr:
            w = here.w + eta * p
            if self.look(w).loss <= here.loss + 1e-4 * eta * here.g @ p:
                return w
            eta = eta / 2
        self.ended = True
        return here.w
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
