// SPDX-License-Identifier: MIT
#include <cmath>

#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// LARS (You+ 2017, 1708.03888, Algorithm 1): for each weight matrix and bias vector the local rate
/// r = κ ‖θ‖ / (‖g‖ + λ ‖θ‖), then v ← μ v + η r (g + λ θ), θ ← θ - v. The paper writes η for κ,
/// γ for η, λ for r, and β for λ.
struct Lars {
  double learning_rate = 3, momentum = 0.9, trust = 0.001, weight_decay = 0.0005;

  struct State {
    Vector velocity;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("velocity", velocity);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              std::span<const ParameterBlock> blocks, const StepContext& step) const {
    const auto [mu, decay] = reals(momentum, weight_decay);
    Vector& v = state.velocity;
    for (const ParameterBlock& block : blocks) {
      const std::size_t end = block.offset + block.size();
      double of_w = 0, of_g = 0;
      for (std::size_t i = block.offset; i < end; ++i) {
        const double x = w[i], slope = g[i];
        of_w += x * x;
        of_g += slope * slope;
      }
      of_w = std::sqrt(of_w), of_g = std::sqrt(of_g);
      // A ratio of 0 would hold biases, which start at zero, at zero forever.
      const double ratio = of_w > 0 && of_g > 0 ? of_w / (of_g + weight_decay * of_w) : 1;
      const Real eta = real(step.learning_rate * trust * ratio);
      for (std::size_t i = block.offset; i < end; ++i) {
        v[i] = mu * v[i] + eta * (g[i] + decay * w[i]);
        w[i] -= v[i];
      }
    }
  }

  void marks(const State&, const State& state, const SeenStep& seen, Marks& out) const {
    out.arrow(velocity_mark.name, seen.to, -1, state.velocity);
  }
};

constexpr std::array rows{
    learning_rate_row<Lars>(
        "Raising it lengthens the step of every layer, and lowering it shortens it. At a trust "
        "coefficient of 0.001, a rate of 1 changes a layer by 0.1 % of its norm before momentum."),
    memory_row(&Lars::momentum, "momentum", "Momentum", "μ",
               "Higher values keep more of the previous steps, which smooths the path and speeds "
               "it up. Lower values follow the current gradient more closely."),
    row<Lars>(&Lars::trust,
              {.id = "trust",
               .name = "Trust coefficient",
               .symbol = "κ",
               .domain = above(0),
               .slider = logarithmic(1e-4, 1),
               .doc = "Raising it lengthens the step of each layer relative to its weights, and "
                      "lowering it shortens it. It multiplies the learning rate."}),
    row<Lars>(&Lars::weight_decay,
              {.id = "weightDecay",
               .name = "Weight decay",
               .symbol = "λ",
               .domain = at_least(0),
               .slider = linear(0, 0.5),
               .doc = "Raising it pulls the weights towards zero more strongly, and 0 turns it "
                      "off. It is part of the gradient that is scaled for each layer."})};

constexpr std::array marks{velocity_mark};

constexpr std::array state{StateDocs{"velocity", "v", "velocity, the decaying sum of past steps"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry lars = optimizer_entry<Lars, rows>({.id = "lars"});

extern constinit const OptimizerDocs lars_docs = {
    .name = "LARS",
    .family = family::layers,
    .summary =
        "Momentum with a separate step length for each layer, set by comparing the size of "
        "its weights with the size of its gradient.",
    .guide = {.idea = "When gradients differ in scale between layers, one learning rate is too "
                      "large for some layers and too small for others. Scaling each step to the "
                      "size of the weights changes every layer by a similar fraction.",
              .use =
                  "It was designed for training convolutional networks with very large batches. "
                  "Here it shows what happens when every layer moves by a similar relative amount.",
              .pitfalls =
                  "The step hardly shrinks when the gradient does, so near a minimum the loss can "
                  "keep fluctuating. A decaying learning-rate schedule lets it settle."},
    .formula =
        R"(r = \kappa\,\frac{\lVert\theta\rVert}{\lVert g\rVert+\lambda\lVert\theta\rVert} \qquad v \leftarrow \mu v + \eta\, r\,(g+\lambda\theta) \qquad \theta \leftarrow \theta - v)",
    .paper = {"Large batch training of convolutional networks", "Y. You, I. Gitman, B. Ginsburg",
              2017, "https://arxiv.org/abs/1708.03888"},
    .notes =
        "Follows Algorithm 1 of the paper, with its trust coefficient, momentum and weight "
        "decay. Each weight matrix and each bias vector counts as a layer. Where the norm of "
        "the weights or of the gradient is zero, the ratio counts as 1. Biases that start at "
        "zero can thus move. Some implementations use the plain learning rate there, exempt "
        "the biases, or keep the rate outside the velocity.",
    .memory = "n",
    .checked_against = "NumPy transcription",
    .state = state,
    .marks = marks,
    .code = {.rule = R"py(class LARS(Rule):
    def update(self, p, g, lr, state):
        of_p = float(torch.sqrt(torch.sum(p**2)))
        of_g = float(torch.sqrt(torch.sum(g**2)))
        ratio = 1
        if of_p > 0 and of_g > 0:
            ratio = of_p / (of_g + self.decay * of_p)
        step = lr * self.trust * ratio * (g + self.decay * p)
        v = state["v"] = self.momentum * state.get("v", 0) + step
        return p - v
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
