// SPDX-License-Identifier: MIT
#include <algorithm>

#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// Schedule-free SGD (Defazio+ 2024, 2405.15682, eqs. 3-5). The parameters are x, the average:
/// y = (1-β) z + β x, z ← z - η ∇(y), x ← (1 - 1/t) x + z / t
struct ScheduleFreeSgd {
  double learning_rate = 1, beta = 0.9;

  struct State {
    Vector z;
    double steps = 0;

    template <class Visitor>
    void visit(Visitor& v) {
      v("z", z);
      v("steps", steps);
    }
  };

  void gradient_point(const State& state, std::span<const Real> x, std::span<Real> y) const {
    // Before the first step z is x.
    const Real share = real(state.steps == 0 ? 1 : beta);
    for (std::size_t i = 0; i < x.size(); ++i) y[i] = state.z[i] + share * (x[i] - state.z[i]);
  }

  void update(State& state, std::span<Real> x, std::span<const Real> g,
              const StepContext& step) const {
    Vector& z = state.z;
    if (state.steps++ == 0) std::copy(x.begin(), x.end(), z.begin());
    const auto [eta, take] = reals(step.learning_rate, 1 / state.steps);
    for (std::size_t i = 0; i < x.size(); ++i) {
      z[i] -= eta * g[i];
      x[i] += take * (z[i] - x[i]);
    }
  }
};

constexpr std::array rows{learning_rate_row<ScheduleFreeSgd>(),
                          memory_row(&ScheduleFreeSgd::beta, "beta", "Beta (interpolation)", "β",
                                     "Higher values take the gradient closer to the average, while "
                                     "lower values closer to the newest point.")};

constexpr std::array state{StateDocs{"z", "z", "point of plain gradient descent"}};

constexpr std::array suits{
    Suit{Situation::low_loss_at_end,
         "averages its path, which settles like a falling learning rate"},
    Suit{Situation::few_settings, "needs no schedule for its learning rate"},
    Suit{Situation::little_memory, "keeps one number for each parameter and needs no schedule"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry schedule_free_sgd = optimizer_entry<ScheduleFreeSgd, rows>({
    .id = "schedule-free-sgd",
    .averages = true,
    .keeps_place = true,
});

extern constinit const OptimizerDocs schedule_free_sgd_docs = {
    .name = "Schedule-free SGD",
    .family = family::averaging,
    .summary =
        "Averages the points that SGD visits and takes each gradient between the average "
        "and the newest point.",
    .guide = {.idea = "Averaging removes noise as a falling learning rate would, so the rate can "
                      "stay constant. Taking the gradient close to the average keeps the newest "
                      "point and the average together.",
              .use = "Use it when the length of the run is not known in advance, since it needs no "
                     "schedule.",
              .pitfalls = "Early points stay in the average for a long time, so a bad start lasts. "
                          "Lower the learning rate if the first steps raise the loss."},
    .suits = suits,
    .formula =
        R"(y = (1-\beta) z + \beta\theta \qquad z \leftarrow z - \eta\,\nabla L(y) \qquad \theta \leftarrow \left(1-\tfrac1t\right)\theta + \tfrac1t z)",
    .paper = {"The road less scheduled",
              "A. Defazio, X. Yang, H. Mehta, K. Mishchenko, A. Khaled, A. Cutkosky", 2024,
              "https://arxiv.org/abs/2405.15682"},
    .notes =
        "As in the authors' code, the average starts with the point after the first step, where "
        "equation 5 also counts the start. The parameters here are the average, while the code "
        "holds the point of the gradient during training. The code's learning rate is 1.",
    .memory = "n",
    .checked_against = "NumPy transcription",
    .state = state,
    .code = {.rule = R"py(class ScheduleFreeSGD(AveragingRule):
    def update(self, p, g, lr, state):
        z = state["z"] = state.get("z", p) - lr * g
        x = state.get("average", p)
        x = state["average"] = (1 - 1 / self.t) * x + z / self.t
        # The next gradient is taken between z, which takes the steps, and its average x.
        return (1 - self.beta) * z + self.beta * x
)py",
             .definition = R"py(class ScheduleFreeSGD(Rule):
    @torch.no_grad()
    def step(self, closure):
        self.t += 1
        (group,) = self.param_groups
        for p in group["params"]:
            state = self.state[p]
            x = state["x"] = p.clone()
            z = state.setdefault("z", p.clone())
            # The gradient is taken between z, which takes the steps, and its average x.
            p.copy_((1 - self.beta) * z + self.beta * x)
        with torch.enable_grad():
            loss = closure()
        for p in group["params"]:
            state = self.state[p]
            state["z"] -= group["lr"] * p.grad
            p.copy_((1 - 1 / self.t) * state["x"] + state["z"] / self.t)
        return loss
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
