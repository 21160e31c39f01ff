// SPDX-License-Identifier: MIT
#include "optimizer/rules/entries.hpp"

namespace fall_line {
namespace {

/// Lion (Chen+ 2023, 2302.06675, Algorithm 2): c = β1 m + (1-β1) g,
/// θ ← θ - η (sign(c) + λ θ), m ← β2 m + (1-β2) g
struct Lion {
  double learning_rate = 0.001, beta1 = 0.9, beta2 = 0.99, weight_decay = 0;

  struct State {
    Vector m;

    template <class Visitor>
    void visit(Visitor& v) {
      v("m", m);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    const auto eta = static_cast<Real>(step.learning_rate);
    const auto decay = static_cast<Real>(weight_decay);
    const auto b1 = static_cast<Real>(beta1), c1 = static_cast<Real>(1 - beta1);
    const auto b2 = static_cast<Real>(beta2), c2 = static_cast<Real>(1 - beta2);
    Vector& m = state.m;
    for (std::size_t i = 0; i < w.size(); ++i) {
      const Real direction = sign(b1 * m[i] + c1 * g[i]);
      m[i] = b2 * m[i] + c2 * g[i];
      w[i] -= eta * (direction + decay * w[i]);
    }
  }
};

constexpr std::array rows{
    learning_rate_row<Lion>("How far each parameter moves a step, whatever its gradient: a tenth "
                            "to a third of Adam's is usual."),
    memory_row(&Lion::beta1, "beta1", "Share of the average", "β₁",
               "How much of what decides the sign is the average rather than the new gradient."),
    memory_row(&Lion::beta2, "beta2", "Gradient memory", "β₂",
               "How slowly the average of gradients forgets."),
    weight_decay_row<Lion>()};

}  // namespace

constinit const OptimizerEntry optimizer_entries::lion = optimizer_entry<Lion, rows>({
    .id = "lion",
    .name = "Lion",
    .family = family::signs,
    .summary = "The sign of a mix of average and new gradient: every parameter moves equally far. "
               "Found by a search over programs.",
    .formula =
        R"(\theta \leftarrow \theta - \eta\,\bigl(\operatorname{sign}(\beta_1 m + (1-\beta_1) g) + \lambda\theta\bigr) \qquad m \leftarrow \beta_2 m + (1-\beta_2) g)",
    .paper = {"Symbolic discovery of optimization algorithms",
              "X. Chen, C. Liang, D. Huang, E. Real, K. Wang, Y. Liu, H. Pham, X. Dong, T. Luong, "
              "C.-J. Hsieh, Y. Lu, Q. V. Le",
              2023, "https://arxiv.org/abs/2302.06675"},
    .notes = "As the paper's Algorithm 2, with its memories and no decay unless asked. Where the "
             "mix is exactly zero the parameter stays. "
             "The authors' rate is 0.0001.",
    .memory = "n",
    .checked_against = "NumPy transcription",
});

}  // namespace fall_line
