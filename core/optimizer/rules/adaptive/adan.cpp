// SPDX-License-Identifier: MIT
#include <algorithm>

#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// Adan (Xie+ 2022, 2208.06677, Algorithm 1) in the form of the authors' code, with d = g - g₋, the
/// difference from the gradient before: m ← β1 m + (1-β1) g, v ← β2 v + (1-β2) d,
/// n ← β3 n + (1-β3) (g + β2 d)², each corrected for its start at zero,
/// θ ← (θ - η (m̂ + β2 v̂) / (√n̂ + ε)) / (1 + η λ)
struct Adan {
  double learning_rate = 0.1, beta1 = 0.98, beta2 = 0.92, beta3 = 0.99, epsilon = 1e-8,
         weight_decay = 0;

  struct State {
    Vector m, v, n, previous;
    double steps = 0;
    Bias bias1, bias2, bias3;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("m", m);
      visit("v", v);
      visit("n", n);
      visit("previous", previous);
      visit("steps", steps);
      visit("beta1Power", bias1.power);
      visit("beta2Power", bias2.power);
      visit("beta3Power", bias3.power);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    Vector &m = state.m, &v = state.v, &n = state.n, &previous = state.previous;
    // The first difference is zero, since no gradient came before.
    if (state.steps++ == 0) std::copy(g.begin(), g.end(), previous.begin());
    state.bias1.advance(beta1);
    state.bias2.advance(beta2);
    state.bias3.advance(beta3);
    const double eta = step.learning_rate;
    const Average first(beta1), of_differences(beta2), of_squares(beta3);
    const CorrectedRoot root(state.bias3, epsilon);
    const auto [of_m, of_v, shrink, b2] = reals(
        state.bias1.correct(eta), state.bias2.correct(eta * beta2), 1 + eta * weight_decay, beta2);
    for (std::size_t i = 0; i < w.size(); ++i) {
      const Real difference = g[i] - previous[i], ahead = g[i] + b2 * difference;
      previous[i] = g[i];
      m[i] = first.mix(m[i], g[i]);
      v[i] = of_differences.mix(v[i], difference);
      n[i] = of_squares.mix(n[i], ahead * ahead);
      w[i] = (w[i] - (of_m * m[i] + of_v * v[i]) / root(n[i])) / shrink;
    }
  }

  void rates(const State& state, double learning_rate, std::span<double> out) const {
    write_rates(state.n, CorrectedRoot(state.bias3, epsilon), learning_rate, out);
  }
};

constexpr std::array rows{
    learning_rate_row<Adan>(),
    beta1_row<Adan>(
        "Higher values average over more past gradients and smooth the steps, while lower values "
        "follow the newest gradient. At 0.98 the average spans about fifty steps."),
    memory_row(&Adan::beta2, "beta2", "Beta 2 (decay of the gradient-difference average)", "β₂",
               "Higher values average gradient differences over more steps and look further ahead, "
               "while lower values do less of both."),
    memory_row(&Adan::beta3, "beta3", "Beta 3 (decay of the squared-gradient average)", "β₃",
               "Higher values average the squared look-ahead gradients over more steps, while "
               "lower values follow recent ones."),
    epsilon_row<Adan>(),
    weight_decay_row<Adan>()};

constexpr std::array state{StateDocs{"m", "m", "average of gradients"},
                           StateDocs{"v", "v", "average of gradient changes"},
                           StateDocs{"n", "n", "average of squared gradients, changes included"},
                           StateDocs{"previous", "g_-", "gradient of the step before"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry adan = optimizer_entry<Adan, rows>({
    .id = "adan",
    .vectors = [](const Values&) { return 2.0; },
});

extern constinit const OptimizerDocs adan_docs = {
    .name = "Adan",
    .family = family::adaptive,
    .summary =
        "Adam with Nesterov momentum estimated from the change between successive gradients.",
    .guide =
        {.idea =
             "The change since the last gradient predicts the gradient at the next point. Adding "
             "the average change to the momentum looks ahead without a second gradient evaluation.",
         .use = "Try it where Adam or NAdam overshoots and there is memory for two vectors more "
                "than Adam's.",
         .pitfalls = "The difference of two mini-batch gradients carries the noise of both "
                     "batches. Use larger batches or lower the learning rate."},
    .formula =
        R"(d = g - g_- \qquad n \leftarrow \beta_3 n + (1-\beta_3)(g+\beta_2 d)^2 \qquad \theta \leftarrow \frac{1}{1+\eta\lambda}\left(\theta - \eta\,\frac{\hat m+\beta_2\hat v}{\sqrt{\hat n}+\varepsilon}\right))",
    .paper = {"Adan: adaptive Nesterov momentum algorithm for faster optimizing deep models",
              "X. Xie, P. Zhou, H. Li, Z. Lin, S. Yan", 2022, "https://arxiv.org/abs/2208.06677"},
    .notes =
        "As in the authors' code, with its betas and epsilon. The paper's betas are one minus "
        "these, and its averages start at the first gradient instead of at zero with a bias "
        "correction. The code's learning rate is 0.001.",
    .memory = "4n",
    .checked_against = "NumPy transcription",
    .state = state,
    .code = {.rule = R"py(class Adan(Rule):
    def update(self, p, g, lr, state):
        difference = g - state.get("last", g)
        state["last"] = g
        ahead = (g + self.beta2 * difference) ** 2
        m = state["m"] = self.beta1 * state.get("m", 0) + (1 - self.beta1) * g
        v = state["v"] = self.beta2 * state.get("v", 0) + (1 - self.beta2) * difference
        n = state["n"] = self.beta3 * state.get("n", 0) + (1 - self.beta3) * ahead
        m_hat = m / (1 - self.beta1**self.t)
        v_hat = v / (1 - self.beta2**self.t)
        n_hat = n / (1 - self.beta3**self.t)
        step = (m_hat + self.beta2 * v_hat) / (torch.sqrt(n_hat) + self.epsilon)
        return (p - lr * step) / (1 + lr * self.decay)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
