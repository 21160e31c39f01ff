// SPDX-License-Identifier: MIT
#include <cmath>

#include "optimizer/rules/entries.hpp"

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
    const auto mu = static_cast<Real>(momentum), decay = static_cast<Real>(weight_decay);
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
      // Biases start at zero and would stay there for ever.
      const double ratio = of_w > 0 && of_g > 0 ? of_w / (of_g + weight_decay * of_w) : 1;
      const auto eta = static_cast<Real>(step.learning_rate * trust * ratio);
      for (std::size_t i = block.offset; i < end; ++i) {
        v[i] = mu * v[i] + eta * (g[i] + decay * w[i]);
        w[i] -= v[i];
      }
    }
  }
};

constexpr std::array rows{
    learning_rate_row<Lars>(
        "How far each layer moves a step, in thousandths of its own length with the usual trust."),
    memory_row(&Lars::momentum, "momentum", "Momentum", "μ",
               "How much of its velocity the step keeps."),
    row<Lars>(&Lars::trust, {.id = "trust",
                             .name = "Trust",
                             .symbol = "κ",
                             .domain = above(0),
                             .slider = logarithmic(1e-4, 1),
                             .doc = "The share of its own length by which a layer's gradient moves "
                                    "it at rate 1."}),
    row<Lars>(&Lars::weight_decay, {.id = "weightDecay",
                                    .name = "Weight decay",
                                    .symbol = "λ",
                                    .domain = at_least(0),
                                    .slider = linear(0, 0.5),
                                    .doc = "Pulls every parameter towards zero, in proportion to "
                                           "itself, as a part of its layer's gradient."})};

}  // namespace

constinit const OptimizerEntry optimizer_entries::lars = optimizer_entry<Lars, rows>({
    .id = "lars",
    .name = "LARS",
    .family = family::layers,
    .summary = "Momentum, but each layer has a rate of its own, by the ratio of its length to its "
               "gradient's.",
    .formula =
        R"(r = \kappa\,\frac{\lVert\theta\rVert}{\lVert g\rVert+\lambda\lVert\theta\rVert} \qquad v \leftarrow \mu v + \eta\, r\,(g+\lambda\theta) \qquad \theta \leftarrow \theta - v)",
    .paper = {"Large batch training of convolutional networks", "Y. You, I. Gitman, B. Ginsburg",
              2017, "https://arxiv.org/abs/1708.03888"},
    .notes = "As the paper's Algorithm 1, with its trust, momentum, and decay; each weight matrix "
             "and each bias vector counts as a layer, and where a length is zero the ratio counts "
             "as 1. Some implementations take the plain rate there, spare the biases, or leave the "
             "rate outside the velocity.",
    .memory = "n",
    .checked_against = "NumPy transcription",
});

}  // namespace fall_line
