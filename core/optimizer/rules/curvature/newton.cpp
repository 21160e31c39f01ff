// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "objective/witness.hpp"
#include "optimizer/line_rules.hpp"
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// Newton's method by the eigenvectors of the Hessian H = Q Λ Qᵀ (Nocedal & Wright, ch. 3). Damped:
/// θ ← θ - η Q (Λ + δ)⁻¹ Qᵀ g. Saddle-free (Dauphin+ 2014, 1406.2572): θ ← θ - η Q (|Λ| + δ)⁻¹ Qᵀ
/// g, downhill along every eigenvector, so that a saddle repels it.
struct Newton {
  enum Variant { damped, saddle_free };
  enum Search { none, backtracking };
  double learning_rate = 1;
  int variant = saddle_free;
  double damping = 1e-3;
  int search = backtracking;

  struct State {
    Vector direction, eigenvalues, hessian;
    Line line;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("direction", direction);
      visit("eigenvalues", eigenvalues);
    }
  };

  void prepare(State& state) const {
    const std::size_t n = state.direction.size();
    state.line.reset(n);
    state.hessian.assign(n * n, 0);
  }

  void step(State& state, Objective& objective, std::span<Real> w, const StepContext& step) const {
    Line& line = state.line;
    line.start(objective, w);
    const auto g = line.gradient();
    if (is_flat(g)) return converge(step);
    objective.hessian(w, state.hessian);
    if (!dense::symmetric_eigen(state.hessian, state.eigenvalues))
      return small_gradient_step(line, w, step.outcome);
    aim(state, g);
    const double rate = step.learning_rate;
    LinePoint found;
    if (search == none) {
      found = line.go_to(rate);
    } else if (line.origin().slope < 0) {
      found = backtrack_by_cubics(line, rate, 1e-4);
    }
    if (found.alpha == 0) return small_gradient_step(line, w, step.outcome);
    step.outcome.rate = found.alpha;
    std::copy(line.trial().begin(), line.trial().end(), w.begin());
  }

  void marks(const State&, const State& state, const SeenStep& seen, Marks& out) const {
    out.curvature("hessian", seen.from, seen.witness.hessian(seen.from));
    out.arrow("modelStep", seen.from, 1, state.direction);
    out.trials("trials", seen);
  }

 private:
  void aim(State& state, std::span<const Real> g) const {
    const std::size_t n = g.size();
    Vector& p = state.direction;
    std::fill(p.begin(), p.end(), Real{0});
    for (std::size_t i = 0; i < n; ++i) {
      const std::span<const Real> q(state.hessian.data() + i * n, n);
      const double value = state.eigenvalues[i];
      const double bend = (variant == saddle_free ? std::fabs(value) : value) + damping;
      const double part = -dense::dot(q, g) / bend;
      for (std::size_t k = 0; k < n; ++k) p[k] += real(part * q[k]);
    }
    state.line.aim(p);
  }
};

constexpr Choice variants[] = {{"damped", "Damped"}, {"saddle-free", "Saddle-free"}};
constexpr Choice searches[] = {{"none", "None"}, {"backtracking", "Backtracking"}};

constexpr std::array rows{
    learning_rate_row<Newton>("The fraction of Newton's step that is taken. At 1 all of it is "
                              "taken, and with a line search it is the first step tried."),
    row<Newton>(
        &Newton::variant,
        {.id = "variant",
         .name = "Variant",
         .doc = "Damped is the plain Newton step, which saddle points and maxima can attract. "
                "Saddle-free treats every curvature as positive, so each step points downhill.",
         .choices = variants}),
    row<Newton>(&Newton::damping,
                {.id = "damping",
                 .name = "Damping",
                 .symbol = "δ",
                 .domain = above(0),
                 .slider = logarithmic(1e-8, 10),
                 .doc = "Raising it shortens the step along directions with little curvature. "
                        "Lower values come closer to the undamped step."}),
    row<Newton>(&Newton::search, {.id = "search",
                                  .name = "Line search",
                                  .doc = "Backtracking shortens the step until the loss falls. "
                                         "Without it the step is taken at the given learning rate.",
                                  .choices = searches})};

constexpr std::array marks{hessian_mark, model_step, line_trials};

constexpr Need needed[] = {Need::gradient, Need::value, Need::hessian_product, Need::hessian};

constexpr std::array suits{
    Suit{Situation::few_parameters,
         "computes the whole curvature, a number for each pair of parameters"},
    Suit{Situation::cheap_gradients, "spends many evaluations on every step"},
    Suit{Situation::low_loss_at_end, "uses exact curvature, which pays most near a minimum"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry newton = optimizer_entry<Newton, rows>({
    .id = "newton",
    .needs = needed,
    .full_batch = true,
    .needs_float64 = true,
    .dense = true,
});

extern constinit const OptimizerDocs newton_docs = {
    .name = "Newton",
    .family = family::curvature,
    .summary =
        "Builds a quadratic model of the loss from the gradient and the full Hessian, and "
        "steps towards its minimum.",
    .guide = {.idea = "Dividing the gradient by the curvature makes steps long where the loss "
                      "curves little and short where it curves strongly. The saddle-free form uses "
                      "absolute curvatures, so saddle points repel it.",
              .use = "Use it with full batches on surfaces and small networks. On a quadratic, one "
                     "full step with little damping almost reaches the minimum.",
              .pitfalls = "Every step needs the whole Hessian, so the cost grows steeply with the "
                          "number of parameters. The damped form can end at a saddle point, which "
                          "the saddle-free form moves away from."},
    .suits = suits,
    .formula =
        R"(\theta \leftarrow \theta - \eta\, Q\,(|\Lambda|+\delta)^{-1} Q^\top g \qquad H = Q \Lambda Q^\top)",
    .paper = {"Identifying and attacking the saddle point problem in high-dimensional non-convex "
              "optimization",
              "Y. N. Dauphin, R. Pascanu, C. Gulcehre, K. Cho, S. Ganguli, Y. Bengio", 2014,
              "https://arxiv.org/abs/1406.2572"},
    .notes =
        "The Hessian is exact and comes from n Hessian-vector products, which count as 2n "
        "evaluations per sample. The damping is added to the eigenvalues, or to their "
        "absolute values in the saddle-free form, where others replace small ones. "
        "Backtracking returns to the minimum of a cubic (Nocedal & Wright, eq. 3.59) until "
        "the loss has fallen enough. Stops as converged when every component of the gradient "
        "is at most 1e-10 in size, at whatever kind of stationary point. It also stops when "
        "no small step down the gradient lowers the loss.",
    .cost = "1 gradient + n Hessian products + trials",
    .memory = "3n²",
    .checked_against = "NumPy transcription, SciPy 1.10 minima",
    .marks = marks,
    .code = {.definition = R"py(class Newton(HessianRule):
    def move(self, here):
        hessian = self.hessian_at(here.w)(torch.eye(len(here.w)))
        values, Q = torch.linalg.eigh(hessian)
        if self.variant == "saddle-free":
            values = values.abs()
        p = -Q @ ((Q.T @ here.g) / (values + self.damping))
        line = Line(self, here, p)

        def shrink(there):
            """To the minimum of a cubic, but by a half at least and to a tenth at most."""
            guess = cubic_minimum(here, there)
            return min(max(guess, 0.1 * there.alpha), 0.5 * there.alpha)

        there, lr = None, self.param_groups[0]["lr"]
        if lr > 0 and self.search == "none":
            there = line.at(lr)
        elif lr > 0 and here.slope < 0:
            there = line.backtracking(lr, 1e-4, shrink)
        return there.w if there else self.small_step(here)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
