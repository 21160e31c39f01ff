// SPDX-License-Identifier: MIT
#include "optimizer/rule.hpp"
#include "optimizer/rules/adaptive/hutchinson.hpp"

namespace fall_line {
namespace {

/// Sophia-H (Liu+ 2023, 2305.14342, Algorithm 3 with Algorithm 1): m ← β1 m + (1-β1) g; every k
/// steps, from the first on, h ← β2 h + (1-β2) D with an estimate D of the Hessian's diagonal;
/// θ ← θ - η clip(m / max(γ h, ε), 1)
struct Sophia {
  double learning_rate = 0.003, beta1 = 0.965, beta2 = 0.99, gamma = 0.01;
  int period = 10;
  double epsilon = 1e-12;

  struct State {
    Vector m, h;
    double steps = 0;  ///< Since the last estimate. At 0 the next one is due.
    Vector g;
    HutchinsonDiagonal diagonal;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("m", m);
      visit("h", h);
      visit("stepsSinceEstimate", steps);
    }
  };

  void prepare(State& state) const {
    state.g.assign(state.m.size(), 0);
    state.diagonal.reset(state.m.size());
  }

  void step(State& state, Objective& objective, std::span<Real> w, const StepContext& step) const {
    Vector &m = state.m, &h = state.h, &g = state.g;
    objective.gradient(w, g);
    if (state.steps == 0) {
      const Vector& d = state.diagonal.draw(objective, w, step.random);
      const Average second(beta2);
      for (std::size_t i = 0; i < w.size(); ++i) h[i] = second.mix(h[i], d[i]);
    }
    if (++state.steps >= period) state.steps = 0;
    const Average first(beta1);
    const auto [eta, scale, eps] = reals(step.learning_rate, gamma, epsilon);
    for (std::size_t i = 0; i < w.size(); ++i) {
      m[i] = first.mix(m[i], g[i]);
      const Real curvature = scale * h[i];
      w[i] -= eta * clip(m[i] / (curvature > eps ? curvature : eps));
    }
  }

 private:
  static Real clip(Real x) { return x > 1 ? Real{1} : x < -1 ? Real{-1} : x; }
};

constexpr std::array rows{
    learning_rate_row<Sophia>(
        "Higher values lengthen every step and the limit on it, while lower values shorten both."),
    beta1_row<Sophia>("Higher values average over more past gradients and smooth the steps, while "
                      "lower values follow the newest gradient."),
    memory_row(&Sophia::beta2, "beta2", "Beta 2 (decay of the curvature average)", "β₂",
               "Higher values average the curvature over more estimates, while lower values follow "
               "recent ones."),
    row<Sophia>(&Sophia::gamma,
                {.id = "gamma",
                 .name = "Gamma (curvature scale)",
                 .symbol = "γ",
                 .domain = above(0),
                 .slider = logarithmic(1e-4, 1),
                 .doc = "Higher values let curvature shorten more of the steps, while lower values "
                        "move more parameters by the full learning rate."}),
    row<Sophia>(&Sophia::period,
                {.id = "period",
                 .name = "Estimation period",
                 .symbol = "k",
                 .domain = within(1, 1e6),
                 .slider = linear(1, 50),
                 .doc = "Higher values estimate the curvature less often and cost less, while "
                        "lower values keep the estimate more current."}),
    epsilon_row<Sophia>()};

constexpr std::array state{StateDocs{"m", "m", "average of gradients"},
                           StateDocs{"h", "h", "average of curvatures"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry sophia = optimizer_entry<Sophia, rows>({
    .id = "sophia",
    .needs = gradient_and_product,
});

extern constinit const OptimizerDocs sophia_docs = {
    .name = "Sophia-H",
    .family = family::adaptive,
    .summary =
        "Divides the average gradient by an occasional curvature estimate and limits each "
        "parameter's step to the learning rate.",
    .guide =
        {.idea =
             "Dividing by curvature gives each parameter a step like Newton's. Where the estimate "
             "is small, negative or out of date, the limit turns it into a step of fixed length.",
         .use = "Use it when curvature differs widely between parameters and a Hessian product "
                "every few steps is affordable.",
         .pitfalls = "If the limit applies to most parameters, the method acts like a sign method "
                     "and jitters near a minimum. Raise gamma or lower the learning rate."},
    .formula =
        R"(h \leftarrow \beta_2 h + (1-\beta_2)\, z \odot H z \text{ every } k \text{ steps} \qquad \theta \leftarrow \theta - \eta\,\operatorname{clip}\!\left(\frac{m}{\max(\gamma h, \varepsilon)},\, 1\right))",
    .paper = {"Sophia: a scalable stochastic second-order optimizer for language model "
              "pre-training",
              "H. Liu, Z. Li, D. Hall, P. Liang, T. Ma", 2023, "https://arxiv.org/abs/2305.14342"},
    .notes =
        "As in the paper's Algorithm 3 with Hutchinson's estimate (its Algorithm 1), without "
        "weight decay. The random vector holds signs, where the paper draws normal numbers. "
        "Both have the same mean, and signs give less noise. Hessian product and gradient use "
        "the same batch. The averages start at zero and no bias is corrected. Beta 1 of 0.965 "
        "is the authors' code's, while the paper has 0.96. Beta 2, gamma, period and epsilon "
        "are the paper's for language models. Its learning rates are below 0.001.",
    .cost = "1 gradient + 1 Hessian product every k steps",
    .memory = "2n",
    .checked_against = "NumPy transcription",
    .state = state,
    .code = {.definition = R"py(class Sophia(ProbingRule):
    def update(self, p, g, lr, state):
        m = state["m"] = self.beta1 * state.get("m", 0) + (1 - self.beta1) * g
        if "D" in state:
            D = state.pop("D")
            state["h"] = self.beta2 * state.get("h", 0) + (1 - self.beta2) * D
        curvature = torch.clip(self.gamma * state["h"], self.epsilon)
        return p - lr * torch.clip(m / curvature, -1, 1)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
