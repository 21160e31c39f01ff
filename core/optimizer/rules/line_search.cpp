// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "optimizer/rules/entries.hpp"
#include "optimizer/rules/line_rules.hpp"

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
    double rate = 0, slope = 0;  ///< Of the last step; rate 0: there was none.
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

 private:
  LinePoint minimize(const State& state, Line& line) const {
    if (search == backtracking) return backtrack(line, initial_step, shrink, c1);
    if (search == exact)
      if (const LinePoint lowest = parabola_minimum(line); lowest.alpha > 0) return lowest;
    // As far as the last step went in terms of what the slope promised (Nocedal & Wright,
    // eq. 3.60).
    const double again = state.rate * state.slope / line.origin().slope;
    return strong_wolfe(line, state.rate > 0 ? again : initial_step, {c1, c2});
  }

  /// The lowest point of the parabola that φ is on a quadratic. On anything else it is taken if the
  /// slope there is gone all the same, up to a thousandth.
  static LinePoint parabola_minimum(Line& line) {
    const double slope = line.origin().slope, bend = line.curvature();
    if (!(bend > 0)) return {};
    const LinePoint lowest = line.evaluate(-slope / bend);
    const bool gone = std::fabs(lowest.slope) <= -1e-3 * slope;
    return gone && lowest.value <= line.origin().value + line.noise() ? lowest : LinePoint{};
  }
};

constexpr Choice searches[] = {{"exact", "Exact, on a quadratic"},
                               {"backtracking", "Backtracking"},
                               {"strong-wolfe", "Strong Wolfe"}};

constexpr auto rows =
    std::array{row<LineSearch>(&LineSearch::search,
                               {.id = "search",
                                .name = "Search",
                                .doc = "How the rate of a step is found: at the very bottom of the "
                                       "line, which one Hessian product finds on a quadratic; by "
                                       "shrinking it until the loss falls; or where the slope "
                                       "along the line is nearly gone.",
                                .choices = searches}),
               row<LineSearch>(&LineSearch::initial_step,
                               {.id = "initialStep",
                                .name = "First rate tried",
                                .symbol = "η₀",
                                .domain = above(0),
                                .slider = logarithmic(1e-3, 10),
                                .doc = "Where backtracking starts in every step, and the strong "
                                       "Wolfe search in the first."})} +
    wolfe_rows<LineSearch>() +
    std::array{row<LineSearch>(
        &LineSearch::shrink, {.id = "shrink",
                              .name = "Shrink",
                              .symbol = "ρ",
                              .domain = {.min = 0, .max = 1, .min_open = true, .max_open = true},
                              .slider = linear(0.1, 0.9),
                              .doc = "What backtracking multiplies a rate by that was too high."})};

constexpr Need needed[] = {Need::gradient, Need::value, Need::hessian_product};

}  // namespace

constinit const OptimizerEntry optimizer_entries::line_search = optimizer_entry<LineSearch, rows>({
    .id = "line-search",
    .name = "Gradient descent with line search",
    .family = family::descent,
    .summary = "Straight down the gradient, as far as the loss goes on falling: each step finds "
               "its own rate. No rate to choose, and every trial costs an evaluation.",
    .formula =
        R"(\theta \leftarrow \theta - \eta_t\, g \qquad \eta_t \approx \arg\min_\eta L(\theta - \eta g))",
    .paper = {"Numerical optimization, 2nd edition, chapter 3", "J. Nocedal, S. J. Wright", 2006,
              "https://doi.org/10.1007/978-0-387-40065-5"},
    .notes =
        "Exact: the minimum of the parabola through the point, by one Hessian product; where "
        "the loss is no quadratic and the slope there is not gone, a strong Wolfe search. "
        "Strong Wolfe as Nocedal & Wright, Algs. 3.5-3.6, with cubic interpolation, and halving as "
        "Moré & Thuente 1994. Every "
        "trial is counted. A search that fails ends in a small gradient step and is counted in "
        "the report. Ends as converged when no component of the gradient is larger than 1e-10, "
        "or when no small step down the gradient lowers the loss.",
    .cost = "1 gradient + trials",
    .memory = "n",
    .checked_against = "NumPy transcription",
    .needs = needed,
    .full_batch = true,
    .needs_float64 = true,
    .vectors = [](const Values&) { return 2.0; },
});

}  // namespace fall_line
