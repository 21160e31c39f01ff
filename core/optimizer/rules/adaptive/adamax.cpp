// SPDX-License-Identifier: MIT
#include <cmath>

#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// AdaMax (Kingma & Ba 2015, 1412.6980, Algorithm 2), with PyTorch's epsilon:
/// m ← β1 m + (1-β1) g, u ← max(β2 u, |g| + ε), θ ← θ - η / (1-β1^t) · m / u
struct AdaMax {
  double learning_rate = 0.1, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;

  struct State {
    Vector m, u;
    Bias bias1;

    template <class Visitor>
    void visit(Visitor& v) {
      v("m", m);
      v("u", u);
      v("beta1Power", bias1.power);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    state.bias1.advance(beta1);
    const Average first(beta1);
    const auto [eta, b2, eps] = reals(state.bias1.correct(step.learning_rate), beta2, epsilon);
    Vector &m = state.m, &u = state.u;
    for (std::size_t i = 0; i < w.size(); ++i) {
      m[i] = first.mix(m[i], g[i]);
      const Real faded = b2 * u[i], size = std::abs(g[i]) + eps;
      u[i] = faded > size ? faded : size;
      w[i] -= eta * (m[i] / u[i]);
    }
  }

  void rates(const State& state, double learning_rate, std::span<double> out) const {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = learning_rate / state.u[i];
  }
};

constexpr std::array rows{
    learning_rate_row<AdaMax>(), beta1_row<AdaMax>(),
    memory_row(&AdaMax::beta2, "beta2", "Beta 2 (decay of the gradient maximum)", "β₂",
               "Higher values remember the largest gradient for longer, while lower values let it "
               "decay sooner."),
    epsilon_row<AdaMax>()};

constexpr std::array state{StateDocs{"m", "m", "average of gradients"},
                           StateDocs{"u", "u", "decaying maximum of gradient sizes"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry adamax = optimizer_entry<AdaMax, rows>({.id = "adamax"});

extern constinit const OptimizerDocs adamax_docs = {
    .name = "AdaMax",
    .family = family::adaptive,
    .summary =
        "Adam with a slowly decaying maximum of gradient sizes in place of the root mean square.",
    .guide = {.idea = "Each step is divided by the largest recent gradient, so no parameter moves "
                      "much further than the learning rate. The maximum reacts at once to a large "
                      "gradient and then decays slowly.",
              .use = "Use it when an occasional large gradient should shorten the steps at once.",
              .pitfalls = "After a large gradient the steps of its parameter stay short for many "
                          "iterations. Lower beta 2 to let the maximum decay faster."},
    .formula =
        R"(m \leftarrow \beta_1 m + (1-\beta_1) g \qquad u \leftarrow \max(\beta_2 u, |g|+\varepsilon) \qquad \theta \leftarrow \theta - \frac{\eta}{1-\beta_1^t}\,\frac{m}{u})",
    .paper = {"Adam: a method for stochastic optimization", "D. P. Kingma, J. Ba", 2015,
              "https://arxiv.org/abs/1412.6980"},
    .notes =
        "As in PyTorch, epsilon is added to the gradient's size inside the maximum. The paper "
        "has no epsilon. The betas are the paper's. Its learning rate is 0.002.",
    .memory = "2n",
    .checked_against = "PyTorch 1.13",
    .state = state,
    .elementwise = true,
    .code =
        {.pytorch =
             {.call =
                  "torch.optim.Adamax(lr={learningRate}, betas=({beta1}, {beta2}), eps={epsilon})"},
         .keras = {.differs = "Keras' Adamax adds epsilon after the maximum instead of to each "
                              "gradient's size."},
         .rule = R"py(class Adamax(Rule):
    def update(self, p, g, lr, state):
        m = state["m"] = self.beta1 * state.get("m", 0) + (1 - self.beta1) * g
        faded = self.beta2 * state.get("u", torch.zeros_like(p))
        size = torch.abs(g) + self.epsilon
        u = state["u"] = faded + torch.relu(size - faded)  # The larger of both.
        return p - lr / (1 - self.beta1**self.t) * m / u
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
