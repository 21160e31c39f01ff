// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "optimizer/rules/entries.hpp"

namespace fall_line {
namespace {

/// AdaGrad (Duchi, Hazan & Singer 2011), diagonal form:
/// s ← s + g², θ ← θ - η / (1 + (t-1) λ) · g / (√s + ε)
struct AdaGrad {
  double learning_rate = 0.3, learning_rate_decay = 0, initial_accumulator = 0, epsilon = 1e-10;

  struct State {
    Vector s;
    double steps = 0;

    template <class Visitor>
    void visit(Visitor& v) {
      v("s", s);
      v("steps", steps);
    }
  };

  void prepare(State& state) const {
    std::fill(state.s.begin(), state.s.end(), static_cast<Real>(initial_accumulator));
  }

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    const auto eta =
        static_cast<Real>(step.learning_rate / (1 + state.steps * learning_rate_decay));
    const auto eps = static_cast<Real>(epsilon);
    state.steps += 1;
    Vector& s = state.s;
    for (std::size_t i = 0; i < w.size(); ++i) {
      s[i] += g[i] * g[i];
      w[i] -= eta * (g[i] / (std::sqrt(s[i]) + eps));
    }
  }
};

constexpr std::array rows{
    learning_rate_row<AdaGrad>(),
    row<AdaGrad>(&AdaGrad::learning_rate_decay,
                 {.id = "learningRateDecay",
                  .name = "Rate decay",
                  .symbol = "λ",
                  .domain = at_least(0),
                  .slider = linear(0, 0.1),
                  .doc = "Divides the rate by 1 + λ times the steps done."}),
    row<AdaGrad>(&AdaGrad::initial_accumulator,
                 {.id = "initialAccumulator",
                  .name = "Initial accumulator",
                  .symbol = "s₀",
                  .domain = at_least(0),
                  .slider = linear(0, 1),
                  .doc = "Where the sums of squares start; above 0 the first steps are smaller. "
                         "Takes effect at a restart."}),
    epsilon_row<AdaGrad>()};

}  // namespace

constinit const OptimizerEntry optimizer_entries::adagrad = optimizer_entry<AdaGrad, rows>({
    .id = "adagrad",
    .name = "AdaGrad",
    .family = family::adaptive,
    .summary = "Each parameter has its own rate, divided by the root of all its squared gradients "
               "so far: rare features move fast, and every rate only ever falls.",
    .formula =
        R"(s \leftarrow s + g^2 \qquad \theta \leftarrow \theta - \frac{\eta}{1+(t-1)\lambda}\,\frac{g}{\sqrt{s}+\varepsilon})",
    .paper = {"Adaptive subgradient methods for online learning and stochastic optimization",
              "J. Duchi, E. Hazan, Y. Singer", 2011, "https://jmlr.org/papers/v12/duchi11a.html"},
    .notes = "As PyTorch: epsilon outside the root, 1e-10. Others start the sum at 0.1. "
             "PyTorch's rate is 0.01.",
    .memory = "n",
    .checked_against = "PyTorch 1.13",
});

}  // namespace fall_line
