// SPDX-License-Identifier: MIT
#include <cmath>

#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// LAMB (You+ 2020, 1904.00962, Algorithm 2, φ the identity): m and v as Adam's,
/// u = m̂ / (√v̂ + ε) + λ θ, and for each weight matrix and bias vector θ ← θ - η ‖θ‖ / ‖u‖ · u
struct Lamb {
  double learning_rate = 0.003, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-6, weight_decay = 0.01;

  using State = Moments;

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              std::span<const ParameterBlock> blocks, const StepContext& step) const {
    state.advance(beta1, beta2);
    const Average first(beta1), second(beta2);
    const CorrectedRoot root(state.bias2, epsilon);
    const Real correction = real(state.bias1.correct(1)), decay = real(weight_decay);
    Vector &m = state.m, &v = state.v;
    for (std::size_t i = 0; i < w.size(); ++i) {
      m[i] = first.mix(m[i], g[i]);
      v[i] = second.mix(v[i], g[i] * g[i]);
    }
    const auto direction = [&](std::size_t i) {
      return correction * m[i] / root(v[i]) + decay * w[i];
    };
    for (const ParameterBlock& block : blocks) {
      const std::size_t end = block.offset + block.size();
      double of_w = 0, of_u = 0;
      for (std::size_t i = block.offset; i < end; ++i) {
        const double x = w[i], u = direction(i);
        of_w += x * x;
        of_u += u * u;
      }
      const double ratio = of_w > 0 && of_u > 0 ? std::sqrt(of_w) / std::sqrt(of_u) : 1;
      const Real eta = real(step.learning_rate * ratio);
      for (std::size_t i = block.offset; i < end; ++i) w[i] -= eta * direction(i);
    }
  }
};

constexpr std::array rows{
    learning_rate_row<Lamb>(
        "Raising it lengthens the step of each layer, as a fraction of the norm of its weights. "
        "Too high a rate diverges, and too low a rate makes slow progress."),
    memory_row(&Lamb::beta1, "beta1", "Beta 1 (decay of the gradient average)", "β₁",
               "Higher values average the gradient over more steps, which smooths it. Lower values "
               "react faster to changes."),
    memory_row(&Lamb::beta2, "beta2", "Beta 2 (decay of the squared-gradient average)", "β₂",
               "Higher values average the squared gradients over more steps, which steadies the "
               "step sizes. Lower values react faster to changes."),
    epsilon_row<Lamb>(), weight_decay_row<Lamb>()};

constexpr std::array state{StateDocs{"m", "m", "average of gradients"},
                           StateDocs{"v", "v", "average of squared gradients"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry lamb = optimizer_entry<Lamb, rows>({.id = "lamb"});

extern constinit const OptimizerDocs lamb_docs = {
    .name = "LAMB",
    .family = family::layers,
    .summary =
        "Computes Adam's update, then rescales it for each layer so that its length is a "
        "set fraction of the layer's weight norm.",
    .guide =
        {.idea = "Adam balances the parameters inside a layer, but the layers can still move by "
                 "very different relative amounts. Rescaling each layer's update to its weight "
                 "norm makes the learning rate a relative step length.",
         .use = "It was designed for training BERT with very large batches. Compare it with Adam "
                "to see the effect of normalizing the step of each layer.",
         .pitfalls =
             "The step length depends on the weights and not on the gradient, so near a minimum "
             "the loss can keep fluctuating. A decaying learning-rate schedule lets it settle."},
    .formula =
        R"(u = \frac{\hat m}{\sqrt{\hat v}+\varepsilon}+\lambda\theta \qquad \theta \leftarrow \theta - \eta\,\frac{\lVert\theta\rVert}{\lVert u\rVert}\,u)",
    .paper = {"Large batch optimization for deep learning: training BERT in 76 minutes",
              "Y. You, J. Li, S. Reddi, J. Hseu, S. Kumar, S. Bhojanapalli, X. Song, J. Demmel, "
              "K. Keutzer, C.-J. Hsieh",
              2020, "https://arxiv.org/abs/1904.00962"},
    .notes =
        "Follows Algorithm 2 of the paper. The defaults for epsilon and weight decay are those "
        "usual for BERT. Each weight matrix and each bias vector counts as a layer, and so does a "
        "point on a surface. The ratio is 1 where a norm is zero. Some implementations leave out "
        "the bias correction, clip the ratio, or exempt the biases. The paper's learning rates for "
        "BERT lie between 0.0006 and 0.005, depending on the batch size.",
    .memory = "2n",
    .checked_against = "NumPy transcription",
    .state = state,
    .code = {.keras =
                 {.differs =
                      "Keras' Lamb applies weight decay apart from the step whose length it fits."},
             .rule = R"py(class LAMB(Rule):
    def update(self, p, g, lr, state):
        m = state["m"] = self.beta1 * state.get("m", 0) + (1 - self.beta1) * g
        v = state["v"] = self.beta2 * state.get("v", 0) + (1 - self.beta2) * g**2
        m_hat = m / (1 - self.beta1**self.t)
        v_hat = v / (1 - self.beta2**self.t)
        u = m_hat / (torch.sqrt(v_hat) + self.epsilon) + self.decay * p
        of_p = float(torch.sqrt(torch.sum(p**2)))
        of_u = float(torch.sqrt(torch.sum(u**2)))
        ratio = of_p / of_u if of_p > 0 and of_u > 0 else 1
        return p - lr * ratio * u
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
