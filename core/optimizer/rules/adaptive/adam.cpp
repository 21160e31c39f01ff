// SPDX-License-Identifier: MIT
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// Adam (Kingma & Ba 2015, 1412.6980, Algorithm 1):
/// m ← β1 m + (1-β1) g, v ← β2 v + (1-β2) g²,
/// m̂ = m / (1-β1^t), v̂ = v / (1-β2^t), θ ← θ - η m̂ / (√v̂ + ε)
struct Adam {
  double learning_rate = 0.03, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;

  using State = Moments;

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    state.advance(beta1, beta2);
    const Average first(beta1), second(beta2);
    const CorrectedRoot root(state.bias2, epsilon);
    const Real eta = real(state.bias1.correct(step.learning_rate));
    Vector &m = state.m, &v = state.v;
    for (std::size_t i = 0; i < w.size(); ++i) {
      m[i] = first.mix(m[i], g[i]);
      v[i] = second.mix(v[i], g[i] * g[i]);
      w[i] -= eta * (m[i] / root(v[i]));
    }
  }

  void rates(const State& state, double learning_rate, std::span<double> out) const {
    write_rates(state.v, CorrectedRoot(state.bias2, epsilon), learning_rate, out);
  }
};

constexpr std::array rows{learning_rate_row<Adam>(), beta1_row<Adam>(), beta2_row<Adam>(),
                          epsilon_row<Adam>()};

constexpr std::array state{StateDocs{"m", "m", "average of gradients"},
                           StateDocs{"v", "v", "average of squared gradients"}};

constexpr std::array suits{
    Suit{Situation::many_parameters, "gives every parameter a step size of its own"},
    Suit{Situation::much_noise, "averages gradients over about ten steps"},
    Suit{Situation::fast_start, "takes long steps at once, however small the gradients are"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry adam = optimizer_entry<Adam, rows>({.id = "adam"});

extern constinit const OptimizerDocs adam_docs = {
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
    .suits = suits,
    .formula =
        R"(m \leftarrow \beta_1 m + (1-\beta_1) g \qquad v \leftarrow \beta_2 v + (1-\beta_2) g^2 \qquad \theta \leftarrow \theta - \eta\,\frac{m/(1-\beta_1^t)}{\sqrt{v/(1-\beta_2^t)}+\varepsilon})",
    .paper = {"Adam: a method for stochastic optimization", "D. P. Kingma, J. Ba", 2015,
              "https://arxiv.org/abs/1412.6980"},
    .notes =
        "As in the paper's Algorithm 1 and in PyTorch, epsilon is added after the bias correction. "
        "TensorFlow adds it before. Betas and epsilon are the paper's. Its learning rate is 0.001.",
    .memory = "2n",
    .checked_against = "PyTorch 1.13",
    .state = state,
    .elementwise = true,
    .code =
        {.pytorch =
             {.call =
                  "torch.optim.Adam(lr={learningRate}, betas=({beta1}, {beta2}), eps={epsilon})"},
         .keras = {.differs = "Keras' Adam adds epsilon before the bias correction, which is as if "
                              "epsilon were larger in the first steps."},
         .rule = R"py(class Adam(Rule):
    def update(self, p, g, lr, state):
        m = state["m"] = self.beta1 * state.get("m", 0) + (1 - self.beta1) * g
        v = state["v"] = self.beta2 * state.get("v", 0) + (1 - self.beta2) * g**2
        m_hat = m / (1 - self.beta1**self.t)
        v_hat = v / (1 - self.beta2**self.t)
        return p - lr * m_hat / (torch.sqrt(v_hat) + self.epsilon)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
