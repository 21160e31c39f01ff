// SPDX-License-Identifier: MIT
#include <cmath>

#include "optimizer/rules/entries.hpp"

namespace fall_line {
namespace {

/// Centered RMSProp (Graves 2013, 1308.0850, eqs. 38-41), in PyTorch's form:
/// s ← α s + (1-α) g², a ← α a + (1-α) g, b ← μ b + g / (√(s - a²) + ε), θ ← θ - η b
struct CenteredRmsProp {
  double learning_rate = 0.03, alpha = 0.9, momentum = 0, epsilon = 1e-8;

  struct State {
    Vector s, a, b;

    template <class Visitor>
    void visit(Visitor& v) {
      v("s", s);
      v("a", a);
      v("b", b);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    const auto eta = static_cast<Real>(step.learning_rate), mu = static_cast<Real>(momentum);
    const auto keep = static_cast<Real>(alpha), take = static_cast<Real>(1 - alpha);
    const auto eps = static_cast<Real>(epsilon);
    Vector &s = state.s, &a = state.a, &b = state.b;
    for (std::size_t i = 0; i < w.size(); ++i) {
      s[i] = keep * s[i] + take * (g[i] * g[i]);
      a[i] = keep * a[i] + take * g[i];
      // Never negative but for rounding, where the gradient hardly varies.
      const Real variance = s[i] - a[i] * a[i];
      b[i] = mu * b[i] + g[i] / (std::sqrt(variance > 0 ? variance : 0) + eps);
      w[i] -= eta * b[i];
    }
  }
};

constexpr std::array rows{
    learning_rate_row<CenteredRmsProp>(),
    memory_row(&CenteredRmsProp::alpha, "alpha", "Memory", "α",
               "How slowly the averages of gradients and of their squares forget."),
    memory_row(&CenteredRmsProp::momentum, "momentum", "Momentum", "μ",
               "How much of its velocity the step keeps."),
    epsilon_row<CenteredRmsProp>()};

}  // namespace

constinit const OptimizerEntry optimizer_entries::rmsprop_centered = optimizer_entry<
    CenteredRmsProp, rows>({
    .id = "rmsprop-centered",
    .name = "RMSProp, centered",
    .family = family::adaptive,
    .summary = "Divides each gradient by its recent spread rather than its recent size: where "
               "gradients agree, the steps grow.",
    .formula =
        R"(s \leftarrow \alpha s + (1-\alpha) g^2 \qquad a \leftarrow \alpha a + (1-\alpha) g \qquad b \leftarrow \mu b + \frac{g}{\sqrt{s-a^2}+\varepsilon} \qquad \theta \leftarrow \theta - \eta\, b)",
    .paper = {"Generating sequences with recurrent neural networks", "A. Graves", 2013,
              "https://arxiv.org/abs/1308.0850"},
    .notes = "As PyTorch: epsilon outside the root, the rate outside the momentum. Graves has "
             "0.0001 inside the root, a memory of 0.95 and the rate inside a momentum of 0.9. A "
             "variance that rounding makes negative counts as 0; PyTorch's becomes NaN. "
             "Graves's rate is 0.0001.",
    .memory = "3n",
    .checked_against = "PyTorch 1.13",
});

}  // namespace fall_line
