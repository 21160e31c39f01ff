// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "optimizer/wrapping.hpp"

namespace fall_line {
namespace {

/// Stochastic weight averaging (Izmailov+ 2018, 1803.05407, Algorithm 1): from step sT on, every c
/// steps, n ← n + 1, θ̄ ← θ̄ + (θ - θ̄) / n.
struct WeightAveraging {
  static constexpr std::string_view id = "weight-averaging";

  double start = 0.75;
  int budget = 2000, period = 1;

  struct State {
    Vector average;  ///< θ̄
    double steps = 0, models = 0;
    Vector model;

    template <class Visitor>
    void visit(Visitor& v) {
      v("average", average);
      v("steps", steps);
      v("models", models);
    }
  };

  void after(State& state, const Optimizer& inner, std::span<const Real> w) const {
    state.steps += 1;
    const double past = state.steps - std::round(start * budget);
    if (past < 0 || std::fmod(past, period) != 0) return;
    state.model.resize(w.size());
    inner.evaluation(w, state.model);
    state.models += 1;
    for (std::size_t i = 0; i < w.size(); ++i)
      state.average[i] += (state.model[i] - state.average[i]) / real(state.models);
  }

  void evaluation_point(const State& state, std::span<Real> out) const {
    if (state.models > 0) std::copy(state.average.begin(), state.average.end(), out.begin());
  }
};

constexpr std::array rows{
    row<WeightAveraging>(
        &WeightAveraging::start,
        {.id = "start",
         .name = "Start of averaging",
         .symbol = "s",
         .domain = within(0, 1),
         .slider = linear(0, 1),
         .doc = "Raising it starts averaging later in the race, and lowering it includes earlier "
                "weights. It is a fraction of the planned length."}),
    row<WeightAveraging>(&WeightAveraging::budget,
                         {.id = "budget",
                          .name = "Planned length",
                          .symbol = "T",
                          .domain = within(1, 1'000'000'000),
                          .slider = logarithmic(1, 10000),
                          .unit = "steps",
                          .doc = "Raising it starts averaging later, because the start is a "
                                 "fraction of this length. Averaging continues beyond it."}),
    row<WeightAveraging>(
        &WeightAveraging::period,
        {.id = "period",
         .name = "Averaging period",
         .symbol = "c",
         .domain = within(1, 1'000'000'000),
         .slider = logarithmic(1, 1000),
         .unit = "steps",
         .doc = "Raising it adds weights to the average less often, and 1 adds them at every step. "
                "With a cyclic schedule, use the length of its cycle."})};

std::string_view unfit(const Wrapped& inner) {
  if (inner.averages) return because::averages;
  return needs(inner.rule, Need::gradient) ? "" : because::uses_no_gradient;
}

}  // namespace

namespace wrapper_entries {

extern constinit const WrapperEntry weight_averaging = wrapper_entry<WeightAveraging, rows>({
    .id = WeightAveraging::id,
    .averages = true,
    .unfit = unfit,
});

extern constinit const WrapperDocs weight_averaging_docs = {
    .name = "Weight averaging",
    .summary =
        "Evaluates the average of the weights over the last part of the race, while the "
        "optimizer continues unchanged.",
    .guide = {.idea =
                  "Mini-batch noise makes the weights fluctuate around a good region. Averaging "
                  "many of them cancels part of the noise and gives a point nearer the middle.",
              .use = "Use it with mini-batches and a fairly high constant or cyclic learning rate, "
                     "as the paper does.",
              .pitfalls = "Weights from before the loss has levelled off pull the average back. "
                          "Start averaging later if its loss is higher than without it."},
    .formula =
        R"(\text{from step } sT \text{ on, every } c \text{ steps:}\quad n \leftarrow n+1 \qquad \bar\theta \leftarrow \bar\theta + \frac{\theta-\bar\theta}{n})",
    .paper = {"Averaging weights leads to wider optima and better generalization",
              "P. Izmailov, D. Podoprikhin, T. Garipov, D. Vetrov, A. G. Wilson", 2018,
              "https://arxiv.org/abs/1803.05407"},
    .notes =
        "Algorithm 1 of the paper, with the update of PyTorch's AveragedModel. The start at "
        "75 % of the planned length is the paper's. The learning rate is left to the "
        "schedule, where the paper keeps it high or cycles it. The period of 1 is ours, where "
        "the paper adds weights once per epoch. Loss, curves and predictions are those of the "
        "average once it exists.",
    .cost = "none",
    .memory = "n",
    .checked_against = "PyTorch 1.13",
    .code = {.definition = R"py(class WeightAveraging(Wrapper):
    def step(self, closure):
        loss = self.optimizer.step(closure)
        if self.t == 0:
            self.models, self.means = 0, {}
        self.t += 1
        past = self.t - math.floor(self.start * self.budget + 0.5)
        if past >= 0 and past % self.period == 0:
            self.models += 1
            for p in self.parameters:
                mean = self.means.get(p, torch.zeros_like(p))
                self.means[p] = mean + (self.inner(p) - mean) / self.models
        return loss

    def inner(self, p):
        """The weights that the optimizer would be judged by."""
        inner = self.optimizer
        return (inner.average(p) if hasattr(inner, "average") else p).detach().clone()

    def average(self, p):
        return self.means[p] if self.models > 0 else self.inner(p)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace wrapper_entries
}  // namespace fall_line
