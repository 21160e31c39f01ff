// SPDX-License-Identifier: MIT
#include <cmath>

#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// RMSProp (Tieleman & Hinton 2012, lecture 6.5), with PyTorch's optional momentum:
/// s ← α s + (1-α) g², b ← μ b + g / (√s + ε), θ ← θ - η b
struct RmsProp {
  double learning_rate = 0.03, alpha = 0.9, momentum = 0, epsilon = 1e-8;

  struct State {
    Vector s, b;

    template <class Visitor>
    void visit(Visitor& v) {
      v("s", s);
      v("b", b);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    const Average average(alpha);
    const auto [eta, mu, eps] = reals(step.learning_rate, momentum, epsilon);
    Vector &s = state.s, &b = state.b;
    for (std::size_t i = 0; i < w.size(); ++i) {
      s[i] = average.mix(s[i], g[i] * g[i]);
      b[i] = mu * b[i] + g[i] / (std::sqrt(s[i]) + eps);
      w[i] -= eta * b[i];
    }
  }

  void rates(const State& state, double learning_rate, std::span<double> out) const {
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] = learning_rate / (std::sqrt(state.s[i]) + real(epsilon));
  }
};

constexpr std::array rows{
    learning_rate_row<RmsProp>(),
    memory_row(&RmsProp::alpha, "alpha", "Alpha (decay of the squared-gradient average)", "α",
               "Higher values average squared gradients over more steps, while lower values follow "
               "recent ones."),
    momentum_row<RmsProp>("Higher values keep more of the previous velocity, while lower values "
                          "less. At 0 the method is as published."),
    epsilon_row<RmsProp>()};

constexpr std::array state{StateDocs{"s", "s", "average of squared gradients"},
                           StateDocs{"b", "b", "scaled gradient, with momentum"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry rmsprop = optimizer_entry<RmsProp, rows>({.id = "rmsprop"});

extern constinit const OptimizerDocs rmsprop_docs = {
    .name = "RMSProp",
    .family = family::adaptive,
    .summary = "Divides each gradient by the root of a running average of its square.",
    .guide = {.idea = "Dividing by the recent gradient size makes steps similar in length for "
                      "steep and flat directions. The average forgets old gradients, so unlike in "
                      "AdaGrad a parameter's rate can rise again.",
              .use = "Use it for mini-batch training when gradients differ widely in size between "
                     "parameters or change over time.",
              .pitfalls = "Near a minimum the steps stay about as long as the learning rate, so "
                          "the loss jitters. Lower the rate or let a schedule lower it."},
    .formula =
        R"(s \leftarrow \alpha s + (1-\alpha) g^2 \qquad b \leftarrow \mu b + \frac{g}{\sqrt{s}+\varepsilon} \qquad \theta \leftarrow \theta - \eta\, b)",
    .paper = {"Neural networks for machine learning, lecture 6.5", "T. Tieleman, G. Hinton", 2012,
              "https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf"},
    .notes =
        "As in PyTorch, epsilon stands outside the root and the learning rate outside the "
        "momentum. Alpha is the lecture's 0.9, while PyTorch's default is 0.99. PyTorch's "
        "learning rate is 0.01.",
    .memory = "2n",
    .checked_against = "PyTorch 1.13",
    .state = state,
    .elementwise = true,
    .code = {.pytorch = {.call = "torch.optim.RMSprop(lr={learningRate}, alpha={alpha}, "
                                 "momentum={momentum}, eps={epsilon})"},
             .keras = {.differs = "Keras' RMSprop adds epsilon inside the root, and has the "
                                  "learning rate inside the momentum."},
             .rule = R"py(class RMSprop(Rule):
    def update(self, p, g, lr, state):
        s = state["s"] = self.alpha * state.get("s", 0) + (1 - self.alpha) * g**2
        scaled = g / (torch.sqrt(s) + self.epsilon)
        b = state["b"] = self.momentum * state.get("b", 0) + scaled
        return p - lr * b
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
