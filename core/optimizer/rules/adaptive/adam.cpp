// SPDX-License-Identifier: MIT
#include <cmath>

#include "optimizer/rules/entries.hpp"

namespace fall_line {
namespace {

/// Adam (Kingma & Ba 2015, 1412.6980, Algorithm 1):
/// m ← β1 m + (1-β1) g, v ← β2 v + (1-β2) g²,
/// m̂ = m / (1-β1^t), v̂ = v / (1-β2^t), θ ← θ - η m̂ / (√v̂ + ε)
struct Adam {
  double learning_rate = 0.03, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;

  struct State {
    Vector m, v;
    // β^t as running products: if a β changes mid-run, 1 - β^t still is the total weight in the
    // average, which pow(β, t) would miss.
    double beta1_power = 1, beta2_power = 1;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("m", m);
      visit("v", v);
      visit("beta1Power", beta1_power);
      visit("beta2Power", beta2_power);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    state.beta1_power *= beta1;
    state.beta2_power *= beta2;
    const auto eta = static_cast<Real>(step.learning_rate / (1 - state.beta1_power));
    const auto correction = static_cast<Real>(1 / std::sqrt(1 - state.beta2_power));
    const auto b1 = static_cast<Real>(beta1), c1 = static_cast<Real>(1 - beta1);
    const auto b2 = static_cast<Real>(beta2), c2 = static_cast<Real>(1 - beta2);
    const auto eps = static_cast<Real>(epsilon);
    Vector &m = state.m, &v = state.v;
    for (std::size_t i = 0; i < w.size(); ++i) {
      m[i] = b1 * m[i] + c1 * g[i];
      v[i] = b2 * v[i] + c2 * (g[i] * g[i]);
      w[i] -= eta * (m[i] / (std::sqrt(v[i]) * correction + eps));
    }
  }
};

constexpr std::array rows{learning_rate_row<Adam>(), beta1_row<Adam>(), beta2_row<Adam>(),
                          epsilon_row<Adam>()};

}  // namespace

constinit const OptimizerEntry optimizer_entries::adam = optimizer_entry<Adam, rows>({
    .id = "adam",
    .name = "Adam",
    .family = family::adaptive,
    .summary = "Combines momentum with RMSProp and corrects both averages for starting at zero.",
    .guide = {.idea = "The average gradient sets the direction, and the average squared gradient "
                      "sets each parameter's step size. Bias correction scales both averages up in "
                      "the first steps, when they are still close to zero.",
              .use = "Use it as a first adaptive method for neural networks. Its step length "
                     "hardly depends on the scale of the gradients.",
              .pitfalls =
                  "The step length follows the learning rate rather than the gradient's size, so "
                  "the loss can jitter near a minimum. Lower the rate or let a schedule lower it."},
    .formula =
        R"(m \leftarrow \beta_1 m + (1-\beta_1) g \qquad v \leftarrow \beta_2 v + (1-\beta_2) g^2 \qquad \theta \leftarrow \theta - \eta\,\frac{m/(1-\beta_1^t)}{\sqrt{v/(1-\beta_2^t)}+\varepsilon})",
    .paper = {"Adam: a method for stochastic optimization", "D. P. Kingma, J. Ba", 2015,
              "https://arxiv.org/abs/1412.6980"},
    .notes =
        "As in the paper's Algorithm 1 and in PyTorch, epsilon is added after the bias correction. "
        "TensorFlow adds it before. Betas and epsilon are the paper's. Its learning rate is 0.001.",
    .memory = "2n",
    .checked_against = "PyTorch 1.13",
});

}  // namespace fall_line
