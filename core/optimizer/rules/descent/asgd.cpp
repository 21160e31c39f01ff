// SPDX-License-Identifier: MIT
#include "numeric/special.hpp"
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// Averaged SGD (Polyak & Juditsky 1992), as PyTorch has it after Bottou:
/// η_t = η / (1 + λ η (t-1))^α, θ ← (1 - λ η_t) θ - η_t g,
/// a ← a + (θ - a) / max(1, t - 1 - t0), the mean of the iterates after t0, which is evaluated.
struct AveragedSgd {
  double learning_rate = 0.3, lambda = 1e-4, alpha = 0.75, t0 = 200;

  struct State {
    Vector average;
    double steps = 0;

    template <class Visitor>
    void visit(Visitor& v) {
      v("average", average);
      v("steps", steps);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    const double eta =
        step.learning_rate / special::pow(1 + lambda * step.learning_rate * state.steps, alpha);
    const double averaged = state.steps - t0;
    const auto [keep, rate, share] = reals(1 - lambda * eta, eta, averaged > 1 ? 1 / averaged : 1);
    state.steps += 1;
    Vector& a = state.average;
    for (std::size_t i = 0; i < w.size(); ++i) {
      w[i] = keep * w[i] - rate * g[i];
      a[i] = share == 1 ? w[i] : a[i] + share * (w[i] - a[i]);
    }
  }

  void evaluation_point(const State& state, std::span<const Real> w, std::span<Real> out) const {
    for (std::size_t i = 0; i < w.size(); ++i) out[i] = state.steps == 0 ? w[i] : state.average[i];
  }
};

constexpr std::array rows{
    learning_rate_row<AveragedSgd>(),
    row<AveragedSgd>(&AveragedSgd::lambda,
                     {.id = "lambda",
                      .name = "Decay (of parameters and rate)",
                      .symbol = "λ",
                      .domain = at_least(0),
                      .slider = linear(0, 0.01),
                      .doc = "Higher values pull the parameters more strongly towards zero and "
                             "lower the rate faster, while lower values do less of both."}),
    row<AveragedSgd>(&AveragedSgd::alpha,
                     {.id = "alpha",
                      .name = "Power of the rate decay",
                      .symbol = "α",
                      .domain = at_least(0),
                      .slider = linear(0, 1),
                      .doc = "Higher values lower the learning rate faster, while lower values "
                             "more slowly. At 0 it stays constant."}),
    row<AveragedSgd>(&AveragedSgd::t0,
                     {.id = "t0",
                      .name = "Start of averaging",
                      .symbol = "t₀",
                      .domain = at_least(0),
                      .slider = linear(0, 2000),
                      .unit = "steps",
                      .doc = "Higher values start the average later, while lower values earlier. "
                             "Start it once the loss has leveled off."})};

constexpr std::array state{StateDocs{"average", "\\bar\\theta", "average of the parameters"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry asgd = optimizer_entry<AveragedSgd, rows>({
    .id = "asgd",
    .averages = true,
});

extern constinit const OptimizerDocs asgd_docs = {
    .name = "Averaged SGD",
    .family = family::averaging,
    .summary =
        "SGD that returns the running average of its parameters instead of their latest values.",
    .guide = {.idea =
                  "With noisy gradients the parameters keep moving around the minimum. Averaging "
                  "them cancels much of that noise, even while the learning rate stays high.",
              .use = "Use it when mini-batch noise keeps plain SGD from settling near a minimum.",
              .pitfalls = "An average that starts too early includes points far from the minimum "
                          "and lags behind. Start it once the loss has leveled off."},
    .formula =
        R"(\eta_t = \frac{\eta}{(1+\lambda\eta(t-1))^{\alpha}} \qquad \theta \leftarrow (1-\lambda\eta_t)\,\theta - \eta_t\, g \qquad \bar\theta \leftarrow \bar\theta + \frac{\theta-\bar\theta}{\max(1,\,t-1-t_0)})",
    .paper = {"Acceleration of stochastic approximation by averaging",
              "B. T. Polyak, A. B. Juditsky", 1992, "https://doi.org/10.1137/0330046"},
    .notes =
        "As in PyTorch, with two differences. The average starts at step 200, where PyTorch's "
        "default is one million, and a rate that a schedule changes takes effect at once "
        "instead of one step later. Loss, curves and predictions are those of the average. "
        "The paper has neither the decay nor a start. PyTorch's learning rate is 0.01.",
    .memory = "n",
    .checked_against = "PyTorch 1.13",
    .state = state,
    .code = {.pytorch =
                 {.call = "AveragedSGD(lr={learningRate}, lambd={lambda}, alpha={alpha}, t0={t0})",
                  .differs = "PyTorch's ASGD obeys a new learning rate one step late.",
                  .constant_rate = true},
             .rule = R"py(class WrittenASGD(AveragingRule):
    def update(self, p, g, lr, state):
        eta = lr / (1 + self.lambda_ * lr * (self.t - 1)) ** self.alpha
        p = (1 - self.lambda_ * eta) * p - eta * g
        average = state.get("average", p)
        share = 1 / max(1, self.t - 1 - self.t0)
        state["average"] = average + share * (p - average)
        return p
)py",
             .definition = R"py(class AveragedSGD(torch.optim.ASGD):
    """PyTorch's ASGD, with its average of the weights."""

    def average(self, p):
        return self.state[p]["ax"]
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
