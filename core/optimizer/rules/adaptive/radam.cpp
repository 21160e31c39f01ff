// SPDX-License-Identifier: MIT
#include <cmath>

#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// RAdam (Liu+ 2020, 1908.03265, Algorithm 2), with PyTorch's threshold of 5:
/// m and v as Adam's; ρ∞ = 2 / (1-β2) - 1, ρ = ρ∞ - 2 t β2^t / (1-β2^t);
/// ρ > 5: θ ← θ - η r m / (1-β1^t) · √(1-β2^t) / (√v + ε),
/// r² = (ρ-4)(ρ-2) ρ∞ / ((ρ∞-4)(ρ∞-2) ρ); else θ ← θ - η m / (1-β1^t)
struct RAdam {
  double learning_rate = 0.1, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;

  struct State : Moments {
    double steps = 0;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("m", m);
      visit("v", v);
      visit("steps", steps);
      visit("beta1Power", bias1.power);
      visit("beta2Power", bias2.power);
    }
  };

  /// The factor on the adaptive step, or 0 while the variance of that step cannot be estimated.
  double rectification(const State& state) const {
    const double limit = 2 / (1 - beta2) - 1;
    const double rho = limit - state.bias2.correct(2 * state.steps * state.bias2.power);
    if (!(rho > 5)) return 0;
    return std::sqrt((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho)) *
           std::sqrt(state.bias2.weight());
  }

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    state.steps += 1;
    state.advance(beta1, beta2);
    const double eta = state.bias1.correct(step.learning_rate);
    const double rectified = rectification(state);
    const Average first(beta1), second(beta2);
    Vector &m = state.m, &v = state.v;
    for (std::size_t i = 0; i < w.size(); ++i) {
      m[i] = first.mix(m[i], g[i]);
      v[i] = second.mix(v[i], g[i] * g[i]);
    }
    if (rectified > 0) {
      const auto [rate, eps] = reals(eta * rectified, epsilon);
      for (std::size_t i = 0; i < w.size(); ++i) w[i] -= rate * (m[i] / (std::sqrt(v[i]) + eps));
    } else {
      const Real rate = real(eta);
      for (std::size_t i = 0; i < w.size(); ++i) w[i] -= rate * m[i];
    }
  }

  void rates(const State& state, double learning_rate, std::span<double> out) const {
    const double rectified = rectification(state);
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] = rectified > 0 ? learning_rate * rectified / (std::sqrt(state.v[i]) + real(epsilon))
                             : learning_rate;
  }
};

constexpr std::array rows{
    learning_rate_row<RAdam>(), beta1_row<RAdam>(),
    beta2_row<RAdam>("Higher values average squared gradients over more steps, while lower values "
                     "follow recent ones. At two thirds or less the rates never adapt."),
    epsilon_row<RAdam>()};

constexpr std::array state{StateDocs{"m", "m", "average of gradients"},
                           StateDocs{"v", "v", "average of squared gradients"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry radam = optimizer_entry<RAdam, rows>({.id = "radam"});

extern constinit const OptimizerDocs radam_docs = {
    .name = "RAdam",
    .family = family::adaptive,
    .summary =
        "Adam with adaptive rates that phase in as its average of squared gradients becomes "
        "reliable.",
    .guide = {.idea = "In the first steps the average of squared gradients rests on few values, so "
                      "Adam's rates vary widely. RAdam begins without them and then scales them by "
                      "an estimate of their reliability.",
              .use = "Use it when Adam needs a warm-up of the learning rate and you do not want to "
                     "tune one.",
              .pitfalls = "The first steps are plain momentum without division, so steep gradients "
                          "can make them diverge. Lower the learning rate or clip the gradients."},
    .formula =
        R"(\rho_\infty = \tfrac{2}{1-\beta_2}-1 \qquad \rho = \rho_\infty - \tfrac{2t\beta_2^t}{1-\beta_2^t} \qquad \theta \leftarrow \theta - \eta\,\frac{m}{1-\beta_1^t}\cdot\begin{cases}\sqrt{\frac{(\rho-4)(\rho-2)\rho_\infty}{(\rho_\infty-4)(\rho_\infty-2)\rho}}\,\frac{\sqrt{1-\beta_2^t}}{\sqrt{v}+\varepsilon} & \rho > 5\\ 1 & \text{else}\end{cases})",
    .paper = {"On the variance of the adaptive learning rate and beyond",
              "L. Liu, H. Jiang, P. He, W. Chen, X. Liu, J. Gao, J. Han", 2020,
              "https://arxiv.org/abs/1908.03265"},
    .notes =
        "As in PyTorch, the threshold is 5, where the paper has 4, and epsilon is added "
        "before the bias correction. With beta 2 of 0.85 or more the first five steps are "
        "momentum without any division, which steep gradients can blow up. A smaller beta 2 "
        "takes longer, for example nine steps at 0.7. At two thirds or less the method never "
        "adapts. Betas and epsilon are Adam's. PyTorch's learning rate is 0.001.",
    .memory = "2n",
    .checked_against = "PyTorch 1.13",
    .state = state,
    .code =
        {.pytorch =
             {.call =
                  "torch.optim.RAdam(lr={learningRate}, betas=({beta1}, {beta2}), eps={epsilon})"},
         .rule = R"py(class RAdam(Rule):
    def update(self, p, g, lr, state):
        m = state["m"] = self.beta1 * state.get("m", 0) + (1 - self.beta1) * g
        v = state["v"] = self.beta2 * state.get("v", 0) + (1 - self.beta2) * g**2
        m_hat = m / (1 - self.beta1**self.t)
        power = self.beta2**self.t
        limit = 2 / (1 - self.beta2) - 1
        rho = limit - 2 * self.t * power / (1 - power)
        if rho <= 5:
            # Too few gradients to tell their variance.
            return p - lr * m_hat
        r = (rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho)
        scale = (r * (1 - power)) ** 0.5
        return p - lr * scale * m_hat / (torch.sqrt(v) + self.epsilon)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
