// SPDX-License-Identifier: MIT
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// Nesterov's accelerated gradient (Nesterov 1983; Sutskever+ 2013, eqs. 3-4), written for the
/// look-ahead point as PyTorch does: v ← μ v + g, θ ← θ - η (g + μ v).
struct Nesterov {
  double learning_rate = 0.1, momentum = 0.9;

  struct State {
    Vector velocity;

    template <class Visitor>
    void visit(Visitor& v) {
      v("velocity", velocity);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    const auto [mu, eta] = reals(momentum, step.learning_rate);
    Vector& v = state.velocity;
    for (std::size_t i = 0; i < w.size(); ++i) {
      v[i] = mu * v[i] + g[i];
      w[i] -= eta * (g[i] + mu * v[i]);
    }
  }

  /// The parameters are ahead of Sutskever's by η μ v.
  void marks(const State&, const State& state, const SeenStep& seen, Marks& out) const {
    const Real ahead = real(seen.learning_rate * momentum);
    Vector position(seen.to.begin(), seen.to.end());
    for (std::size_t i = 0; i < position.size(); ++i) position[i] += ahead * state.velocity[i];
    out.arrow("velocity", position, -ahead, state.velocity);
    out.point("gradientPoint", seen.to);
  }
};

constexpr std::array rows{learning_rate_row<Nesterov>(), momentum_row<Nesterov>()};

/// Cohen+ 2021 ("Gradient descent on neural networks typically occurs at the edge of stability").
double stability_limit(const Values& values) {
  const double mu = with_values<Nesterov, rows>(values).momentum;
  return (2 + 2 * mu) / (1 + 2 * mu);
}

constexpr std::array state{
    StateDocs{"velocity", "v", "velocity, the decaying sum of past gradients"}};

constexpr std::array suits{
    Suit{Situation::little_noise,
         "looks one step ahead, where gradients without noise are worth most"},
    Suit{Situation::fast_start, "gains speed as long as gradients agree"}};

constexpr std::array marks{
    MarkDocs{"gradientPoint", MarkKind::point, "Next gradient",
             "The look-ahead point, where the next step takes its gradient. These are the "
             "parameters that the race judges."},
    MarkDocs{"velocity", MarkKind::arrow, "Velocity",
             "It begins where the rule is without its look-ahead, and leads to the point of the "
             "next gradient."}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry nesterov =
    optimizer_entry<Nesterov, rows>({.id = "nesterov", .stability_limit = stability_limit});

extern constinit const OptimizerDocs nesterov_docs = {
    .name = "Nesterov momentum",
    .family = family::momentum,
    .summary =
        "Momentum that takes the gradient where the velocity is about to carry the parameters.",
    .guide = {.idea = "The gradient at the look-ahead point shows one step earlier when the "
                      "velocity leads uphill. The correction therefore comes sooner than in plain "
                      "momentum, which damps oscillation.",
              .use = "Use it in place of plain momentum when the path overshoots or oscillates.",
              .pitfalls = "With a high momentum it still overshoots, and noisy gradients make the "
                          "look-ahead less useful. Lower the momentum or the learning rate."},
    .suits = suits,
    .formula = R"(v \leftarrow \mu v + g \qquad \theta \leftarrow \theta - \eta\,(g + \mu v))",
    .paper = {"On the importance of initialization and momentum in deep learning",
              "I. Sutskever, J. Martens, G. Dahl, G. Hinton", 2013,
              "https://proceedings.mlr.press/v28/sutskever13.html"},
    .notes =
        "As in PyTorch, the parameters are the look-ahead point of Sutskever et al., and the "
        "learning rate stands outside the velocity. In the rule Momentum it stands inside.",
    .memory = "n",
    .checked_against = "PyTorch 1.13",
    .state = state,
    .marks = marks,
    .elementwise = true,
    .code = {.pytorch =
                 {.call = "torch.optim.SGD(lr={learningRate}, momentum={momentum}, nesterov=True)"},
             .keras = {.call = "keras.optimizers.SGD(learning_rate={learningRate}, "
                               "momentum={momentum}, nesterov=True)",
                       .differs = "Keras' SGD multiplies each gradient by the learning rate of its "
                                  "step, which is the same only while the rate is constant.",
                       .constant_rate = true},
             .rule = R"py(class Nesterov(Rule):
    def update(self, p, g, lr, state):
        v = state["v"] = self.momentum * state.get("v", 0) + g
        return p - lr * (g + self.momentum * v)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
