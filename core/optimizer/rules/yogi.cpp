// SPDX-License-Identifier: MIT
#include <cmath>

#include "optimizer/rules/entries.hpp"

namespace fall_line {
namespace {

/// Yogi (Zaheer+ 2018, Algorithm 2), from zero: m ← β1 m + (1-β1) g,
/// v ← v - (1-β2) sign(v - g²) g², θ ← θ - η m / (√v + ε)
struct Yogi {
  double learning_rate = 0.03, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-3;

  struct State {
    Vector m, v;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("m", m);
      visit("v", v);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    const auto eta = static_cast<Real>(step.learning_rate), eps = static_cast<Real>(epsilon);
    const auto b1 = static_cast<Real>(beta1), c1 = static_cast<Real>(1 - beta1);
    const auto c2 = static_cast<Real>(1 - beta2);
    Vector &m = state.m, &v = state.v;
    for (std::size_t i = 0; i < w.size(); ++i) {
      const Real square = g[i] * g[i];
      m[i] = b1 * m[i] + c1 * g[i];
      v[i] -= c2 * sign(v[i] - square) * square;
      w[i] -= eta * (m[i] / (std::sqrt(v[i]) + eps));
    }
  }
};

constexpr std::array rows{learning_rate_row<Yogi>(),
                          memory_row(&Yogi::beta1, "beta1", "Gradient memory", "β₁",
                                     "How slowly the average of gradients forgets."),
                          memory_row(&Yogi::beta2, "beta2", "Square memory", "β₂",
                                     "How slowly the size of gradients is followed."),
                          epsilon_row<Yogi>()};

}  // namespace

constinit const OptimizerEntry optimizer_entries::yogi = optimizer_entry<Yogi, rows>({
    .id = "yogi",
    .name = "Yogi",
    .family = family::adaptive,
    .summary = "Adam whose squared gradients move by steps of the new gradient's size, not of the "
               "gap: after large gradients the rates recover slowly.",
    .formula =
        R"(m \leftarrow \beta_1 m + (1-\beta_1) g \qquad v \leftarrow v - (1-\beta_2)\operatorname{sign}(v-g^2)\,g^2 \qquad \theta \leftarrow \theta - \eta\,\frac{m}{\sqrt{v}+\varepsilon})",
    .paper = {"Adaptive methods for nonconvex optimization",
              "M. Zaheer, S. Reddi, D. Sachan, S. Kale, S. Kumar", 2018,
              "https://papers.nips.cc/paper/8186-adaptive-methods-for-nonconvex-optimization"},
    .notes = "As the paper's Algorithm 2, with its epsilon of 0.001, from zero averages and "
             "without bias correction. Libraries start the averages above zero (1e-6) or at the "
             "first squared gradient and correct the bias. "
             "The paper's rate is 0.01.",
    .memory = "2n",
    .checked_against = "NumPy transcription",
});

}  // namespace fall_line
