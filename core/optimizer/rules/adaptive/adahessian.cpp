// SPDX-License-Identifier: MIT
#include "optimizer/rule.hpp"
#include "optimizer/rules/adaptive/hutchinson.hpp"

namespace fall_line {
namespace {

/// AdaHessian (Yao+ 2021, 2006.00719, Algorithm 1): Adam with an estimate D of the Hessian's
/// diagonal in place of the gradient in v: m ← β1 m + (1-β1) g, v ← β2 v + (1-β2) D²,
/// θ ← θ - η m / (1-β1^t) / (√(v / (1-β2^t)) + ε)
struct AdaHessian {
  double learning_rate = 0.1, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-4;

  struct State : Moments {
    Vector g;
    HutchinsonDiagonal diagonal;
  };

  void prepare(State& state) const {
    state.g.assign(state.m.size(), 0);
    state.diagonal.reset(state.m.size());
  }

  void step(State& state, Objective& objective, std::span<Real> w, const StepContext& step) const {
    Vector &m = state.m, &v = state.v, &g = state.g;
    objective.gradient(w, g);
    const Vector& d = state.diagonal.draw(objective, w, step.random);
    state.advance(beta1, beta2);
    const Average first(beta1), second(beta2);
    const CorrectedRoot root(state.bias2, epsilon);
    const Real eta = real(state.bias1.correct(step.learning_rate));
    for (std::size_t i = 0; i < w.size(); ++i) {
      m[i] = first.mix(m[i], g[i]);
      v[i] = second.mix(v[i], d[i] * d[i]);
      w[i] -= eta * (m[i] / root(v[i]));
    }
  }

  void rates(const State& state, double learning_rate, std::span<double> out) const {
    write_rates(state.v, CorrectedRoot(state.bias2, epsilon), learning_rate, out);
  }
};

constexpr std::array rows{
    learning_rate_row<AdaHessian>(), beta1_row<AdaHessian>(),
    memory_row(&AdaHessian::beta2, "beta2", "Beta 2 (decay of the squared-curvature average)", "β₂",
               "Higher values average squared curvature estimates over more steps, while lower "
               "values follow recent ones."),
    epsilon_row<AdaHessian>()};

constexpr std::array state{StateDocs{"m", "m", "average of gradients"},
                           StateDocs{"v", "v", "average of squared curvatures"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry adahessian = optimizer_entry<AdaHessian, rows>({
    .id = "adahessian",
    .needs = gradient_and_product,
});

extern constinit const OptimizerDocs adahessian_docs = {
    .name = "AdaHessian",
    .family = family::adaptive,
    .summary =
        "Adam that divides by an estimate of the curvature along each parameter instead of "
        "by the gradient size.",
    .guide = {.idea = "Dividing by curvature takes short steps where the loss bends sharply and "
                      "long ones where it is flat, as Newton's method does. One Hessian product "
                      "with random signs estimates the diagonal without forming the matrix.",
              .use = "Use it when curvature differs widely between parameters and a Hessian "
                     "product in every step is affordable.",
              .pitfalls = "The estimate is noisy, and where curvature vanishes the steps become "
                          "very long. Raise epsilon or lower the learning rate."},
    .formula =
        R"(D = z \odot H z \qquad v \leftarrow \beta_2 v + (1-\beta_2) D^2 \qquad \theta \leftarrow \theta - \eta\,\frac{m/(1-\beta_1^t)}{\sqrt{v/(1-\beta_2^t)}+\varepsilon})",
    .paper = {"ADAHESSIAN: an adaptive second order optimizer for machine learning",
              "Z. Yao, A. Gholami, S. Shen, M. Mustafa, K. Keutzer, M. W. Mahoney", 2021,
              "https://arxiv.org/abs/2006.00719"},
    .notes =
        "One vector of random signs in each step gives Hutchinson's estimate, on the batch of "
        "the gradient and with an exact Hessian product. The paper also averages the estimate "
        "over neighboring parameters, which suits convolutions and is left out here. Betas "
        "and epsilon are the paper's. Its learning rate for images is 0.15.",
    .cost = "1 gradient + 1 Hessian product",
    .memory = "2n",
    .checked_against = "NumPy transcription",
    .state = state,
    .code = {.definition = R"py(class AdaHessian(ProbingRule):
    def update(self, p, g, lr, state):
        D = state["D"]
        m = state["m"] = self.beta1 * state.get("m", 0) + (1 - self.beta1) * g
        v = state["v"] = self.beta2 * state.get("v", 0) + (1 - self.beta2) * D**2
        m_hat = m / (1 - self.beta1**self.t)
        v_hat = v / (1 - self.beta2**self.t)
        return p - lr * m_hat / (torch.sqrt(v_hat) + self.epsilon)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
