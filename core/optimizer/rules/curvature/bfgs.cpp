// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <tuple>

#include "numeric/dense.hpp"
#include "optimizer/line_rules.hpp"
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// BFGS (Broyden, Fletcher, Goldfarb, Shanno 1970; Nocedal & Wright, Alg. 6.1): p = -B g, strong
/// Wolfe, and with s = the step, y = the change of the gradient, ρ = 1/yᵀs:
/// B ← (1 - ρ s yᵀ) B (1 - ρ y sᵀ) + ρ s sᵀ. B starts as 1, scaled to yᵀs/yᵀy after the first step.
struct Bfgs {
  double c1 = 1e-4, c2 = 0.9;

  struct State {
    Vector direction, inverse;
    double updates = 0;
    Line line;
    Vector s, y, by;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("direction", direction);
      visit("inverseHessian", inverse);
      visit("updates", updates);
    }
  };

  void prepare(State& state) const {
    const std::size_t n = state.direction.size();
    state.line.reset(n);
    for (Vector* v : {&state.s, &state.y, &state.by}) v->assign(n, 0);
    state.inverse.assign(n * n, 0);
    forget(state);
  }

  void step(State& state, Objective& objective, std::span<Real> w, const StepContext& step) const {
    Line& line = state.line;
    line.start(objective, w);
    if (is_flat(line.gradient())) return converge(step);
    aim(state);
    // Rounding can spoil B until its direction points uphill. Then start it again.
    if (!(line.origin().slope < 0)) {
      forget(state);
      aim(state);
    }
    const double first = state.updates == 0 ? first_step(line) : 1;
    const LinePoint found = strong_wolfe(line, first, {c1, c2});
    if (found.alpha == 0) {
      forget(state);
      return small_gradient_step(line, w, step.outcome);
    }
    step.outcome.rate = found.alpha;
    for (std::size_t i = 0; i < w.size(); ++i) {
      state.s[i] = line.trial()[i] - w[i];
      state.y[i] = line.trial_gradient()[i] - line.gradient()[i];
    }
    std::copy(line.trial().begin(), line.trial().end(), w.begin());
    if (shows_curvature(line, found)) update(state);
  }

  /// With the B that the step used.
  void marks(const State& before, const State& state, const SeenStep& seen, Marks& out) const {
    out.trials("trials", seen);
    const Vector& b = before.inverse;
    const double determinant = static_cast<double>(b[0]) * b[3] - static_cast<double>(b[1]) * b[2];
    out.curvature(
        "estimatedHessian", seen.from,
        {b[3] / determinant, -b[1] / determinant, -b[2] / determinant, b[0] / determinant});
    out.arrow("modelStep", seen.from, 1, state.direction);
  }

 private:
  static void forget(State& state) {
    const std::size_t n = state.direction.size();
    std::fill(state.inverse.begin(), state.inverse.end(), Real{0});
    for (std::size_t i = 0; i < n; ++i) state.inverse[i * n + i] = 1;
    state.updates = 0;
  }

  static void aim(State& state) {
    dense::multiply(state.inverse, state.line.gradient(), state.direction);
    for (Real& x : state.direction) x = -x;
    state.line.aim(state.direction);
  }

  static void update(State& state) {
    const auto& [s, y] = std::tie(state.s, state.y);
    const double sy = dense::dot(s, y), yy = dense::dot(y, y);
    if (state.updates == 0)
      for (Real& x : state.inverse) x *= real(sy / yy);
    dense::multiply(state.inverse, y, state.by);
    const std::size_t n = s.size();
    const double twice = (1 + dense::dot(y, state.by) / sy) / sy;
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j)
        state.inverse[i * n + j] +=
            real(twice * s[i] * s[j] - (static_cast<double>(s[i]) * state.by[j] +
                                        static_cast<double>(state.by[i]) * s[j]) /
                                           sy);
    state.updates += 1;
  }
};

constexpr auto rows = wolfe_rows<Bfgs>();

constexpr std::array suits{
    Suit{Situation::few_parameters, "keeps a number for each pair of parameters"},
    Suit{Situation::little_noise, "reads the curvature from changes that noise would hide"},
    Suit{Situation::low_loss_at_end, "learns the curvature, which pays most near a minimum"}};

constexpr std::array marks{
    line_trials,
    MarkDocs{"estimatedHessian", MarkKind::curvature, "Estimated Hessian",
             "The inverse of its matrix. The ellipse is long where the loss curves little, and its "
             "axes carry the eigenvalues."},
    model_step};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry bfgs = optimizer_entry<Bfgs, rows>({
    .id = "bfgs",
    .needs = value_and_gradient,
    .full_batch = true,
    .needs_float64 = true,
    .dense = true,
});

extern constinit const OptimizerDocs bfgs_docs = {
    .name = "BFGS",
    .family = family::curvature,
    .summary =
        "Estimates the inverse Hessian from how the gradient changes between steps, and "
        "uses it to take steps close to Newton's.",
    .guide = {.idea = "The change of the gradient along a step reveals the curvature in that "
                      "direction. Collecting this over many steps estimates the inverse Hessian "
                      "without computing any second derivative.",
              .use = "Use it with full batches on smooth losses with few parameters. Near a smooth "
                     "minimum it converges superlinearly, and gradient descent only linearly.",
              .pitfalls = "It can stop in a local minimum or at a saddle point, and its matrix "
                          "grows with the square of the parameter count. Restart from another "
                          "point, or use L-BFGS for larger networks."},
    .suits = suits,
    .formula =
        R"(\theta \leftarrow \theta - \alpha B g \qquad B \leftarrow (1-\rho s y^\top) B (1-\rho y s^\top) + \rho s s^\top \qquad \rho = 1/y^\top s)",
    .paper = {"The convergence of a class of double-rank minimization algorithms", "C. G. Broyden",
              1970, "https://doi.org/10.1093/imamat/6.1.76"},
    .notes =
        "Found in 1970 by Broyden, Fletcher, Goldfarb and Shanno, each independently. The form and "
        "the defaults of c1 and c2 are those of Nocedal & Wright, Alg. 6.1. B starts as the "
        "identity and is scaled after the first step, where SciPy leaves it unscaled. B takes n² "
        "numbers. Stops as converged when every component of the gradient is at most 1e-10 in "
        "size. It also stops when no small step down the gradient lowers the loss.",
    .cost = "1 gradient a trial",
    .memory = "n² + n",
    .checked_against = "NumPy transcription, SciPy 1.10 minima",
    .marks = marks,
    .code = {.definition = R"py(class BFGS(VectorRule):
    B = None  # The inverse Hessian, once it is known.

    def move(self, here):
        g = here.g
        p = -g if self.B is None else -self.B @ g
        # Rounding can spoil B until p points uphill.
        if not g @ p < 0:
            self.B, p = None, -g
        first = 1 / max(1, g.norm()) if self.B is None else 1
        there = Line(self, here, p).strong_wolfe(first, self.c1, self.c2)
        if there is None:
            self.B = None
            return self.small_step(here)
        # A step without curvature, as at a kink, tells nothing about the Hessian.
        if there.slope > (1 - 1e-8) * here.slope:
            self.update(there.w - here.w, there.g - g)
        return there.w

    def update(self, s, y):
        one = torch.eye(len(s))
        if self.B is None:
            self.B = (y @ s) / (y @ y) * one
        rho = 1 / (y @ s)
        turned = one - rho * torch.outer(s, y)
        self.B = turned @ self.B @ turned.T + rho * torch.outer(s, s)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
