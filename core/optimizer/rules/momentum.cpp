// SPDX-License-Identifier: MIT
#include "optimizer/rules/entries.hpp"

namespace fall_line {
namespace {

/// Momentum (Polyak 1964; Sutskever+ 2013, eqs. 1-2): v ← μ v + η g, θ ← θ - v. The rate stands
/// inside the velocity; PyTorch has it outside, which differs when the rate changes.
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
    // The first velocity is η g itself, dampening or not.
    const double damped = state.steps++ == 0 ? 1 : 1 - dampening;
    const auto mu = static_cast<Real>(momentum);
    const auto eta = static_cast<Real>(damped * step.learning_rate);
    Vector& v = state.velocity;
    for (std::size_t i = 0; i < w.size(); ++i) {
      v[i] = mu * v[i] + eta * g[i];
      w[i] -= v[i];
    }
  }
};

constexpr std::array rows{
    learning_rate_row<Momentum>(),
    memory_row(&Momentum::momentum, "momentum", "Momentum", "μ",
               "How much of its velocity the step keeps: 0 is plain descent, 0.9 remembers about "
               "ten steps."),
    row<Momentum>(&Momentum::dampening, {.id = "dampening",
                                         .name = "Dampening",
                                         .symbol = "τ",
                                         .domain = within(0, 1),
                                         .slider = linear(0, 1),
                                         .doc = "Takes this share off each new gradient."})};

}  // namespace

constinit const OptimizerEntry optimizer_entries::momentum = optimizer_entry<Momentum, rows>({
    .id = "momentum",
    .name = "Momentum",
    .family = family::momentum,
    .summary = "A velocity gathers the gradients of past steps: it speeds up along a valley and "
               "cancels the zig-zag across it.",
    .formula = R"(v \leftarrow \mu v + (1-\tau)\,\eta\, g \qquad \theta \leftarrow \theta - v)",
    .paper = {"Some methods of speeding up the convergence of iteration methods", "B. T. Polyak",
              1964, "https://doi.org/10.1016/0041-5553(64)90137-5"},
    .notes = "The rate stands inside the velocity, as the literature has it. PyTorch multiplies "
             "the velocity by the rate instead: the same at a constant rate, not when it changes.",
    .memory = "n",
    .checked_against = "PyTorch 1.13, NumPy transcription",
});

}  // namespace fall_line
