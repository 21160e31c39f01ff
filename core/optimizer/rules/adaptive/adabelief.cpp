// SPDX-License-Identifier: MIT
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// AdaBelief (Zhuang+ 2020, 2010.07468, Algorithm 2): m ← β1 m + (1-β1) g,
/// s ← β2 s + (1-β2) (g - m)² + ε, θ ← θ - η m / (1-β1^t) / (√(s / (1-β2^t)) + ε)
struct AdaBelief {
  double learning_rate = 0.03, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-16;

  /// Adam's, with s for v.
  struct State : Moments {
    template <class Visitor>
    void visit(Visitor& visit) {
      visit("m", m);
      visit("s", v);
      visit("beta1Power", bias1.power);
      visit("beta2Power", bias2.power);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    state.advance(beta1, beta2);
    const Average first(beta1), second(beta2);
    const CorrectedRoot root(state.bias2, epsilon);
    const Real eta = real(state.bias1.correct(step.learning_rate));
    const Real eps = real(epsilon);
    Vector &m = state.m, &s = state.v;
    for (std::size_t i = 0; i < w.size(); ++i) {
      m[i] = first.mix(m[i], g[i]);
      const Real surprise = g[i] - m[i];
      s[i] = second.mix(s[i], surprise * surprise) + eps;
      w[i] -= eta * (m[i] / root(s[i]));
    }
  }

  void rates(const State& state, double learning_rate, std::span<double> out) const {
    write_rates(state.v, CorrectedRoot(state.bias2, epsilon), learning_rate, out);
  }
};

constexpr std::array rows{
    learning_rate_row<AdaBelief>(), beta1_row<AdaBelief>(),
    memory_row(&AdaBelief::beta2, "beta2", "Beta 2 (decay of the squared-deviation average)", "β₂",
               "Higher values average squared deviations over more steps, while lower values "
               "follow recent ones."),
    epsilon_row<AdaBelief>(1e-16)};

constexpr std::array state{StateDocs{"m", "m", "average of gradients"},
                           StateDocs{"s", "s", "average squared distance of gradients from m"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry adabelief =
    optimizer_entry<AdaBelief, rows>({.id = "adabelief"});

extern constinit const OptimizerDocs adabelief_docs = {
    .name = "AdaBelief",
    .family = family::adaptive,
    .summary =
        "Adam that divides by how far gradients differ from their running average instead "
        "of by their size.",
    .guide =
        {.idea =
             "A gradient close to its average confirms the direction, so the step can be long. A "
             "gradient far from its average signals noise or curvature, so the step becomes short.",
         .use =
             "Try it where gradients are steady over many steps and Adam's steps seem too short.",
         .pitfalls = "With almost constant gradients the denominator approaches zero and the steps "
                     "become very long. Raise epsilon or lower the learning rate."},
    .formula =
        R"(m \leftarrow \beta_1 m + (1-\beta_1) g \qquad s \leftarrow \beta_2 s + (1-\beta_2)(g-m)^2 + \varepsilon \qquad \theta \leftarrow \theta - \eta\,\frac{m/(1-\beta_1^t)}{\sqrt{s/(1-\beta_2^t)}+\varepsilon})",
    .paper =
        {"AdaBelief optimizer: adapting stepsizes by the belief in observed gradients",
         "J. Zhuang, T. Tang, Y. Ding, S. Tatikonda, N. Dvornek, X. Papademetris, J. S. Duncan",
         2020, "https://arxiv.org/abs/2010.07468"},
    .notes =
        "As in the paper's Algorithm 2, epsilon is added to the average in every step and "
        "once more outside the root. The authors' package also rectifies as RAdam does unless "
        "told otherwise. The epsilon of 1e-16 is the package's, while the paper has 1e-8. The "
        "package's learning rate is 0.001.",
    .memory = "2n",
    .checked_against = "NumPy transcription",
    .state = state,
    .elementwise = true,
    .code = {.rule = R"py(class AdaBelief(Rule):
    def update(self, p, g, lr, state):
        m = state["m"] = self.beta1 * state.get("m", 0) + (1 - self.beta1) * g
        surprise = (1 - self.beta2) * (g - m) ** 2
        s = state["s"] = self.beta2 * state.get("s", 0) + surprise + self.epsilon
        m_hat = m / (1 - self.beta1**self.t)
        s_hat = s / (1 - self.beta2**self.t)
        return p - lr * m_hat / (torch.sqrt(s_hat) + self.epsilon)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
