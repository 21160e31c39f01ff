// SPDX-License-Identifier: MIT
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// AMSGrad (Reddi, Kale & Kumar 2018, 1904.09237, Algorithm 2), with Adam's bias corrections as in
/// PyTorch: m ← β1 m + (1-β1) g, v ← β2 v + (1-β2) g², u ← max(u, v),
/// θ ← θ - η m / (1-β1^t) / (√(u / (1-β2^t)) + ε)
struct AmsGrad {
  double learning_rate = 0.03, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;

  struct State : Moments {
    Vector u;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("m", m);
      visit("v", v);
      visit("u", u);
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
    Vector &m = state.m, &v = state.v, &u = state.u;
    for (std::size_t i = 0; i < w.size(); ++i) {
      m[i] = first.mix(m[i], g[i]);
      v[i] = second.mix(v[i], g[i] * g[i]);
      u[i] = v[i] > u[i] ? v[i] : u[i];
      w[i] -= eta * (m[i] / root(u[i]));
    }
  }

  void rates(const State& state, double learning_rate, std::span<double> out) const {
    write_rates(state.u, CorrectedRoot(state.bias2, epsilon), learning_rate, out);
  }
};

constexpr std::array rows{
    learning_rate_row<AmsGrad>(), beta1_row<AmsGrad>(),
    beta2_row<AmsGrad>(
        "Higher values average squared gradients over more steps, while lower values follow recent "
        "ones. The largest average so far sets each parameter's rate."),
    epsilon_row<AmsGrad>()};

constexpr std::array state{StateDocs{"m", "m", "average of gradients"},
                           StateDocs{"v", "v", "average of squared gradients"},
                           StateDocs{"u", "u", "largest v so far"}};

constexpr std::array suits{
    Suit{Situation::low_loss_at_end, "keeps its step sizes from growing again near a minimum"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry amsgrad = optimizer_entry<AmsGrad, rows>({.id = "amsgrad"});

extern constinit const OptimizerDocs amsgrad_docs = {
    .name = "AMSGrad",
    .family = family::adaptive,
    .summary =
        "Adam that divides by the root of the largest average of squared gradients seen so far.",
    .guide = {.idea = "Adam forgets a rare large gradient, and the small ones that follow can then "
                      "undo its step. AMSGrad keeps the maximum, so that gradient limits the "
                      "parameter's rate for the rest of the run.",
              .use = "Use it when rare large gradients carry important information.",
              .pitfalls = "A single very large gradient shortens all later steps of its parameter. "
                          "Clip the gradients or raise the learning rate."},
    .suits = suits,
    .formula =
        R"(m \leftarrow \beta_1 m + (1-\beta_1) g \qquad v \leftarrow \beta_2 v + (1-\beta_2) g^2 \qquad u \leftarrow \max(u, v) \qquad \theta \leftarrow \theta - \eta\,\frac{m/(1-\beta_1^t)}{\sqrt{u/(1-\beta_2^t)}+\varepsilon})",
    .paper = {"On the convergence of Adam and beyond", "S. J. Reddi, S. Kale, S. Kumar", 2018,
              "https://arxiv.org/abs/1904.09237"},
    .notes =
        "As in PyTorch, the maximum of the uncorrected average is taken first and its bias is "
        "corrected afterwards. The maximum never falls, but the correction fades over time, "
        "so a parameter's own rate can still rise early in a run. The paper corrects no bias, "
        "so at a constant learning rate its rates never rise. Optax takes the maximum of the "
        "corrected average. Betas and epsilon are Adam's.",
    .memory = "3n",
    .checked_against = "PyTorch 1.13",
    .state = state,
    .elementwise = true,
    .code = {.pytorch = {.call = "torch.optim.Adam(lr={learningRate}, betas=({beta1}, {beta2}), "
                                 "eps={epsilon}, amsgrad=True)"},
             .keras = {.differs = "Keras' Adam adds epsilon before the bias correction, which is "
                                  "as if epsilon were larger in the first steps."},
             .rule = R"py(class AMSGrad(Rule):
    def update(self, p, g, lr, state):
        m = state["m"] = self.beta1 * state.get("m", 0) + (1 - self.beta1) * g
        v = state["v"] = self.beta2 * state.get("v", 0) + (1 - self.beta2) * g**2
        u = state.get("u", v)
        u = state["u"] = u + torch.relu(v - u)  # The larger of both.
        m_hat = m / (1 - self.beta1**self.t)
        u_hat = u / (1 - self.beta2**self.t)
        return p - lr * m_hat / (torch.sqrt(u_hat) + self.epsilon)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
