// SPDX-License-Identifier: MIT
#include <cmath>

#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// Centered RMSProp (Graves 2013, 1308.0850, eqs. 38-41), in PyTorch's form:
/// s ← α s + (1-α) g², a ← α a + (1-α) g, b ← μ b + g / (√(s - a²) + ε), θ ← θ - η b
struct CenteredRmsProp {
  double learning_rate = 0.03, alpha = 0.9, momentum = 0, epsilon = 1e-8;

  struct State {
    Vector s, a, b;

    template <class Visitor>
    void visit(Visitor& v) {
      v("s", s);
      v("a", a);
      v("b", b);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    const Average average(alpha);
    const auto [eta, mu, eps] = reals(step.learning_rate, momentum, epsilon);
    Vector &s = state.s, &a = state.a, &b = state.b;
    for (std::size_t i = 0; i < w.size(); ++i) {
      s[i] = average.mix(s[i], g[i] * g[i]);
      a[i] = average.mix(a[i], g[i]);
      // Rounding can make it negative where the gradient hardly varies.
      const Real variance = s[i] - a[i] * a[i];
      b[i] = mu * b[i] + g[i] / (std::sqrt(variance > 0 ? variance : 0) + eps);
      w[i] -= eta * b[i];
    }
  }

  void rates(const State& state, double learning_rate, std::span<double> out) const {
    for (std::size_t i = 0; i < out.size(); ++i) {
      const Real variance = state.s[i] - state.a[i] * state.a[i];
      out[i] = learning_rate / (std::sqrt(variance > 0 ? variance : 0) + real(epsilon));
    }
  }
};

constexpr std::array rows{
    learning_rate_row<CenteredRmsProp>(),
    memory_row(&CenteredRmsProp::alpha, "alpha", "Alpha (decay of both averages)", "α",
               "Higher values average gradients and their squares over more steps, while lower "
               "values follow recent ones."),
    momentum_row<CenteredRmsProp>(), epsilon_row<CenteredRmsProp>()};

constexpr std::array state{StateDocs{"s", "s", "average of squared gradients"},
                           StateDocs{"a", "a", "average of gradients"},
                           StateDocs{"b", "b", "scaled gradient, with momentum"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry rmsprop_centered =
    optimizer_entry<CenteredRmsProp, rows>({.id = "rmsprop-centered"});

extern constinit const OptimizerDocs rmsprop_centered_docs = {
    .name = "RMSProp, centered",
    .family = family::adaptive,
    .summary =
        "Divides each gradient by its recent standard deviation instead of its recent root "
        "mean square.",
    .guide =
        {.idea = "Subtracting the squared mean from the mean square leaves the variance, which "
                 "measures how much the gradient fluctuates. Where gradients agree the variance is "
                 "small, so the steps grow.",
         .use = "Try it in place of RMSProp where gradients keep their direction over many steps.",
         .pitfalls = "With nearly constant gradients the variance approaches zero and the steps "
                     "become very long. Raise epsilon or lower the learning rate."},
    .formula =
        R"(s \leftarrow \alpha s + (1-\alpha) g^2 \qquad a \leftarrow \alpha a + (1-\alpha) g \qquad b \leftarrow \mu b + \frac{g}{\sqrt{s-a^2}+\varepsilon} \qquad \theta \leftarrow \theta - \eta\, b)",
    .paper = {"Generating sequences with recurrent neural networks", "A. Graves", 2013,
              "https://arxiv.org/abs/1308.0850"},
    .notes =
        "As in PyTorch, epsilon stands outside the root and the learning rate outside the "
        "momentum. Graves adds 0.0001 inside the root, sets alpha to 0.95, and keeps a "
        "learning rate of 0.0001 inside a momentum of 0.9. If rounding makes the variance "
        "negative, it counts as 0 here, while PyTorch's step becomes NaN.",
    .memory = "3n",
    .checked_against = "PyTorch 1.13",
    .state = state,
    .elementwise = true,
    .code = {.pytorch = {.call = "torch.optim.RMSprop(lr={learningRate}, alpha={alpha}, "
                                 "momentum={momentum}, eps={epsilon}, centered=True)"},
             .keras = {.differs = "Keras' centered RMSprop adds epsilon inside the root, and has "
                                  "the learning rate inside the momentum."},
             .rule = R"py(class CenteredRMSprop(Rule):
    def update(self, p, g, lr, state):
        s = state["s"] = self.alpha * state.get("s", 0) + (1 - self.alpha) * g**2
        a = state["a"] = self.alpha * state.get("a", 0) + (1 - self.alpha) * g
        variance = torch.relu(s - a**2)
        scaled = g / (torch.sqrt(variance) + self.epsilon)
        b = state["b"] = self.momentum * state.get("b", 0) + scaled
        return p - lr * b
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
