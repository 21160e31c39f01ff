// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "optimizer/line_rules.hpp"
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// Gradient descent with line minimization (Cauchy 1847; Nocedal & Wright, ch. 3):
/// θ ← θ - η_t g, with η_t from a search along -g.
struct LineSearch {
  enum Search { exact, backtracking, wolfe };
  int search = wolfe;
  double initial_step = 1, c1 = 1e-4, c2 = 0.9, shrink = 0.5;

  struct State {
    Vector direction;
    double rate = 0, slope = 0;  ///< Of the last step; rate 0 before the first or after a failure.
    Line line;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("direction", direction);
      visit("lastRate", rate);
      visit("lastSlope", slope);
    }
  };

  void prepare(State& state) const { state.line.reset(state.direction.size()); }

  void step(State& state, Objective& objective, std::span<Real> w, const StepContext& step) const {
    Line& line = state.line;
    line.start(objective, w);
    if (is_flat(line.gradient())) return converge(step);
    for (std::size_t i = 0; i < w.size(); ++i) state.direction[i] = -line.gradient()[i];
    line.aim(state.direction);
    const LinePoint found = minimize(state, line);
    if (found.alpha == 0) {
      state.rate = 0;
      return small_gradient_step(line, w, step.outcome);
    }
    step.outcome.rate = state.rate = found.alpha;
    state.slope = line.origin().slope;
    std::copy(line.trial().begin(), line.trial().end(), w.begin());
  }

  void marks(const State&, const State&, const SeenStep& seen, Marks& out) const {
    out.trials("trials", seen);
  }

 private:
  LinePoint minimize(const State& state, Line& line) const {
    if (search == backtracking) return backtrack(line, initial_step, shrink, c1);
    if (search == exact)
      if (const LinePoint lowest = parabola_minimum(line); lowest.alpha > 0) return lowest;
    // The first trial is the rate at which the slope promises the same decrease as in the last
    // step (Nocedal & Wright, eq. 3.60).
    const double again = state.rate * state.slope / line.origin().slope;
    return strong_wolfe(line, state.rate > 0 ? again : initial_step, {c1, c2});
  }

  /// The minimum of the parabola with the slope and curvature of the line's origin, which is exact
  /// on a quadratic. On another loss it counts if the slope there is at most a thousandth of the
  /// first.
  static LinePoint parabola_minimum(Line& line) {
    const double slope = line.origin().slope, bend = line.curvature();
    if (!(bend > 0)) return {};
    const LinePoint lowest = line.evaluate(-slope / bend);
    const bool gone = std::fabs(lowest.slope) <= -1e-3 * slope;
    return gone && lowest.value <= line.origin().value + line.noise() ? lowest : LinePoint{};
  }
};

constexpr Choice searches[] = {{"exact", "Exact (on quadratics)"},
                               {"backtracking", "Backtracking"},
                               {"strong-wolfe", "Strong Wolfe"}};

constexpr auto rows =
    std::array{
        row<LineSearch>(&LineSearch::search,
                        {.id = "search",
                         .name = "Search",
                         .doc = "Exact goes to the lowest point of the line if the loss is "
                                "quadratic. Backtracking shrinks the rate until the loss falls "
                                "enough, and strong Wolfe also requires a flatter slope.",
                         .choices = searches}),
        row<LineSearch>(&LineSearch::initial_step,
                        {.id = "initialStep",
                         .name = "Initial rate",
                         .symbol = "η₀",
                         .domain = above(0),
                         .slider = logarithmic(1e-3, 10),
                         .doc = "Higher values start a search with longer trial steps, while lower "
                                "values with shorter ones. Strong Wolfe uses it in the first step "
                                "and after a failed search.",
                         .role = Role::step_size})} +
    wolfe_rows<LineSearch>() +
    std::array{
        row<LineSearch>(&LineSearch::shrink,
                        {.id = "shrink",
                         .name = "Backtracking factor",
                         .symbol = "ρ",
                         .domain = {.min = 0, .max = 1, .min_open = true, .max_open = true},
                         .slider = linear(0.1, 0.9),
                         .doc = "Higher values shorten the rate gently and need more trials, while "
                                "lower values shorten it faster. Only backtracking uses it."})};

constexpr std::array marks{line_trials};

constexpr Need needed[] = {Need::gradient, Need::value, Need::hessian_product};

constexpr std::array suits{
    Suit{Situation::little_data, "tries several step lengths on all samples"},
    Suit{Situation::few_settings, "finds a learning rate at every step"},
    Suit{Situation::little_memory, "keeps one number for each parameter and finds its own rate"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry line_search = optimizer_entry<LineSearch, rows>({
    .id = "line-search",
    .needs = needed,
    .full_batch = true,
    .needs_float64 = true,
    .vectors = [](const Values&) { return 2.0; },
});

extern constinit const OptimizerDocs line_search_docs = {
    .name = "Gradient descent with line search",
    .family = family::descent,
    .summary =
        "Steps against the gradient and searches along that direction for a rate that "
        "lowers the loss enough.",
    .guide = {.idea = "The negative gradient gives a direction but not a distance, so each step "
                      "tries several rates and keeps one that works. A rate is accepted only if "
                      "the loss falls enough there.",
              .use = "Use it on the full batch when you do not want to choose a learning rate. It "
                     "also shows what a well-chosen rate can and cannot improve.",
              .pitfalls = "Every trial costs another evaluation, and in a narrow valley the path "
                          "still zigzags. BFGS and Newton's method correct the direction too."},
    .suits = suits,
    .formula =
        R"(\theta \leftarrow \theta - \eta_t\, g \qquad \eta_t \approx \arg\min_\eta L(\theta - \eta g))",
    .paper = {"Numerical optimization, 2nd edition, chapter 3", "J. Nocedal, S. J. Wright", 2006,
              "https://doi.org/10.1007/978-0-387-40065-5"},
    .notes =
        "Exact search takes the minimum of the parabola along the line, from one Hessian product. "
        "If the slope there is more than a thousandth of the initial slope, because the loss is "
        "not quadratic, a strong Wolfe search follows. Strong Wolfe is Nocedal & Wright's "
        "Algorithms 3.5 and 3.6 with cubic interpolation and the halving of Moré & Thuente (1994). "
        "Every trial is counted. After a failed search the step is a small gradient step, and the "
        "report counts the failure. The run ends as converged when no component of the gradient is "
        "larger than 1e-10, or when no small step against the gradient lowers the loss.",
    .cost = "1 gradient + trials, exact search also 1 Hessian product",
    .memory = "n",
    .checked_against = "NumPy transcription",
    .marks = marks,
    .code = {.definition = R"py(class LineSearch(HessianRule):
    promise = None  # The fall of the loss that the slope promised in the last step.

    def move(self, here):
        line = Line(self, here, -here.g)
        there = self.searched(line)
        if there is None:
            self.promise = None
            return self.small_step(here)
        self.promise = there.alpha * here.slope
        return there.w

    def searched(self, line):
        """The point on the line where the chosen search ends."""
        if self.search == "backtracking":
            return line.backtracking(self.initial_step, self.c1, self.shrunk)
        if self.search == "exact" and (lowest := self.parabola_minimum(line)):
            return lowest
        # The rate at which the slope promises as much again.
        first = self.promise / line.start.slope if self.promise else self.initial_step
        return line.strong_wolfe(first, self.c1, self.c2)

    def shrunk(self, there):
        return self.shrink * there.alpha

    def parabola_minimum(self, line):
        """The lowest point of the line, if the loss is quadratic there."""
        start, p = line.start, line.p
        bend = p @ self.hessian_at(start.w)(p)
        if not bend > 0:
            return None
        lowest = line.at(-start.slope / bend)
        gone = abs(lowest.slope) <= -1e-3 * start.slope
        return lowest if gone and line.falls_enough(lowest, 0) else None
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
