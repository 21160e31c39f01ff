// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "optimizer/rule.hpp"
#include "optimizer/rules/curvature/squares.hpp"

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
    int trials = 0;
    for (; state.mu <= mu_max; state.mu *= factor) {
      if (++trials > most_trials) return;
      if (!squares.solve(state.mu, state.direction)) continue;
      if (!(squares.trial_loss(objective, w, state.direction, 1) < value)) continue;
      std::copy(squares.trial().begin(), squares.trial().end(), w.begin());
      state.mu = std::max(state.mu / factor, smallest);
      step.outcome.rate = 1;
      return;
    }
    state.mu = mu_max;
    step.outcome.converged = "no step lowers the loss, even with the damping at its maximum";
  }

  void marks(const State&, const State& state, const SeenStep& seen, Marks& out) const {
    state.squares.marks(seen, state.direction, out);
  }

 private:
  /// With a factor close to 1, the next step goes on raising the damping.
  static constexpr int most_trials = 1000;
  /// Rounding swallows a damping below this.
  static constexpr double smallest = 1e-20;
};

constexpr std::array rows{
    after_restart(mu_row<LevenbergMarquardt>(
        "Initial damping",
        "Raising it makes the first step shorter and closer to the direction of the gradient.")),
    row<LevenbergMarquardt>(&LevenbergMarquardt::factor,
                            {.id = "factor",
                             .name = "Damping factor",
                             .symbol = "β",
                             .domain = above(1),
                             .slider = linear(1.5, 20),
                             .doc = "Raising it changes the damping more after each trial step: "
                                    "down after a success, up after a failure."}),
    row<LevenbergMarquardt>(
        &LevenbergMarquardt::mu_max,
        {.id = "muMax",
         .name = "Maximum damping",
         .symbol = "μₘₐₓ",
         .domain = above(0),
         .slider = logarithmic(1, 1e12),
         .doc = "Raising it allows more attempts to find a step that lowers the loss. If none does "
                "up to this damping, the run stops as converged."})};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry levenberg_marquardt =
    optimizer_entry<LevenbergMarquardt, rows>({
        .id = "levenberg-marquardt",
        .needs = residuals_needed,
        .full_batch = true,
        .needs_float64 = true,
        .dense = true,
    });

extern constinit const OptimizerDocs levenberg_marquardt_docs = {
    .name = "Levenberg-Marquardt",
    .family = family::curvature,
    .summary =
        "For losses that are sums of squares: blends Gauss-Newton with gradient descent and "
        "adjusts the blend after every trial step.",
    .guide =
        {.idea = "With little damping the step is that of Gauss-Newton, and with heavy damping it "
                 "is a short gradient step. A successful step lowers the damping and a failed one "
                 "raises it.",
         .use = "Use it for regression with the mean squared error, a small network and the full "
                "batch. It is a standard method for small nonlinear least-squares problems.",
         .pitfalls =
             "Every trial solves a linear system in all parameters, so the cost grows with the "
             "cube of their number. It can end in a local minimum, so try other initial weights."},
    .formula =
        R"(\theta \leftarrow \theta + p \qquad (J^\top J + \mu I)\,p = -J^\top r \qquad L = \tfrac12 \|r\|^2)",
    .paper = {"Training feedforward networks with the Marquardt algorithm",
              "M. T. Hagan, M. B. Menhaj", 1994, "https://doi.org/10.1109/72.329697"},
    .notes =
        "The damping is μ times the identity, as in Levenberg and in Hagan & Menhaj, where "
        "MINPACK scales it by the diagonal, as Marquardt did. The initial damping, its factor "
        "and its maximum are those of MATLAB's trainlm. The vector r holds the errors times "
        "√(2/(N K)), and √λ₂ w for each weight under an L2 penalty. So μ is in units of the "
        "displayed loss. A Jacobian counts as a gradient and a trial as a loss. Stops as "
        "converged when every component of the gradient is at most 1e-10 in size. It also "
        "stops when no step lowers the loss up to the maximum damping.",
    .cost = "1 Jacobian + trials",
    .memory = "2n² + rn, r residuals",
    .checked_against = "NumPy transcription, SciPy 1.10 minima",
    .marks = least_squares_marks,
    .code = {.definition = R"py(class LevenbergMarquardt(LeastSquares):
    def move(self, here):
        matrix = self.normal_matrix(here)
        # If a factor close to 1 needs more trials, the next step goes on.
        for _ in range(1000):
            if self.mu > self.mu_max:
                self.ended = True
                break
            p = self.solve(matrix, self.mu, here.g)
            if p is not None and self.look(here.w + p).loss < here.loss:
                # Rounding would swallow a smaller one.
                self.mu = max(self.mu / self.factor, 1e-20)
                return here.w + p
            self.mu = self.mu * self.factor
        return here.w
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
