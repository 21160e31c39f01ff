// SPDX-License-Identifier: MIT
#include <cmath>

#include "optimizer/rules/entries.hpp"

namespace fall_line {
namespace {

/// AdamW (Loshchilov & Hutter 2019, 1711.05101, Algorithm 2), as PyTorch: θ ← θ - η λ θ first, then
/// Adam's step. The decay stays out of the averages, which is what L2 in the loss gets wrong.
struct AdamW {
  double learning_rate = 0.03, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weight_decay = 0.01;

  struct State {
    Vector m, v;
    double beta1_power = 1, beta2_power = 1;  ///< β^t as running products.

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
    const auto keep = static_cast<Real>(1 - step.learning_rate * weight_decay);
    const auto eta = static_cast<Real>(step.learning_rate / (1 - state.beta1_power));
    const auto correction = static_cast<Real>(1 / std::sqrt(1 - state.beta2_power));
    const auto b1 = static_cast<Real>(beta1), c1 = static_cast<Real>(1 - beta1);
    const auto b2 = static_cast<Real>(beta2), c2 = static_cast<Real>(1 - beta2);
    const auto eps = static_cast<Real>(epsilon);
    Vector &m = state.m, &v = state.v;
    for (std::size_t i = 0; i < w.size(); ++i) {
      m[i] = b1 * m[i] + c1 * g[i];
      v[i] = b2 * v[i] + c2 * (g[i] * g[i]);
      w[i] = keep * w[i] - eta * (m[i] / (std::sqrt(v[i]) * correction + eps));
    }
  }
};

constexpr std::array rows{
    learning_rate_row<AdamW>(),
    memory_row(&AdamW::beta1, "beta1", "Gradient memory", "β₁",
               "How slowly the average of gradients forgets: the momentum of the method."),
    memory_row(&AdamW::beta2, "beta2", "Square memory", "β₂",
               "How slowly the average of squared gradients forgets: what sets each parameter's "
               "own rate."),
    epsilon_row<AdamW>(),
    row<AdamW>(&AdamW::weight_decay, {.id = "weightDecay",
                                      .name = "Weight decay",
                                      .symbol = "λ",
                                      .domain = at_least(0),
                                      .slider = linear(0, 1),
                                      .doc = "Shrinks every parameter by ηλ of itself at each "
                                             "step; 0 is Adam."})};

}  // namespace

constinit const OptimizerEntry optimizer_entries::adamw = optimizer_entry<AdamW, rows>({
    .id = "adamw",
    .name = "AdamW",
    .family = family::adaptive,
    .summary = "Adam with weight decay beside it instead of an L2 penalty inside it: every "
               "parameter decays alike, however large its gradients are.",
    .formula =
        R"(\theta \leftarrow \theta - \eta\lambda\,\theta \qquad m \leftarrow \beta_1 m + (1-\beta_1) g \qquad v \leftarrow \beta_2 v + (1-\beta_2) g^2 \qquad \theta \leftarrow \theta - \eta\,\frac{m/(1-\beta_1^t)}{\sqrt{v/(1-\beta_2^t)}+\varepsilon})",
    .paper = {"Decoupled weight decay regularization", "I. Loshchilov, F. Hutter", 2019,
              "https://arxiv.org/abs/1711.05101"},
    .notes = "As PyTorch: the decay is multiplied by the rate, also decays biases, and defaults to "
             "0.01; Optax defaults to 0.0001. "
             "PyTorch's rate is 0.001.",
    .memory = "2n",
    .checked_against = "PyTorch 1.13",
});

}  // namespace fall_line
