// SPDX-License-Identifier: MIT
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// Lion (Chen+ 2023, 2302.06675, Algorithm 2): c = β1 m + (1-β1) g,
/// θ ← θ - η (sign(c) + λ θ), m ← β2 m + (1-β2) g
struct Lion {
  double learning_rate = 0.001, beta1 = 0.9, beta2 = 0.99, weight_decay = 0;

  struct State {
    Vector m;

    template <class Visitor>
    void visit(Visitor& v) {
      v("m", m);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    const Average first(beta1), second(beta2);
    const auto [eta, decay] = reals(step.learning_rate, weight_decay);
    Vector& m = state.m;
    for (std::size_t i = 0; i < w.size(); ++i) {
      const Real direction = sign(first.mix(m[i], g[i]));
      m[i] = second.mix(m[i], g[i]);
      w[i] -= eta * (direction + decay * w[i]);
    }
  }
};

constexpr std::array rows{
    learning_rate_row<Lion>("Higher values move every parameter further in each step, while lower "
                            "values less, whatever the size of its gradient."),
    memory_row(&Lion::beta1, "beta1", "Beta 1 (weight of the average in the step)", "β₁",
               "Higher values let the stored average decide the sign, while lower values the "
               "newest gradient."),
    memory_row(&Lion::beta2, "beta2", "Beta 2 (decay of the gradient average)", "β₂",
               "Higher values average over more past gradients, while lower values follow recent "
               "ones. At 0.99 the average spans about a hundred steps."),
    weight_decay_row<Lion>()};

constexpr std::array state{StateDocs{"m", "m", "average of gradients"}};

constexpr std::array suits{
    Suit{Situation::many_parameters,
         "moves all parameters equally far, however different their gradients are"},
    Suit{Situation::little_memory, "keeps one number for each parameter, an average of gradients"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry lion = optimizer_entry<Lion, rows>({.id = "lion"});

extern constinit const OptimizerDocs lion_docs = {
    .name = "Lion",
    .family = family::signs,
    .summary =
        "Moves every parameter by the same distance, against the sign of an averaged gradient.",
    .guide = {.idea = "The sign gives every parameter a step of equal length, so no average of "
                      "squared gradients is needed. The newest gradient counts more in the step "
                      "than in the stored average, so the step reacts quickly.",
              .use = "Use it when memory is scarce. It stores one vector where Adam stores two.",
              .pitfalls = "Steps keep their length near a minimum, so the loss jitters. Choose a "
                          "lower learning rate than for Adam and let a schedule reduce it."},
    .suits = suits,
    .formula =
        R"(\theta \leftarrow \theta - \eta\,\bigl(\operatorname{sign}(\beta_1 m + (1-\beta_1) g) + \lambda\theta\bigr) \qquad m \leftarrow \beta_2 m + (1-\beta_2) g)",
    .paper = {"Symbolic discovery of optimization algorithms",
              "X. Chen, C. Liang, D. Huang, E. Real, K. Wang, Y. Liu, H. Pham, X. Dong, T. Luong, "
              "C.-J. Hsieh, Y. Lu, Q. V. Le",
              2023, "https://arxiv.org/abs/2302.06675"},
    .notes =
        "As in the paper's Algorithm 2, with its betas and without weight decay by default. If the "
        "mix is exactly zero, the parameter stays. The authors' learning rate is 0.0001, and they "
        "advise a rate three to ten times lower than AdamW's. The default here is a thirtieth of "
        "AdamW's, because both come from a sweep over this product's own data sets.",
    .memory = "n",
    .checked_against = "NumPy transcription",
    .state = state,
    .elementwise = true,
    .code =
        {.keras = {.call = "keras.optimizers.Lion(learning_rate={learningRate}, beta_1={beta1}, "
                           "beta_2={beta2})",
                   .differs =
                       "Keras' own weight decay rounds all weights to 32 bits with some backends."},
         .rule = R"py(class Lion(Rule):
    def update(self, p, g, lr, state):
        m = state.get("m", torch.zeros_like(p))
        direction = torch.sign(self.beta1 * m + (1 - self.beta1) * g)
        state["m"] = self.beta2 * m + (1 - self.beta2) * g
        return p - lr * (direction + self.decay * p)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
