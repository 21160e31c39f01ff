// SPDX-License-Identifier: MIT
#include <cmath>

#include "optimizer/rules/entries.hpp"

namespace fall_line {
namespace {

/// AdaDelta (Zeiler 2012, Algorithm 1), with PyTorch's rate in front:
/// s ← ρ s + (1-ρ) g², Δ = √(u+ε) / √(s+ε) · g, u ← ρ u + (1-ρ) Δ², θ ← θ - η Δ
struct AdaDelta {
  double learning_rate = 1, rho = 0.9, epsilon = 1e-6;

  struct State {
    Vector s, u;

    template <class Visitor>
    void visit(Visitor& v) {
      v("s", s);
      v("u", u);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    const auto eta = static_cast<Real>(step.learning_rate);
    const auto keep = static_cast<Real>(rho), take = static_cast<Real>(1 - rho);
    const auto eps = static_cast<Real>(epsilon);
    Vector &s = state.s, &u = state.u;
    for (std::size_t i = 0; i < w.size(); ++i) {
      s[i] = keep * s[i] + take * (g[i] * g[i]);
      const Real delta = std::sqrt(u[i] + eps) / std::sqrt(s[i] + eps) * g[i];
      u[i] = keep * u[i] + take * (delta * delta);
      w[i] -= eta * delta;
    }
  }
};

constexpr std::array rows{
    learning_rate_row<AdaDelta>("A factor on the step, which is already in the parameters' own "
                                "units; 1 is the method as published."),
    memory_row(&AdaDelta::rho, "rho", "Memory", "ρ",
               "How slowly the averages of squared gradients and steps forget."),
    epsilon_row<AdaDelta>()};

}  // namespace

constinit const OptimizerEntry optimizer_entries::adadelta = optimizer_entry<AdaDelta, rows>({
    .id = "adadelta",
    .name = "AdaDelta",
    .family = family::adaptive,
    .summary = "Divides by the recent size of gradients and multiplies by the recent size of its "
               "own steps, so that no rate needs choosing; it starts slowly.",
    .formula =
        R"(s \leftarrow \rho s + (1-\rho) g^2 \qquad \Delta = \frac{\sqrt{u+\varepsilon}}{\sqrt{s+\varepsilon}}\, g \qquad u \leftarrow \rho u + (1-\rho)\Delta^2 \qquad \theta \leftarrow \theta - \eta\,\Delta)",
    .paper = {"ADADELTA: an adaptive learning rate method", "M. D. Zeiler", 2012,
              "https://arxiv.org/abs/1212.5701"},
    .notes = "As PyTorch: epsilon inside the roots. Some libraries default the rate to 0.001, "
             "which is another method in effect.",
    .memory = "2n",
    .checked_against = "PyTorch 1.13",
});

}  // namespace fall_line
