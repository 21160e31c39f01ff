// SPDX-License-Identifier: MIT
#include <cmath>

#include "optimizer/rules/entries.hpp"

namespace fall_line {
namespace {

/// LAMB (You+ 2020, 1904.00962, Algorithm 2, φ the identity): m and v as Adam's,
/// u = m̂ / (√v̂ + ε) + λ θ, and for each weight matrix and bias vector θ ← θ - η ‖θ‖ / ‖u‖ · u
struct Lamb {
  double learning_rate = 0.003, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-6, weight_decay = 0.01;

  struct State {
    Vector m, v;
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
              std::span<const ParameterBlock> blocks, const StepContext& step) const {
    state.beta1_power *= beta1;
    state.beta2_power *= beta2;
    const auto b1 = static_cast<Real>(beta1), c1 = static_cast<Real>(1 - beta1);
    const auto b2 = static_cast<Real>(beta2), c2 = static_cast<Real>(1 - beta2);
    const auto start = static_cast<Real>(1 / (1 - state.beta1_power));
    const auto correction = static_cast<Real>(1 / std::sqrt(1 - state.beta2_power));
    const auto eps = static_cast<Real>(epsilon), decay = static_cast<Real>(weight_decay);
    Vector &m = state.m, &v = state.v;
    for (std::size_t i = 0; i < w.size(); ++i) {
      m[i] = b1 * m[i] + c1 * g[i];
      v[i] = b2 * v[i] + c2 * (g[i] * g[i]);
    }
    const auto direction = [&](std::size_t i) {
      return start * m[i] / (std::sqrt(v[i]) * correction + eps) + decay * w[i];
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
      const auto eta = static_cast<Real>(step.learning_rate * ratio);
      for (std::size_t i = block.offset; i < end; ++i) w[i] -= eta * direction(i);
    }
  }
};

constexpr std::array rows{
    learning_rate_row<Lamb>("How far each layer moves a step, as a share of its own length."),
    memory_row(&Lamb::beta1, "beta1", "Gradient memory", "β₁",
               "How slowly the average of gradients forgets."),
    memory_row(&Lamb::beta2, "beta2", "Square memory", "β₂",
               "How slowly the average of squared gradients forgets."),
    epsilon_row<Lamb>(), weight_decay_row<Lamb>()};

}  // namespace

constinit const OptimizerEntry optimizer_entries::lamb = optimizer_entry<Lamb, rows>({
    .id = "lamb",
    .name = "LAMB",
    .family = family::layers,
    .summary = "Adam's direction, but each layer moves by a share of its own length: made for very "
               "large batches.",
    .formula =
        R"(u = \frac{\hat m}{\sqrt{\hat v}+\varepsilon}+\lambda\theta \qquad \theta \leftarrow \theta - \eta\,\frac{\lVert\theta\rVert}{\lVert u\rVert}\,u)",
    .paper = {"Large batch optimization for deep learning: training BERT in 76 minutes",
              "Y. You, J. Li, S. Reddi, J. Hseu, S. Kumar, S. Bhojanapalli, X. Song, J. Demmel, "
              "K. Keutzer, C.-J. Hsieh",
              2020, "https://arxiv.org/abs/1904.00962"},
    .notes = "As the paper's Algorithm 2, with its epsilon and decay; each weight matrix and each "
             "bias vector counts as a layer, and the ratio is 1 where a length is zero. Some "
             "implementations leave out the bias correction, clip the ratio, or spare the biases. "
             "The paper's rates are near 0.002.",
    .memory = "2n",
    .checked_against = "NumPy transcription",
});

}  // namespace fall_line
