// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "optimizer/line_rules.hpp"
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// Nonlinear conjugate gradients (Nocedal & Wright, Alg. 5.4): p ← -g + β p, and a strong Wolfe
/// search along p. Every n steps p restarts as -g.
struct ConjugateGradient {
  enum Beta { polak_ribiere, fletcher_reeves, hestenes_stiefel };
  int beta = polak_ribiere;
  double c1 = 1e-4, c2 = 0.1;

  struct State {
    Vector direction, gradient;  ///< Of the last step.
    double steps = 0;            ///< Since the last restart; 0: a restart is due.
    double rate = 0, slope = 0;  ///< Of the last step.
    Line line;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("direction", direction);
      visit("lastGradient", gradient);
      visit("stepsSinceRestart", steps);
      visit("lastRate", rate);
      visit("lastSlope", slope);
    }
  };

  void prepare(State& state) const { state.line.reset(state.direction.size()); }

  void step(State& state, Objective& objective, std::span<Real> w, const StepContext& step) const {
    Line& line = state.line;
    line.start(objective, w);
    const auto g = line.gradient();
    if (is_flat(g)) return converge(step);
    const double kept = state.steps == 0 ? 0 : beta_of(state, g);
    if (kept == 0) state.steps = 0;
    aim(state, kept);
    if (!(line.origin().slope < 0)) {
      state.steps = 0;
      aim(state, 0);
    }
    // The step that would promise the same decrease as the last one (Nocedal & Wright, eq. 3.60).
    const double first =
        state.rate > 0 ? state.rate * state.slope / line.origin().slope : first_step(line);
    const LinePoint found = strong_wolfe(line, first, {c1, c2});
    if (found.alpha == 0) {
      state.steps = state.rate = 0;
      return small_gradient_step(line, w, step.outcome);
    }
    step.outcome.rate = state.rate = found.alpha;
    state.slope = line.origin().slope;
    state.steps += 1;
    if (state.steps >= static_cast<double>(w.size())) state.steps = 0;
    std::copy(g.begin(), g.end(), state.gradient.begin());
    std::copy(line.trial().begin(), line.trial().end(), w.begin());
  }

  void marks(const State&, const State&, const SeenStep& seen, Marks& out) const {
    out.trials("trials", seen);
  }

 private:
  static void aim(State& state, double kept) {
    const auto g = state.line.gradient();
    for (std::size_t i = 0; i < g.size(); ++i)
      state.direction[i] = real(kept * state.direction[i] - g[i]);
    state.line.aim(state.direction);
  }

  double beta_of(const State& state, std::span<const Real> g) const {
    const Vector& last = state.gradient;
    double change = 0, turn = 0;  // gᵀ(g - g₋), pᵀ(g - g₋)
    for (std::size_t i = 0; i < g.size(); ++i) {
      const double y = static_cast<double>(g[i]) - last[i];
      change += g[i] * y;
      turn += state.direction[i] * y;
    }
    const double result = beta == fletcher_reeves ? dense::dot(g, g) / dense::dot(last, last)
                          : beta == polak_ribiere ? change / dense::dot(last, last)
                                                  : change / turn;
    // Both the Polak-Ribière and the Hestenes-Stiefel formula can be negative: then restart at -g.
    return result > 0 && result - result == 0 ? result : 0;
  }
};

constexpr Choice betas[] = {{"pr-plus", "Polak-Ribière, never negative"},
                            {"fr", "Fletcher-Reeves"},
                            {"hs", "Hestenes-Stiefel, never negative"}};

constexpr auto rows = std::array{row<ConjugateGradient>(
                          &ConjugateGradient::beta,
                          {.id = "beta",
                           .name = "Beta formula",
                           .symbol = "β",
                           .doc = "Decides how much of the previous direction a step keeps. On a "
                                  "quadratic with exact line searches all three formulas agree.",
                           .choices = betas})} +
                      wolfe_rows<ConjugateGradient>();

constexpr std::array marks{line_trials};

constexpr std::array state{StateDocs{"direction", "p", "search direction"},
                           StateDocs{"lastGradient", "g_-", "gradient of the step before"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry conjugate_gradient =
    optimizer_entry<ConjugateGradient, rows>({
        .id = "conjugate-gradient",
        .needs = value_and_gradient,
        .full_batch = true,
        .needs_float64 = true,
        .vectors = [](const Values&) { return 3.0; },
    });

extern constinit const OptimizerDocs conjugate_gradient_docs = {
    .name = "Conjugate gradients",
    .family = family::curvature,
    .summary =
        "Combines each new gradient with the previous direction, so that a step does not "
        "undo the progress of earlier ones.",
    .guide = {.idea = "On a quadratic with exact line searches, such directions reach the minimum "
                      "in as many steps as there are parameters. They come from gradients alone, "
                      "so no matrix is needed.",
              .use = "Use it with full batches on smooth losses when the matrix of BFGS would be "
                     "too large. It stores only a few vectors.",
              .pitfalls = "On losses that are not quadratic, old directions lose their value and "
                          "can point uphill. It then restarts along the gradient, and the "
                          "Polak-Ribière formula restarts by itself when it turns negative."},
    .formula =
        R"(p \leftarrow -g + \beta p \qquad \beta^{PR} = \frac{g^\top (g-g_-)}{g_-^\top g_-} \qquad \theta \leftarrow \theta + \alpha p)",
    .paper = {"Note sur la convergence de méthodes de directions conjuguées",
              "E. Polak, G. Ribière", 1969, "https://www.numdam.org/item/M2AN_1969__3_1_35_0/"},
    .notes =
        "Three formulas are offered: Fletcher & Reeves 1964, and Polak & Ribière 1969 and Hestenes "
        "& Stiefel 1952, both cut off at 0. The direction restarts every n steps, which SciPy does "
        "not do. The strong Wolfe line search uses c2 = 0.1, as Nocedal & Wright suggest for "
        "conjugate gradients. Stops as converged when every component of the gradient is at most "
        "1e-10 in size. It also stops when no small step down the gradient lowers the loss.",
    .cost = "1 gradient a trial",
    .memory = "2n",
    .checked_against = "NumPy transcription, SciPy 1.10 minima",
    .state = state,
    .marks = marks,
    .code = {.definition = R"py(class ConjugateGradient(VectorRule):
    steps = 0  # Since the last restart.
    promise = None  # The fall of the loss that the slope promised in the last step.

    def move(self, here):
        g = here.g
        kept = self.kept(g) if self.steps > 0 else 0
        p = kept * self.p - g if kept > 0 else -g
        if kept == 0 or not g @ p < 0:
            self.steps, p = 0, -g
        line = Line(self, here, p)
        # The step at which the slope promises as much again.
        first = self.promise / here.slope if self.promise else 1 / max(1, g.norm())
        there = line.strong_wolfe(first, self.c1, self.c2)
        if there is None:
            self.steps, self.promise = 0, None
            return self.small_step(here)
        self.promise = there.alpha * here.slope
        self.steps = (self.steps + 1) % len(g)
        self.p, self.last = p, g
        return there.w

    def kept(self, g):
        """How much of the last direction to keep. At 0 it starts again with -g."""
        y = g - self.last
        if self.beta == "fr":
            beta = (g @ g) / (self.last @ self.last)
        elif self.beta == "pr-plus":
            beta = (g @ y) / (self.last @ self.last)
        else:
            beta = (g @ y) / (self.p @ y)
        return beta if 0 < beta < math.inf else 0
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
