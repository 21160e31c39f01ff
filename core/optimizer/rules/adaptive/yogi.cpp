// SPDX-License-Identifier: MIT
#include <cmath>

#include "optimizer/rule.hpp"

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
    const Average first(beta1);
    const auto [eta, c2, eps] = reals(step.learning_rate, 1 - beta2, epsilon);
    Vector &m = state.m, &v = state.v;
    for (std::size_t i = 0; i < w.size(); ++i) {
      const Real square = g[i] * g[i];
      m[i] = first.mix(m[i], g[i]);
      v[i] -= c2 * sign(v[i] - square) * square;
      w[i] -= eta * (m[i] / (std::sqrt(v[i]) + eps));
    }
  }

  void rates(const State& state, double learning_rate, std::span<double> out) const {
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] = learning_rate / (std::sqrt(state.v[i]) + real(epsilon));
  }
};

constexpr std::array rows{learning_rate_row<Yogi>(), beta1_row<Yogi>(),
                          beta2_row<Yogi>("Higher values make the average of squared gradients "
                                          "move more slowly, while lower values faster."),
                          epsilon_row<Yogi>()};

constexpr std::array state{StateDocs{"m", "m", "average of gradients"},
                           StateDocs{"v", "v", "running size of squared gradients"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry yogi = optimizer_entry<Yogi, rows>({.id = "yogi"});

extern constinit const OptimizerDocs yogi_docs = {
    .name = "Yogi",
    .family = family::adaptive,
    .summary =
        "Adam with a squared-gradient average that moves by a fixed share of the newest "
        "square in each step.",
    .guide = {.idea = "When small gradients follow large ones, Adam's average falls exponentially "
                      "and its rates rise quickly. Yogi's average falls only in proportion to the "
                      "small squares, so its rates recover slowly.",
              .use = "Use it when Adam becomes unstable after a stretch of small gradients, for "
                     "example with sparse gradients.",
              .pitfalls = "After a very large gradient the rates stay low for many steps. Clip the "
                          "gradients or raise the learning rate."},
    .formula =
        R"(m \leftarrow \beta_1 m + (1-\beta_1) g \qquad v \leftarrow v - (1-\beta_2)\operatorname{sign}(v-g^2)\,g^2 \qquad \theta \leftarrow \theta - \eta\,\frac{m}{\sqrt{v}+\varepsilon})",
    .paper = {"Adaptive methods for nonconvex optimization",
              "M. Zaheer, S. Reddi, D. Sachan, S. Kale, S. Kumar", 2018,
              "https://papers.nips.cc/paper/8186-adaptive-methods-for-nonconvex-optimization"},
    .notes =
        "As in the paper's Algorithm 2 with its epsilon of 0.001, the averages start at zero "
        "and no bias is corrected. Optax and others start both averages at 1e-6 and correct "
        "the bias. The paper's learning rate is 0.01.",
    .memory = "2n",
    .checked_against = "NumPy transcription",
    .state = state,
    .elementwise = true,
    .code = {.rule = R"py(class Yogi(Rule):
    def update(self, p, g, lr, state):
        m = state["m"] = self.beta1 * state.get("m", 0) + (1 - self.beta1) * g
        v = state.get("v", torch.zeros_like(p))
        v = state["v"] = v - (1 - self.beta2) * torch.sign(v - g**2) * g**2
        return p - lr * m / (torch.sqrt(v) + self.epsilon)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
