// SPDX-License-Identifier: MIT
#include "numeric/special.hpp"
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// NAdam (Dozat 2016, Algorithm 2), with the momentum schedule of its appendix:
/// μ_t = β1 (1 - ½ 0.96^(tψ)), Π = μ_1 ... μ_t, m ← β1 m + (1-β1) g, v ← β2 v + (1-β2) g²,
/// θ ← θ - η [(1-μ_t) g / (1-Π) + μ_(t+1) m / (1-Π μ_(t+1))] / (√(v / (1-β2^t)) + ε)
struct NAdam {
  double learning_rate = 0.03, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, momentum_decay = 0.004;

  struct State {
    Vector m, v;
    Bias bias2;
    double steps = 0, momentum_product = 1;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("m", m);
      visit("v", v);
      visit("steps", steps);
      visit("momentumProduct", momentum_product);
      visit("beta2Power", bias2.power);
    }
  };

  double momentum(double t) const {
    return beta1 * (1 - 0.5 * special::pow(0.96, t * momentum_decay));
  }

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    state.steps += 1;
    state.bias2.advance(beta2);
    const double mu = momentum(state.steps), next_mu = momentum(state.steps + 1);
    state.momentum_product *= mu;
    const double eta = step.learning_rate, product = state.momentum_product;
    const Real of_gradient = real(eta * (1 - mu) / (1 - product));
    const Real of_average = real(eta * next_mu / (1 - product * next_mu));
    const Average first(beta1), second(beta2);
    const CorrectedRoot root(state.bias2, epsilon);
    Vector &m = state.m, &v = state.v;
    for (std::size_t i = 0; i < w.size(); ++i) {
      m[i] = first.mix(m[i], g[i]);
      v[i] = second.mix(v[i], g[i] * g[i]);
      w[i] -= (of_gradient * g[i] + of_average * m[i]) / root(v[i]);
    }
  }

  void rates(const State& state, double learning_rate, std::span<double> out) const {
    write_rates(state.v, CorrectedRoot(state.bias2, epsilon), learning_rate, out);
  }
};

constexpr std::array rows{
    learning_rate_row<NAdam>(),
    beta1_row<NAdam>("Higher values average over more past gradients, while lower values follow "
                     "the newest gradient. The momentum rises towards this value."),
    beta2_row<NAdam>(), epsilon_row<NAdam>(),
    row<NAdam>(&NAdam::momentum_decay,
               {.id = "momentumDecay",
                .name = "Momentum decay",
                .symbol = "ψ",
                .domain = at_least(0),
                .slider = linear(0, 0.1),
                .doc = "Higher values raise the momentum faster from half of beta 1 to beta 1, "
                       "while lower values more slowly. At 0 it stays at half."})};

constexpr std::array state{StateDocs{"m", "m", "average of gradients"},
                           StateDocs{"v", "v", "average of squared gradients"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry nadam = optimizer_entry<NAdam, rows>({.id = "nadam"});

extern constinit const OptimizerDocs nadam_docs = {
    .name = "NAdam",
    .family = family::adaptive,
    .summary =
        "Adam with Nesterov momentum: each step already includes the momentum of the next one.",
    .guide = {.idea = "Mixing the newest gradient with the average, weighted as for the next step, "
                      "imitates a look-ahead gradient. A change of direction therefore reaches the "
                      "parameters sooner than in Adam.",
              .use = "Try it where Adam overshoots or reacts slowly to a change in the gradient.",
              .pitfalls = "The newest gradient counts more than in Adam, so noisy mini-batches "
                          "disturb the steps more. Lower the learning rate or use larger batches."},
    .formula =
        R"(\mu_t = \beta_1\left(1-\tfrac12\,0.96^{t\psi}\right) \qquad \theta \leftarrow \theta - \eta\,\frac{\frac{1-\mu_t}{1-\Pi_{i\le t}\,\mu_i}\, g + \frac{\mu_{t+1}}{1-\Pi_{i\le t+1}\,\mu_i}\, m}{\sqrt{v/(1-\beta_2^t)}+\varepsilon})",
    .paper = {"Incorporating Nesterov momentum into Adam", "T. Dozat", 2016,
              "https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ"},
    .notes =
        "As in PyTorch after 1.13. Unless foreach is set, version 1.13 itself counts one "
        "momentum twice in the running product. Textbooks often keep the momentum constant. A "
        "momentum decay of 0 is something else, because it keeps the momentum at half of beta "
        "1. The betas and the momentum decay are Keras' and PyTorch's. Dozat's papers set "
        "beta 1 to 0.975 or 0.99, his later code to 0.9. PyTorch's learning rate is 0.002.",
    .memory = "2n",
    .checked_against = "PyTorch 1.13",
    .state = state,
    .code = {.pytorch = {.call = "torch.optim.NAdam(lr={learningRate}, betas=({beta1}, {beta2}), "
                                 "eps={epsilon}, momentum_decay={momentumDecay}, foreach=True)"},
             .keras = {.differs = "Keras' Nadam has a fixed momentum decay of 1."},
             .rule = R"py(class NAdam(Rule):
    def update(self, p, g, lr, state):
        m = state["m"] = self.beta1 * state.get("m", 0) + (1 - self.beta1) * g
        v = state["v"] = self.beta2 * state.get("v", 0) + (1 - self.beta2) * g**2
        mu, next_mu = self.momentum(self.t), self.momentum(self.t + 1)
        product = state["product"] = state.get("product", 1) * mu
        of_g = (1 - mu) / (1 - product) * g
        of_m = next_mu / (1 - product * next_mu) * m
        v_hat = v / (1 - self.beta2**self.t)
        return p - lr * (of_g + of_m) / (torch.sqrt(v_hat) + self.epsilon)

    def momentum(self, t):
        """It grows from half of beta 1 to beta 1."""
        return self.beta1 * (1 - 0.5 * 0.96 ** (t * self.momentum_decay))
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
