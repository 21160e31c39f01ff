// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "optimizer/wrappers/entries.hpp"

namespace fall_line {
namespace {

/// Lookahead (Zhang+ 2019, 1907.08610, Algorithm 1): after every k steps of the inner optimizer
/// φ ← φ + α (θ - φ), θ ← φ.
struct Lookahead {
  int k = 5;
  double alpha = 0.5;

  struct State {
    Vector slow;  ///< φ
    double steps = 0;

    template <class Visitor>
    void visit(Visitor& v) {
      v("slow", slow);
      v("fastSteps", steps);
    }
  };

  void before(State& state, std::span<const Real> w) const {
    if (state.steps == 0) std::copy(w.begin(), w.end(), state.slow.begin());
  }

  void after(State& state, const Optimizer&, std::span<Real> w) const {
    state.steps += 1;
    if (std::fmod(state.steps, k) != 0) return;
    const auto share = static_cast<Real>(alpha);
    for (std::size_t i = 0; i < w.size(); ++i)
      w[i] = state.slow[i] += share * (w[i] - state.slow[i]);
  }

  void evaluation_point(const State& state, std::span<Real> out) const {
    if (state.steps > 0) std::copy(state.slow.begin(), state.slow.end(), out.begin());
  }
};

constexpr std::array rows{
    row<Lookahead>(&Lookahead::k, {.id = "k",
                                   .name = "Steps ahead",
                                   .symbol = "k",
                                   .domain = within(1, 1'000'000),
                                   .slider = linear(1, 50),
                                   .unit = "steps",
                                   .doc = "How many steps the fast weights run ahead before the "
                                          "slow ones follow."}),
    row<Lookahead>(&Lookahead::alpha, {.id = "alpha",
                                       .name = "Slow step",
                                       .symbol = "α",
                                       .domain = {.min = 0, .max = 1, .min_open = true},
                                       .slider = linear(0.01, 1),
                                       .doc = "What share of the way to the fast weights the slow "
                                              "ones go; 1 changes nothing."})};

std::string_view unfit(const Wrapped& inner) {
  if (inner.averages) return because::averages;
  if (inner.rule.keeps_place || !needs(inner.rule, Need::gradient)) return because::keeps_its_place;
  return needs(inner.rule, Need::value) ? because::searches : "";
}

}  // namespace

constinit const WrapperEntry wrapper_entries::lookahead = wrapper_entry<Lookahead, rows>({
    .id = "lookahead",
    .name = "Lookahead",
    .summary = "Lets the rule run a few steps ahead, then goes part of the way there and starts "
               "again: what the fast steps did to and fro cancels out.",
    .formula =
        R"(\text{every } k \text{ steps:}\quad \phi \leftarrow \phi + \alpha\,(\theta-\phi) \qquad \theta \leftarrow \phi)",
    .paper = {"Lookahead optimizer: k steps forward, 1 step back",
              "M. R. Zhang, J. Lucas, G. Hinton, J. Ba", 2019, "https://arxiv.org/abs/1907.08610"},
    .notes = "As the paper's Algorithm 1, with its k and α: the slow weights start where the race "
             "does and first move after step k, and the rule keeps its state when its weights are "
             "set back. Loss, curve and predictions are those of the slow weights.",
    .cost = "none",
    .memory = "n",
    .checked_against = "NumPy transcription",
    .unfit = unfit,
});

}  // namespace fall_line
