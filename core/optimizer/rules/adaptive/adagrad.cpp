// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// AdaGrad (Duchi, Hazan & Singer 2011), diagonal form:
/// s ← s + g², θ ← θ - η / (1 + (t-1) λ) · g / (√s + ε)
struct AdaGrad {
  double learning_rate = 0.3, learning_rate_decay = 0, initial_accumulator = 0, epsilon = 1e-10;

  struct State {
    Vector s;
    double steps = 0;

    template <class Visitor>
    void visit(Visitor& v) {
      v("s", s);
      v("steps", steps);
    }
  };

  void prepare(State& state) const {
    std::fill(state.s.begin(), state.s.end(), real(initial_accumulator));
  }

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    const auto [eta, eps] =
        reals(step.learning_rate / (1 + state.steps * learning_rate_decay), epsilon);
    state.steps += 1;
    Vector& s = state.s;
    for (std::size_t i = 0; i < w.size(); ++i) {
      s[i] += g[i] * g[i];
      w[i] -= eta * (g[i] / (std::sqrt(s[i]) + eps));
    }
  }

  void rates(const State& state, double learning_rate, std::span<double> out) const {
    const double eta = learning_rate / (1 + (state.steps - 1) * learning_rate_decay);
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] = eta / (std::sqrt(state.s[i]) + real(epsilon));
  }
};

constexpr std::array rows{
    learning_rate_row<AdaGrad>(),
    row<AdaGrad>(&AdaGrad::learning_rate_decay,
                 {.id = "learningRateDecay",
                  .name = "Learning-rate decay",
                  .symbol = "λ",
                  .domain = at_least(0),
                  .slider = linear(0, 0.1),
                  .doc = "Higher values lower the learning rate faster from step to step, while "
                         "lower values more slowly. At 0 only the sum of squares lowers it."}),
    row<AdaGrad>(&AdaGrad::initial_accumulator,
                 {.id = "initialAccumulator",
                  .name = "Initial accumulator",
                  .symbol = "s₀",
                  .domain = at_least(0),
                  .slider = linear(0, 1),
                  .doc = "Higher values start the sum of squares higher, which shortens the first "
                         "steps.",
                  .live = false}),
    epsilon_row<AdaGrad>()};

constexpr std::array state{StateDocs{"s", "s", "sum of squared gradients"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry adagrad =
    optimizer_entry<AdaGrad, rows>({.id = "adagrad", .forgetful = "rmsprop"});

extern constinit const OptimizerDocs adagrad_docs = {
    .name = "AdaGrad",
    .family = family::adaptive,
    .summary =
        "Gives each parameter its own learning rate, divided by the root of the sum of its "
        "squared gradients so far.",
    .guide = {.idea = "Parameters with large or frequent gradients slow down, while parameters "
                      "with rare gradients keep taking long steps. This suits sparse features, "
                      "where informative gradients are rare.",
              .use =
                  "Use it for sparse data, or when features differ widely in scale or frequency.",
              .pitfalls = "The sum never shrinks, so every rate falls and training can stall "
                          "before it reaches a minimum. Raise the learning rate, or use RMSProp or "
                          "Adam, which forget old gradients."},
    .formula =
        R"(s \leftarrow s + g^2 \qquad \theta \leftarrow \theta - \frac{\eta}{1+(t-1)\lambda}\,\frac{g}{\sqrt{s}+\varepsilon})",
    .paper = {"Adaptive subgradient methods for online learning and stochastic optimization",
              "J. Duchi, E. Hazan, Y. Singer", 2011, "https://jmlr.org/papers/v12/duchi11a.html"},
    .notes =
        "As in PyTorch, epsilon is 1e-10 and stands outside the root, and the sum starts at "
        "0. TensorFlow and Optax start it at 0.1. PyTorch's learning rate is 0.01.",
    .memory = "n",
    .checked_against = "PyTorch 1.13",
    .state = state,
    .elementwise = true,
    .code = {.pytorch = {.call =
                             "torch.optim.Adagrad(lr={learningRate}, lr_decay={learningRateDecay}, "
                             "initial_accumulator_value={initialAccumulator}, eps={epsilon})"},
             .keras = {.differs = "Keras' Adagrad adds epsilon inside the root, and has no decay "
                                  "of the learning rate."},
             .rule = R"py(class Adagrad(Rule):
    def update(self, p, g, lr, state):
        s = state["s"] = state.get("s", self.initial_accumulator) + g**2
        rate = lr / (1 + (self.t - 1) * self.learning_rate_decay)
        return p - rate * g / (torch.sqrt(s) + self.epsilon)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
