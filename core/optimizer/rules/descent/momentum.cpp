// SPDX-License-Identifier: MIT
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// Momentum (Polyak 1964; Sutskever+ 2013, eqs. 1-2) with PyTorch's dampening τ: v ← η g in the
/// first step, v ← μ v + (1-τ) η g in all others, θ ← θ - v. The rate stands inside the velocity.
/// PyTorch has it outside, which differs when the rate changes.
struct Momentum {
  double learning_rate = 0.1, momentum = 0.9, dampening = 0;

  struct State {
    Vector velocity;
    double steps = 0;

    template <class Visitor>
    void visit(Visitor& v) {
      v("velocity", velocity);
      v("steps", steps);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    // Dampening spares the first gradient, as in PyTorch.
    const double damped = state.steps++ == 0 ? 1 : 1 - dampening;
    const auto [mu, eta] = reals(momentum, damped * step.learning_rate);
    Vector& v = state.velocity;
    for (std::size_t i = 0; i < w.size(); ++i) {
      v[i] = mu * v[i] + eta * g[i];
      w[i] -= v[i];
    }
  }

  void marks(const State&, const State& state, const SeenStep& seen, Marks& out) const {
    out.arrow(velocity_mark.name, seen.to, -1, state.velocity);
  }
};

constexpr std::array rows{
    learning_rate_row<Momentum>(), momentum_row<Momentum>(),
    row<Momentum>(&Momentum::dampening,
                  {.id = "dampening",
                   .name = "Dampening",
                   .symbol = "τ",
                   .domain = within(0, 1),
                   .slider = linear(0, 1),
                   .doc = "Higher values take a larger share off each new gradient, while lower "
                          "values a smaller one. The first gradient enters in full."})};

/// 2 (1 + μ) without dampening, which shortens every later step to 1 - τ of its length.
double stability_limit(const Values& values) {
  const auto rule = with_values<Momentum, rows>(values);
  return 2 * (1 + rule.momentum) / (1 - rule.dampening);
}

constexpr std::array state{StateDocs{"velocity", "v", "velocity, the decaying sum of past steps"}};

constexpr std::array suits{
    Suit{Situation::much_data, "adds up the gradients of many batches in a velocity"},
    Suit{Situation::cheap_gradients, "turns many plain steps into speed"},
    Suit{Situation::little_memory, "keeps one number for each parameter, its velocity"}};

constexpr std::array marks{velocity_mark};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry momentum =
    optimizer_entry<Momentum, rows>({.id = "momentum", .stability_limit = stability_limit});

extern constinit const OptimizerDocs momentum_docs = {
    .name = "Momentum",
    .family = family::momentum,
    .summary =
        "Accumulates past gradients in a velocity and moves the parameters by that velocity.",
    .guide =
        {.idea =
             "Gradients that agree from step to step add up, so the velocity grows along a valley. "
             "Gradients that alternate in sign cancel, so the zigzag across the valley fades.",
         .use =
             "Use it where plain gradient descent zigzags or moves slowly along a flat direction.",
         .pitfalls =
             "The velocity can carry the parameters past a minimum, so the path overshoots and "
             "oscillates. Lower the momentum or the learning rate, or try Nesterov momentum."},
    .suits = suits,
    .formula =
        R"(v \leftarrow \begin{cases} \eta\, g & t = 1\\ \mu v + (1-\tau)\,\eta\, g & t > 1\end{cases} \qquad \theta \leftarrow \theta - v)",
    .paper = {"Some methods of speeding up the convergence of iteration methods", "B. T. Polyak",
              1964, "https://doi.org/10.1016/0041-5553(64)90137-5"},
    .notes =
        "The learning rate stands inside the velocity, as in Polyak (1964) and Sutskever et "
        "al. (2013). PyTorch multiplies the velocity by the rate instead. Both agree while "
        "the rate is constant and differ when it changes. As in PyTorch, dampening spares the "
        "first gradient. PyTorch's default momentum is 0.",
    .memory = "n",
    .checked_against = "PyTorch 1.13, NumPy transcription",
    .state = state,
    .marks = marks,
    .elementwise = true,
    .code =
        {.pytorch =
             {.call =
                  "torch.optim.SGD(lr={learningRate}, momentum={momentum}, dampening={dampening})",
              .differs = "PyTorch's SGD multiplies the velocity by the learning rate, which is the "
                         "same only while the rate is constant.",
              .constant_rate = true},
         .keras = {.call =
                       "keras.optimizers.SGD(learning_rate={learningRate}, momentum={momentum})",
                   .differs = "Keras' SGD has no dampening."},
         .rule = R"py(class Momentum(Rule):
    def update(self, p, g, lr, state):
        share = 1 if self.t == 1 else 1 - self.dampening
        v = state["v"] = self.momentum * state.get("v", 0) + share * lr * g
        return p - v
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
