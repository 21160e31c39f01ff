// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>

#include "objective/witness.hpp"
#include "optimizer/line_rules.hpp"
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// Newton-CG in a trust region (Steihaug 1983; Nocedal & Wright, Algs. 4.1 and 7.2): conjugate
/// gradients on the quadratic model of the loss until they leave ‖p‖ <= Δ, meet negative curvature,
/// or are near enough to its minimum. The actual decrease of the loss relative to the predicted one
/// decides whether to take the step and how far to trust the next.
struct TrustRegion {
  double radius = 1;

  struct State {
    Vector direction;
    double radius = 0;
    double tried = 0;  ///< The radius of the last trial.
    Line line;
    Vector residual, conjugate, product;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("direction", direction);
      visit("radius", radius);
    }
  };

  void prepare(State& state) const {
    state.radius = radius;
    const std::size_t n = state.direction.size();
    state.line.reset(n);
    for (Vector* v : {&state.residual, &state.conjugate, &state.product}) v->assign(n, 0);
  }

  void step(State& state, Objective& objective, std::span<Real> w, const StepContext& step) const {
    Line& line = state.line;
    const double value = line.start(objective, w);
    if (is_flat(line.gradient())) return converge(step);
    // A refused step changes nothing, so try again in a smaller region.
    while (state.radius > std::numeric_limits<double>::epsilon() * dense::norm(w)) {
      state.tried = state.radius;
      const Model model = minimize_model(state, objective, w);
      line.aim(state.direction);
      const double fallen = value - line.evaluate(1).value;
      // Differences this small are rounding errors, so trust the model.
      const bool rounding = model.promise <= line.noise() && std::fabs(fallen) <= line.noise();
      const double ratio = rounding ? 1 : fallen / model.promise;
      if (!(ratio >= 0.25)) {
        state.radius *= 0.25;
      } else if (ratio > 0.75 && model.at_boundary) {
        state.radius *= 2;
      }
      if (!(ratio > taken)) continue;
      std::copy(line.trial().begin(), line.trial().end(), w.begin());
      step.outcome.rate = 1;
      return;
    }
    state.radius = radius;
    small_gradient_step(line, w, step.outcome);
  }

  void marks(const State&, const State& state, const SeenStep& seen, Marks& out) const {
    out.circle("radius", seen.from, state.tried);
    out.curvature("hessian", seen.from, seen.witness.hessian(seen.from));
    out.arrow("modelStep", seen.from, 1, state.direction);
    out.trials("trials", seen);
  }

 private:
  /// A step is refused unless the loss falls by more than this share of the prediction.
  static constexpr double taken = 0.15;

  struct Model {
    double promise;  ///< The decrease that the model predicts.
    bool at_boundary;
  };

  /// Leaves the step in state.direction.
  static Model minimize_model(State& state, Objective& objective, std::span<const Real> w) {
    const auto g = state.line.gradient();
    Vector &p = state.direction, &r = state.residual, &d = state.conjugate, &hd = state.product;
    std::fill(p.begin(), p.end(), Real{0});
    std::copy(g.begin(), g.end(), r.begin());
    for (std::size_t i = 0; i < g.size(); ++i) d[i] = -g[i];
    double rr = dense::dot(r, r), promise = 0;
    const double length = std::sqrt(rr);
    const double enough = std::min(0.5, std::sqrt(length)) * length;
    // Without rounding errors n iterations suffice.
    for (std::size_t i = 0; i < 2 * g.size(); ++i) {
      objective.hessian_product(w, d, hd);
      const double bend = dense::dot(d, hd), rd = dense::dot(r, d);
      const double alpha = rr / bend;
      const double limit = to_boundary(p, d, state.radius);
      const bool leaves = !(bend > 0) || !(alpha < limit);
      const double moved = leaves ? limit : alpha;
      promise -= moved * (rd + 0.5 * moved * bend);
      for (std::size_t k = 0; k < p.size(); ++k) {
        p[k] += real(moved * d[k]);
        r[k] += real(moved * hd[k]);
      }
      if (leaves) return {promise, true};
      const double next = dense::dot(r, r);
      if (std::sqrt(next) < enough) break;
      for (std::size_t k = 0; k < d.size(); ++k) d[k] = real(next / rr * d[k] - r[k]);
      rr = next;
    }
    return {promise, false};
  }

  /// The τ > 0 with ‖p + τ d‖ = radius.
  static double to_boundary(const Vector& p, const Vector& d, double radius) {
    const double dd = dense::dot(d, d), pd = dense::dot(p, d);
    const double room = radius * radius - dense::dot(p, p);
    return (std::sqrt(pd * pd + dd * (room > 0 ? room : 0)) - pd) / dd;
  }
};

constexpr std::array rows{row<TrustRegion>(
    &TrustRegion::radius,
    {.id = "radius",
     .name = "Initial trust radius",
     .symbol = "Δ",
     .domain = above(0),
     .slider = logarithmic(1e-3, 100),
     .doc = "Raising it allows longer first steps, and lowering it makes them more cautious. The "
            "radius then adapts by itself.",
     .live = false,
     .role = Role::step_size})};

constexpr std::array marks{
    MarkDocs{"radius", MarkKind::circle, "Trust region",
             "The last step had to stay in this circle around its beginning."},
    hessian_mark, model_step,
    MarkDocs{"trials", MarkKind::trials, "Trial steps",
             "Crosses are steps that lowered the loss too little, so the region shrank. The ring "
             "is the step that was taken."}};

constexpr Need needed[] = {Need::gradient, Need::value, Need::hessian_product};

constexpr std::array suits{
    Suit{Situation::little_data, "tries every step on all samples before accepting it"},
    Suit{Situation::cheap_gradients, "spends several evaluations on every step"},
    Suit{Situation::low_loss_at_end, "follows exact curvature as far as that proves right"},
    Suit{Situation::few_settings, "finds the length of its steps itself"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry trust_region = optimizer_entry<TrustRegion, rows>({
    .id = "trust-region",
    .needs = needed,
    .full_batch = true,
    .needs_float64 = true,
    .vectors = [](const Values&) { return 3.0; },
});

extern constinit const OptimizerDocs trust_region_docs = {
    .name = "Trust region (Newton-CG)",
    .family = family::curvature,
    .summary =
        "Minimizes a quadratic model of the loss within a trusted distance, and adjusts "
        "that distance by how well the model predicted.",
    .guide =
        {.idea = "A quadratic model is only reliable close to the current point. Comparing the "
                 "predicted decrease with the actual one shows whether to enlarge or shrink the "
                 "trusted region.",
         .use = "Use it with full batches on smooth losses when the Hessian would be too large to "
                "store. By following negative curvature it can leave saddle points behind.",
         .pitfalls =
             "It stops wherever the gradient vanishes, even exactly at a saddle point, and a poor "
             "initial radius wastes trials. Restart from another point, or change the radius."},
    .suits = suits,
    .formula =
        R"(\theta \leftarrow \theta + p \qquad p \approx \arg\min_{\|p\| \le \Delta} g^\top p + \tfrac12 p^\top H p)",
    .paper = {"The conjugate gradient method and trust regions in large scale optimization",
              "T. Steihaug", 1983, "https://doi.org/10.1137/0720042"},
    .notes =
        "As SciPy's trust-ncg, with its initial radius of 1. A step is taken if the loss "
        "falls by more than 0.15 of what the model predicted. Below a quarter of it the "
        "radius shrinks to a quarter, and above three quarters at the boundary it doubles. "
        "The radius has no upper bound, where SciPy's is 1000. Negative curvature is followed "
        "forward to the boundary, as in Steihaug, where SciPy and Nocedal & Wright take the "
        "lower end of that line. On an ill-conditioned Hessian, conjugate gradients magnify "
        "rounding errors, so the paths of correct implementations drift apart there. Refused "
        "trials belong to the same step. Stops as converged when every component of the "
        "gradient is at most 1e-10 in size, at whatever kind of stationary point. It also "
        "stops when no small step down the gradient lowers the loss.",
    .cost = "1 gradient a trial + 1 to 2n Hessian products",
    .memory = "4n",
    .checked_against = "NumPy transcription, SciPy 1.10 minima",
    .marks = marks,
    .code = {.definition = R"py(class TrustRegion(HessianRule):
    delta = None  # The radius within which the model is trusted.

    def move(self, here):
        self.delta = self.delta or self.radius
        # A refused step changes nothing, so try again within a smaller radius.
        while self.delta > torch.finfo(here.w.dtype).eps * here.w.norm():
            p, promise, is_at_boundary = self.model_step(here)
            there = self.look(here.w + p)
            fall = here.loss - there.loss
            # Falls this small are rounding errors, so believe the model.
            rho = 1 if max(promise, abs(fall)) <= here.noise else fall / promise
            if not rho >= 0.25:
                self.delta = self.delta / 4
            elif rho > 0.75 and is_at_boundary:
                self.delta = self.delta * 2
            if rho > 0.15:
                return there.w
        self.delta = self.radius
        return self.small_step(here)

    def model_step(self, here):
        """Conjugate gradients on the quadratic model, until they leave the trust region.

        Returns the step, how far the model falls along it, and whether it ends at the boundary.
        """
        product = self.hessian_at(here.w)
        p, r, d, promise = torch.zeros_like(here.w), here.g, -here.g, 0
        enough = min(0.5, r.norm() ** 0.5) * r.norm()
        for _ in range(2 * len(p)):
            bent = product(d)
            bend, rr, tau = d @ bent, r @ r, self.to_boundary(p, d)
            # Negative curvature is followed to the boundary.
            is_inside = bend > 0 and rr / bend < tau
            alpha = rr / bend if is_inside else tau
            promise = promise - alpha * (r @ d + alpha / 2 * bend)
            p, r = p + alpha * d, r + alpha * bent
            if not is_inside:
                return p, promise, True
            if r.norm() < enough:
                break
            d = (r @ r) / rr * d - r
        return p, promise, False

    def to_boundary(self, p, d):
        """The tau > 0 with |p + tau d| = delta."""
        room = max(0, self.delta**2 - p @ p)
        return (((p @ d) ** 2 + d @ d * room) ** 0.5 - p @ d) / (d @ d)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
