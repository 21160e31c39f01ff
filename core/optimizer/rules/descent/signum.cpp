// SPDX-License-Identifier: MIT
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// Signum (Bernstein+ 2018, 1802.04434, Algorithm 2): m ← β m + (1-β) g, θ ← θ - η sign(m)
struct Signum {
  double learning_rate = 0.001, momentum = 0.9;

  struct State {
    Vector m;

    template <class Visitor>
    void visit(Visitor& v) {
      v("m", m);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    const Average average(momentum);
    const Real eta = real(step.learning_rate);
    Vector& m = state.m;
    for (std::size_t i = 0; i < w.size(); ++i) {
      m[i] = average.mix(m[i], g[i]);
      w[i] -= eta * sign(m[i]);
    }
  }
};

constexpr std::array rows{
    learning_rate_row<Signum>("Higher values move every parameter further in each step, while "
                              "lower values less, whatever the size of its gradient."),
    memory_row(&Signum::momentum, "momentum", "Momentum", "β",
               "Higher values average over more past gradients, while lower values follow the "
               "newest gradient. At 0 the method is signSGD.")};

constexpr std::array state{StateDocs{"m", "m", "average of gradients"}};

constexpr std::array suits{
    Suit{Situation::much_noise, "cannot be thrown off by a single wild gradient"},
    Suit{Situation::few_settings, "has two settings that do not depend on the loss"},
    Suit{Situation::little_memory, "keeps one number for each parameter, an average of gradients"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry signum = optimizer_entry<Signum, rows>({.id = "signum"});

extern constinit const OptimizerDocs signum_docs = {
    .name = "Signum",
    .family = family::signs,
    .summary =
        "Moves every parameter by the same distance, against the sign of its average gradient.",
    .guide = {.idea = "Only the sign decides, so neither huge nor tiny gradients change the length "
                      "of a step. Averaging first makes it less likely that noise flips the sign.",
              .use = "Use it to see what signs alone achieve. In distributed training, one bit per "
                     "parameter also saves communication.",
              .pitfalls = "Steps keep their length near a minimum, so the loss jitters. Let a "
                          "schedule lower the learning rate."},
    .suits = suits,
    .formula =
        R"(m \leftarrow \beta m + (1-\beta) g \qquad \theta \leftarrow \theta - \eta\,\operatorname{sign}(m))",
    .paper = {"signSGD: compressed optimisation for non-convex problems",
              "J. Bernstein, Y.-X. Wang, K. Azizzadenesheli, A. Anandkumar", 2018,
              "https://arxiv.org/abs/1802.04434"},
    .notes =
        "As in the paper's Algorithm 2, with its momentum of 0.9. Published implementations "
        "offer a weight decay, which is left out here. If the average is exactly zero, the "
        "parameter stays.",
    .memory = "n",
    .checked_against = "NumPy transcription",
    .state = state,
    .elementwise = true,
    .code = {.rule = R"py(class Signum(Rule):
    def update(self, p, g, lr, state):
        m = state["m"] = self.momentum * state.get("m", 0) + (1 - self.momentum) * g
        return p - lr * torch.sign(m)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
