// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "optimizer/wrappers/entries.hpp"

namespace fall_line {
namespace {

/// Stochastic weight averaging (Izmailov+ 2018, 1803.05407, Algorithm 1): from step sT on, every c
/// steps, n ← n + 1, θ̄ ← θ̄ + (θ - θ̄) / n.
struct WeightAveraging {
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
      state.average[i] += (state.model[i] - state.average[i]) / static_cast<Real>(state.models);
  }

  void evaluation_point(const State& state, std::span<Real> out) const {
    if (state.models > 0) std::copy(state.average.begin(), state.average.end(), out.begin());
  }
};

constexpr std::array rows{
    row<WeightAveraging>(&WeightAveraging::start,
                         {.id = "start",
                          .name = "Start",
                          .symbol = "s",
                          .domain = within(0, 1),
                          .slider = linear(0, 1),
                          .doc = "The share of the steps after which averaging begins."}),
    row<WeightAveraging>(&WeightAveraging::budget,
                         {.id = "budget",
                          .name = "Length",
                          .symbol = "T",
                          .domain = within(1, 1'000'000'000),
                          .slider = logarithmic(1, 10000),
                          .unit = "steps",
                          .doc = "How many steps the race is to take, of which the start is a "
                                 "share; averaging goes on beyond."}),
    row<WeightAveraging>(
        &WeightAveraging::period,
        {.id = "period",
         .name = "Period",
         .symbol = "c",
         .domain = within(1, 1'000'000'000),
         .slider = logarithmic(1, 1000),
         .unit = "steps",
         .doc = "Every how many steps the weights are taken into the average; with "
                "a cyclic rate as long as its cycle."})};

std::string_view unfit(const Wrapped& inner) {
  if (inner.averages) return because::averages;
  return needs(inner.rule, Need::gradient) ? "" : because::has_no_path;
}

}  // namespace

constinit const WrapperEntry wrapper_entries::weight_averaging = wrapper_entry<WeightAveraging,
                                                                               rows>({
    .id = "weight-averaging",
    .name = "Weight averaging",
    .summary = "Judges the mean of the weights over the last part of the race: the noise of the "
               "mini-batches averages out while the rule goes on as before.",
    .formula =
        R"(\text{from step } sT \text{ on, every } c \text{ steps:}\quad n \leftarrow n+1 \qquad \bar\theta \leftarrow \bar\theta + \frac{\theta-\bar\theta}{n})",
    .paper = {"Averaging weights leads to wider optima and better generalization",
              "P. Izmailov, D. Podoprikhin, T. Garipov, D. Vetrov, A. G. Wilson", 2018,
              "https://arxiv.org/abs/1803.05407"},
    .notes = "The paper's Algorithm 1, with the update of PyTorch's AveragedModel. The start at "
             "75 % of the budget is the paper's; the rate is the schedule's business, where "
             "the paper holds it high or cycles it. A period of 1 is ours: the paper takes "
             "weights once an epoch. Loss, curve and predictions are those of the average once "
             "there is one.",
    .cost = "none",
    .memory = "n",
    .checked_against = "PyTorch 1.13",
    .averages = true,
    .unfit = unfit,
});

}  // namespace fall_line
