// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "optimizer/line_rules.hpp"
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// L-BFGS (Liu & Nocedal 1989; Nocedal & Wright, Algs. 7.4-7.5): BFGS from the last few steps s and
/// changes of the gradient y alone, which a two-loop recursion applies to g, from (yᵀs/yᵀy) 1.
struct LBfgs {
  int memory = 10;
  double c1 = 1e-4, c2 = 0.9;

  struct State {
    Vector direction;
    Vector steps, changes;  ///< Of the last pairs, [pair][n]: a ring.
    double pairs = 0;       ///< Stored since the start.
    Line line;
    std::vector<double> weights;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("direction", direction);
      visit("steps", steps);
      visit("gradientChanges", changes);
      visit("pairs", pairs);
    }
  };

  void prepare(State& state) const {
    const std::size_t n = state.direction.size(), most = static_cast<std::size_t>(memory);
    state.line.reset(n);
    state.steps.assign(n * most, 0);
    state.changes.assign(n * most, 0);
    state.weights.assign(most, 0);
  }

  void step(State& state, Objective& objective, std::span<Real> w, const StepContext& step) const {
    Line& line = state.line;
    line.start(objective, w);
    if (is_flat(line.gradient())) return converge(step);
    aim(state);
    if (!(line.origin().slope < 0)) {
      state.pairs = 0;
      aim(state);
    }
    const double first = state.pairs == 0 ? first_step(line) : 1;
    const LinePoint found = strong_wolfe(line, first, {c1, c2});
    if (found.alpha == 0) {
      state.pairs = 0;
      return small_gradient_step(line, w, step.outcome);
    }
    step.outcome.rate = found.alpha;
    if (shows_curvature(line, found)) remember(state, w);
    std::copy(line.trial().begin(), line.trial().end(), w.begin());
  }

  void marks(const State&, const State& state, const SeenStep& seen, Marks& out) const {
    out.trials("trials", seen);
    out.arrow("modelStep", seen.from, 1, state.direction);
  }

 private:
  struct Pair {
    std::span<Real> s, y;
  };
  /// The pair stored `age` pairs ago, 1 the newest.
  static Pair pair(State& state, std::size_t age) {
    const std::size_t n = state.direction.size();
    const std::size_t at = (static_cast<std::size_t>(state.pairs) - age) % state.weights.size() * n;
    return {std::span(state.steps).subspan(at, n), std::span(state.changes).subspan(at, n)};
  }

  static void add(std::span<const Real> x, double factor, Vector& sum) {
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += real(factor * x[i]);
  }

  static void aim(State& state) {
    Vector& p = state.direction;
    const auto g = state.line.gradient();
    for (std::size_t i = 0; i < p.size(); ++i) p[i] = -g[i];
    const std::size_t known = std::min(static_cast<std::size_t>(state.pairs), state.weights.size());
    for (std::size_t age = 1; age <= known; ++age) {
      const auto [s, y] = pair(state, age);
      state.weights[age - 1] = dense::dot(s, p) / dense::dot(s, y);
      add(y, -state.weights[age - 1], p);
    }
    if (known > 0) {
      const auto [s, y] = pair(state, 1);
      const Real scale = real(dense::dot(s, y) / dense::dot(y, y));
      for (Real& x : p) x *= scale;
    }
    for (std::size_t age = known; age > 0; --age) {
      const auto [s, y] = pair(state, age);
      add(s, state.weights[age - 1] - dense::dot(y, p) / dense::dot(s, y), p);
    }
    state.line.aim(p);
  }

  static void remember(State& state, std::span<const Real> w) {
    state.pairs += 1;
    const auto [s, y] = pair(state, 1);
    for (std::size_t i = 0; i < w.size(); ++i) {
      s[i] = state.line.trial()[i] - w[i];
      y[i] = state.line.trial_gradient()[i] - state.line.gradient()[i];
    }
  }
};

constexpr auto rows =
    std::array{row<LBfgs>(&LBfgs::memory,
                          {.id = "memory",
                           .name = "Memory (number of past steps)",
                           .symbol = "m",
                           .domain = within(1, 1000),
                           .slider = linear(1, 30),
                           .unit = "steps",
                           .doc = "Raising it estimates the curvature from more past steps, and "
                                  "each step takes longer.",
                           .live = false})} +
    wolfe_rows<LBfgs>();

constexpr std::array suits{
    Suit{Situation::many_parameters, "remembers ten steps instead of a matrix"},
    Suit{Situation::little_data, "uses all samples in every step"},
    Suit{Situation::little_noise, "reads the curvature from changes that noise would hide"},
    Suit{Situation::costly_gradients, "learns from gradients that it has already paid for"},
    Suit{Situation::low_loss_at_end, "learns the curvature, which pays most near a minimum"},
    Suit{Situation::few_settings, "finds its own step lengths, without a learning rate"}};

constexpr std::array marks{line_trials, model_step};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry l_bfgs = optimizer_entry<LBfgs, rows>({
    .id = "l-bfgs",
    .needs = value_and_gradient,
    .full_batch = true,
    .needs_float64 = true,
    .vectors = [](const Values& values) { return 2 * values[0]; },
});

extern constinit const OptimizerDocs l_bfgs_docs = {
    .name = "L-BFGS",
    .family = family::curvature,
    .summary =
        "Approximates BFGS from its last few steps, so its memory grows with the number of "
        "parameters instead of the square.",
    .guide =
        {.idea = "Recent steps and gradient changes describe the curvature around the current "
                 "point. A short recursion turns them into an approximate Newton direction without "
                 "storing a matrix.",
         .use = "Use it with full batches on smooth losses, including networks that are too large "
                "for BFGS.",
         .pitfalls =
             "It can stop in a local minimum or at a saddle point, and it needs the full batch "
             "because noise spoils its curvature estimates. Restart it from other weights."},
    .suits = suits,
    .formula =
        R"(\theta \leftarrow \theta - \alpha B_m g \qquad B_m \text{ from the last } m \text{ pairs } s=\Delta\theta,\ y=\Delta g)",
    .paper = {"On the limited memory BFGS method for large scale optimization",
              "D. C. Liu, J. Nocedal", 1989, "https://doi.org/10.1007/BF01589116"},
    .notes =
        "Two-loop recursion with a strong Wolfe line search. The defaults of c1 and c2 are those "
        "of Nocedal & Wright, and a memory of 10 is SciPy's. PyTorch takes a fixed step unless "
        "asked for a line search, remembers 100 steps, and runs up to 20 iterations per step. Here "
        "each step is one iteration. SciPy's version handles bounds and uses a different line "
        "search. Stops as converged when every component of the gradient is at most 1e-10 in size. "
        "It also stops when no small step down the gradient lowers the loss.",
    .cost = "1 gradient a trial",
    .memory = "2mn + n",
    .checked_against = "NumPy transcription, SciPy 1.10 minima",
    .marks = marks,
    .code = {.pytorch = {.differs = "PyTorch's L-BFGS runs up to 20 iterations in a step, and its "
                                    "searches try other steps."},
             .definition = R"py(class LBFGS(VectorRule):
    pairs = []  # The last steps s, and the changes y of the gradient along them.

    def move(self, here):
        g = here.g
        p = -self.two_loops(g)
        if not g @ p < 0:
            self.pairs, p = [], -g
        first = 1 if self.pairs else 1 / max(1, g.norm())
        there = Line(self, here, p).strong_wolfe(first, self.c1, self.c2)
        if there is None:
            self.pairs = []
            return self.small_step(here)
        # A step without curvature, as at a kink, tells nothing about the Hessian.
        if there.slope > (1 - 1e-8) * here.slope:
            self.pairs = [*self.pairs, (there.w - here.w, there.g - g)][-self.memory :]
        return there.w

    def two_loops(self, q):
        """q times the inverse Hessian, as far as the pairs tell it."""
        alphas = []
        for s, y in reversed(self.pairs):
            alphas.append((s @ q) / (y @ s))
            q = q - alphas[-1] * y
        if self.pairs:
            s, y = self.pairs[-1]
            q = (s @ y) / (y @ y) * q
        for (s, y), alpha in zip(self.pairs, reversed(alphas)):
            q = q + (alpha - (y @ q) / (y @ s)) * s
        return q
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
