// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// Schedule-free AdamW (Defazio+ 2024, 2405.15682, Algorithm 1). The parameters are x, the average:
/// y = (1-β1) z + β1 x, g = ∇(y), v ← β2 v + (1-β2) g², η_t = η √(1-β2^t) min(1, t / warmup),
/// z ← z - η_t (g / (√v + ε) + λ y), c = η_t² / Σ η_i², x ← (1-c) x + c z
struct ScheduleFreeAdamW {
  double learning_rate = 0.1, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weight_decay = 0;
  int warmup_steps = 0;

  struct State {
    Vector z, v;
    Bias bias2;
    double steps = 0, weight = 0;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("z", z);
      visit("v", v);
      visit("steps", steps);
      visit("beta2Power", bias2.power);
      visit("weight", weight);
    }
  };

  void gradient_point(const State& state, std::span<const Real> x, std::span<Real> y) const {
    // Before the first step z is x.
    const Real share = real(state.steps == 0 ? 1 : beta1);
    for (std::size_t i = 0; i < x.size(); ++i) y[i] = state.z[i] + share * (x[i] - state.z[i]);
  }

  /// The rate of this step, with Adam's correction of v and the warm-up.
  double warmed(const State& state, double learning_rate) const {
    const double warm = state.steps < warmup_steps ? state.steps / warmup_steps : 1;
    return learning_rate * std::sqrt(state.bias2.weight()) * warm;
  }

  void update(State& state, std::span<Real> x, std::span<const Real> g,
              const StepContext& step) const {
    Vector &z = state.z, &v = state.v;
    if (state.steps++ == 0) std::copy(x.begin(), x.end(), z.begin());
    state.bias2.advance(beta2);
    const double rate = warmed(state, step.learning_rate);
    state.weight += rate * rate;
    // The squares of tiny rates underflow, and a schedule may begin at 0.
    const double share = state.weight > 0 ? rate * rate / state.weight : 0;
    const Average second(beta2);
    const auto [eta, decay, b1, c, eps] = reals(rate, rate * weight_decay, beta1, share, epsilon);
    for (std::size_t i = 0; i < x.size(); ++i) {
      const Real y = z[i] + b1 * (x[i] - z[i]);
      v[i] = second.mix(v[i], g[i] * g[i]);
      z[i] -= eta * (g[i] / (std::sqrt(v[i]) + eps)) + decay * y;
      x[i] += c * (z[i] - x[i]);
    }
  }

  /// Of the steps that z takes.
  void rates(const State& state, double learning_rate, std::span<double> out) const {
    const double rate = warmed(state, learning_rate);
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] = rate / (std::sqrt(state.v[i]) + real(epsilon));
  }
};

constexpr std::array rows{
    learning_rate_row<ScheduleFreeAdamW>(),
    memory_row(&ScheduleFreeAdamW::beta1, "beta1", "Beta 1 (interpolation)", "β₁",
               "Higher values take the gradient closer to the average, while lower values closer "
               "to the newest point."),
    beta2_row<ScheduleFreeAdamW>(),
    epsilon_row<ScheduleFreeAdamW>(),
    weight_decay_row<ScheduleFreeAdamW>(),
    row<ScheduleFreeAdamW>(
        &ScheduleFreeAdamW::warmup_steps,
        {.id = "warmupSteps",
         .name = "Warm-up steps",
         .domain = within(0, 1'000'000'000),
         .slider = linear(0, 1000),
         .unit = "steps",
         .doc = "Higher values raise the learning rate to its full value over more steps, while "
                "lower values over fewer. At 0 it starts in full."})};

constexpr std::array state{StateDocs{"z", "z", "point of the adaptive steps"},
                           StateDocs{"v", "v", "average of squared gradients"}};

constexpr std::array suits{
    Suit{Situation::much_noise, "averages its path, in which the noise of steps cancels"},
    Suit{Situation::low_loss_at_end, "needs no falling learning rate to settle"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry schedule_free_adamw =
    optimizer_entry<ScheduleFreeAdamW, rows>({
        .id = "schedule-free-adamw",
        .averages = true,
        .keeps_place = true,
    });

extern constinit const OptimizerDocs schedule_free_adamw_docs = {
    .name = "Schedule-free AdamW",
    .family = family::averaging,
    .summary = "Combines Adam's adaptive rates with schedule-free averaging in place of momentum.",
    .guide =
        {.idea =
             "As in Adam, each parameter's step is divided by the size of its gradients. Averaging "
             "the visited points takes over the roles of momentum and of a falling learning rate.",
         .use = "Use it in place of AdamW with a schedule when the length of the run is not known "
                "in advance.",
         .pitfalls =
             "Early points stay in the average for a long time, so a bad start lasts. Add warm-up "
             "steps, which give early points less weight, or lower the learning rate."},
    .suits = suits,
    .formula =
        R"(y = (1-\beta_1) z + \beta_1\theta \qquad z \leftarrow z - \eta_t\left(\frac{g}{\sqrt{v}+\varepsilon}+\lambda y\right) \qquad \theta \leftarrow (1-c)\,\theta + c\,z \qquad c = \frac{\eta_t^2}{\sum_{i\le t}\eta_i^2})",
    .paper = {"The road less scheduled",
              "A. Defazio, X. Yang, H. Mehta, K. Mishchenko, A. Khaled, A. Cutkosky", 2024,
              "https://arxiv.org/abs/2405.15682"},
    .notes =
        "As in the paper's Algorithm 1, the bias correction is part of the learning rate and "
        "so of the weights of the average. A second published form corrects the squares "
        "instead, which averages differently. The other defaults are those of the authors' "
        "code. Its learning rate is 0.0025.",
    .memory = "2n",
    .checked_against = "NumPy transcription",
    .state = state,
    .code = {.keras = {.differs = "Keras' ScheduleFreeAdamW gives all steps the same weight in the "
                                  "average, also those of a warm-up."},
             .rule = R"py(class ScheduleFreeAdamW(AveragingRule):
    def update(self, p, g, lr, state):
        warmup = min(1, self.t / self.warmup_steps) if self.warmup_steps else 1
        lr = lr * warmup * (1 - self.beta2**self.t) ** 0.5
        weight = state["weight"] = state.get("weight", 0) + lr**2
        share = lr**2 / weight if weight > 0 else 0
        v = state["v"] = self.beta2 * state.get("v", 0) + (1 - self.beta2) * g**2
        step = g / (torch.sqrt(v) + self.epsilon) + self.decay * p
        z = state["z"] = state.get("z", p) - lr * step
        x = state.get("average", p)
        x = state["average"] = (1 - share) * x + share * z
        # The next gradient is taken between z, which takes the steps, and its average x.
        return (1 - self.beta1) * z + self.beta1 * x
)py",
             .definition = R"py(class ScheduleFreeAdamW(Rule):
    @torch.no_grad()
    def step(self, closure):
        self.t += 1
        (group,) = self.param_groups
        warmup = min(1, self.t / self.warmup_steps) if self.warmup_steps else 1
        lr = group["lr"] * warmup * (1 - self.beta2**self.t) ** 0.5
        group["weight"] = group.get("weight", 0) + lr**2
        share = lr**2 / group["weight"] if group["weight"] > 0 else 0
        for p in group["params"]:
            state = self.state[p]
            x = state["x"] = p.clone()
            z = state.setdefault("z", p.clone())
            # The gradient is taken between z, which takes the steps, and its average x.
            p.copy_((1 - self.beta1) * z + self.beta1 * x)
        with torch.enable_grad():
            loss = closure()
        for p in group["params"]:
            g, state = p.grad, self.state[p]
            v = state["v"] = self.beta2 * state.get("v", 0) + (1 - self.beta2) * g**2
            state["z"] -= lr * (g / (v.sqrt() + self.epsilon) + self.decay * p)
            p.copy_((1 - share) * state["x"] + share * state["z"])
        return loss
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
