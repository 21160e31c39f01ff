// SPDX-License-Identifier: MIT
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// AdamW (Loshchilov & Hutter 2019, 1711.05101, Algorithm 2), as PyTorch: θ ← θ - η λ θ first, then
/// Adam's step. The decay stays out of the averages, unlike an L2 penalty in the loss.
struct AdamW {
  double learning_rate = 0.03, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weight_decay = 0.01;

  using State = Moments;

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    state.advance(beta1, beta2);
    const Average first(beta1), second(beta2);
    const CorrectedRoot root(state.bias2, epsilon);
    const Real eta = real(state.bias1.correct(step.learning_rate));
    const Real keep = real(1 - step.learning_rate * weight_decay);
    Vector &m = state.m, &v = state.v;
    for (std::size_t i = 0; i < w.size(); ++i) {
      m[i] = first.mix(m[i], g[i]);
      v[i] = second.mix(v[i], g[i] * g[i]);
      w[i] = keep * w[i] - eta * (m[i] / root(v[i]));
    }
  }

  void rates(const State& state, double learning_rate, std::span<double> out) const {
    write_rates(state.v, CorrectedRoot(state.bias2, epsilon), learning_rate, out);
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

constexpr std::array state{StateDocs{"m", "m", "average of gradients"},
                           StateDocs{"v", "v", "average of squared gradients"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry adamw = optimizer_entry<AdamW, rows>({.id = "adamw"});

extern constinit const OptimizerDocs adamw_docs = {
    .name = "AdamW",
    .family = family::adaptive,
    .summary =
        "Adam with weight decay applied directly to the parameters instead of through the "
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
    .notes =
        "As in PyTorch, the decay is multiplied by the learning rate, applies to biases too, "
        "and is 0.01 by default. In the paper only the schedule multiplies it, and Optax's "
        "default is 0.0001. PyTorch's learning rate is 0.001.",
    .memory = "2n",
    .checked_against = "PyTorch 1.13",
    .state = state,
    .elementwise = true,
    .code = {.pytorch = {.call = "torch.optim.AdamW(lr={learningRate}, betas=({beta1}, {beta2}), "
                                 "eps={epsilon}, weight_decay={weightDecay})"},
             .keras = {.differs = "Keras' AdamW adds epsilon before the bias correction, which is "
                                  "as if epsilon were larger in the first steps."},
             .rule = R"py(class AdamW(Rule):
    def update(self, p, g, lr, state):
        m = state["m"] = self.beta1 * state.get("m", 0) + (1 - self.beta1) * g
        v = state["v"] = self.beta2 * state.get("v", 0) + (1 - self.beta2) * g**2
        m_hat = m / (1 - self.beta1**self.t)
        v_hat = v / (1 - self.beta2**self.t)
        step = m_hat / (torch.sqrt(v_hat) + self.epsilon)
        return (1 - lr * self.decay) * p - lr * step
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
