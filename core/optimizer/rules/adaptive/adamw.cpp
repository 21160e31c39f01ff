// SPDX-License-Identifier: MIT
#include <cmath>

#include "optimizer/rules/entries.hpp"

namespace fall_line {
namespace {

/// AdamW (Loshchilov & Hutter 2019, 1711.05101, Algorithm 2), as PyTorch: θ ← θ - η λ θ first, then
/// Adam's step. The decay stays out of the averages, unlike an L2 penalty in the loss.
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
    learning_rate_row<AdamW>(), beta1_row<AdamW>(), beta2_row<AdamW>(), epsilon_row<AdamW>(),
    row<AdamW>(&AdamW::weight_decay,
               {.id = "weightDecay",
                .name = "Weight decay",
                .symbol = "λ",
                .domain = at_least(0),
                .slider = linear(0, 1),
                .doc = "Higher values shrink every parameter more in each step, while lower values "
                       "less. At 0 the method is Adam."})};

}  // namespace

constinit const OptimizerEntry optimizer_entries::adamw = optimizer_entry<AdamW, rows>({
    .id = "adamw",
    .name = "AdamW",
    .family = family::adaptive,
    .summary = "Adam with weight decay applied directly to the parameters instead of through the "
               "gradient.",
    .guide =
        {.idea = "Adam divides an L2 penalty by the gradient size as well, so parameters with "
                 "large gradients decay less. Shrinking the parameters separately decays all of "
                 "them at the same relative rate.",
         .use = "Use it instead of Adam when you want regularization against overfitting.",
         .pitfalls =
             "Too much decay pulls the parameters away from the minimum, and a higher learning "
             "rate also increases the decay. Lower the weight decay if the network underfits."},
    .formula =
        R"(\theta \leftarrow \theta - \eta\lambda\,\theta \qquad m \leftarrow \beta_1 m + (1-\beta_1) g \qquad v \leftarrow \beta_2 v + (1-\beta_2) g^2 \qquad \theta \leftarrow \theta - \eta\,\frac{m/(1-\beta_1^t)}{\sqrt{v/(1-\beta_2^t)}+\varepsilon})",
    .paper = {"Decoupled weight decay regularization", "I. Loshchilov, F. Hutter", 2019,
              "https://arxiv.org/abs/1711.05101"},
    .notes = "As in PyTorch, the decay is multiplied by the learning rate, applies to biases too, "
             "and is 0.01 by default. In the paper only the schedule multiplies it, and Optax's "
             "default is 0.0001. PyTorch's learning rate is 0.001.",
    .memory = "2n",
    .checked_against = "PyTorch 1.13",
});

}  // namespace fall_line
