// SPDX-License-Identifier: MIT
#include <cmath>

#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// AdaDelta (Zeiler 2012, Algorithm 1), with PyTorch's rate in front:
/// s ← ρ s + (1-ρ) g², Δ = √(u+ε) / √(s+ε) · g, u ← ρ u + (1-ρ) Δ², θ ← θ - η Δ
struct AdaDelta {
  double learning_rate = 1, rho = 0.9, epsilon = 1e-6;

  struct State {
    Vector s, u;

    template <class Visitor>
    void visit(Visitor& v) {
      v("s", s);
      v("u", u);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    const Average average(rho);
    const auto [eta, eps] = reals(step.learning_rate, epsilon);
    Vector &s = state.s, &u = state.u;
    for (std::size_t i = 0; i < w.size(); ++i) {
      s[i] = average.mix(s[i], g[i] * g[i]);
      const Real delta = std::sqrt(u[i] + eps) / std::sqrt(s[i] + eps) * g[i];
      u[i] = average.mix(u[i], delta * delta);
      w[i] -= eta * delta;
    }
  }

  /// With the u that the update left, since the one that it used is gone.
  void rates(const State& state, double learning_rate, std::span<double> out) const {
    const Real eps = real(epsilon);
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] = learning_rate * (std::sqrt(state.u[i] + eps) / std::sqrt(state.s[i] + eps));
  }
};

constexpr std::array rows{
    learning_rate_row<AdaDelta>("Higher values lengthen every step, while lower values shorten it. "
                                "At 1 the method is as published."),
    memory_row(&AdaDelta::rho, "rho", "Rho (decay of both averages)", "ρ",
               "Higher values average squared gradients and squared steps over more of the past, "
               "while lower values follow recent ones."),
    epsilon_row<AdaDelta>(1e-12,
                          "Higher values lengthen the first steps, while lower values start more "
                          "slowly. It also prevents division by zero.")};

constexpr std::array state{StateDocs{"s", "s", "average of squared gradients"},
                           StateDocs{"u", "u", "average of squared steps"}};

constexpr std::array suits{
    Suit{Situation::few_settings, "replaces the learning rate by the length of its recent steps"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry adadelta =
    optimizer_entry<AdaDelta, rows>({.id = "adadelta"});

extern constinit const OptimizerDocs adadelta_docs = {
    .name = "AdaDelta",
    .family = family::adaptive,
    .summary =
        "Scales each gradient by the ratio of the parameter's recent step size to its "
        "recent gradient size.",
    .guide = {.idea = "Dividing by the gradient size and multiplying by the step size gives each "
                      "step the units of its parameter. The learning rate can therefore stay at 1, "
                      "as in the published method.",
              .use = "Use it when you want adaptive steps without tuning a learning rate.",
              .pitfalls = "The average of squared steps starts at zero, so the first steps are "
                          "tiny and training starts slowly. A larger epsilon lengthens them."},
    .suits = suits,
    .formula =
        R"(s \leftarrow \rho s + (1-\rho) g^2 \qquad \Delta = \frac{\sqrt{u+\varepsilon}}{\sqrt{s+\varepsilon}}\, g \qquad u \leftarrow \rho u + (1-\rho)\Delta^2 \qquad \theta \leftarrow \theta - \eta\,\Delta)",
    .paper = {"ADADELTA: an adaptive learning rate method", "M. D. Zeiler", 2012,
              "https://arxiv.org/abs/1212.5701"},
    .notes =
        "As in PyTorch, epsilon stands inside both roots, and rho is 0.9. The paper's "
        "experiments use 0.95. Keras multiplies the step by a learning rate of 0.001 by "
        "default, which makes it a thousand times shorter.",
    .memory = "2n",
    .checked_against = "PyTorch 1.13",
    .state = state,
    .elementwise = true,
    .code = {.pytorch = {.call =
                             "torch.optim.Adadelta(lr={learningRate}, rho={rho}, eps={epsilon})"},
             .keras = {.call = "keras.optimizers.Adadelta(learning_rate={learningRate}, rho={rho}, "
                               "epsilon={epsilon})"}},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
