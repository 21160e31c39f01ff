// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "optimizer/wrapping.hpp"

namespace fall_line {
namespace {

/// Lookahead (Zhang+ 2019, 1907.08610, Algorithm 1): after every k steps of the inner optimizer
/// φ ← φ + α (θ - φ), θ ← φ.
struct Lookahead {
  static constexpr std::string_view id = "lookahead";

  int k = 5;
  double alpha = 0.5;

  struct State {
    Vector slow;  ///< φ
    double steps = 0;

    template <class Visitor>
    void visit(Visitor& v) {
      v("slow", slow);
      v("steps", steps);
    }
  };

  void before(State& state, std::span<const Real> w) const {
    if (state.steps == 0) std::copy(w.begin(), w.end(), state.slow.begin());
  }

  void after(State& state, const Optimizer&, std::span<Real> w) const {
    state.steps += 1;
    if (std::fmod(state.steps, k) != 0) return;
    const Real share = real(alpha);
    for (std::size_t i = 0; i < w.size(); ++i)
      w[i] = state.slow[i] += share * (w[i] - state.slow[i]);
  }

  void evaluation_point(const State& state, std::span<Real> out) const {
    if (state.steps > 0) std::copy(state.slow.begin(), state.slow.end(), out.begin());
  }
};

constexpr std::array rows{
    row<Lookahead>(&Lookahead::k,
                   {.id = "k",
                    .name = "Fast steps per slow step",
                    .symbol = "k",
                    .domain = within(1, 1'000'000),
                    .slider = linear(1, 50),
                    .unit = "steps",
                    .doc = "Raising it lets the optimizer run further before the slow weights "
                           "follow. Lower values keep the two closer together."}),
    row<Lookahead>(
        &Lookahead::alpha,
        {.id = "alpha",
         .name = "Slow step size",
         .symbol = "α",
         .domain = {.min = 0, .max = 1, .min_open = true},
         .slider = linear(0.01, 1),
         .doc = "Raising it moves the slow weights further towards the fast ones. At 1 they catch "
                "up completely, so the path stays that of the optimizer inside."})};

std::string_view unfit(const Wrapped& inner) {
  if (inner.averages) return because::averages;
  if (inner.rule.keeps_place) return because::keeps_its_place;
  if (!needs(inner.rule, Need::gradient)) return because::uses_no_gradient;
  return needs(inner.rule, Need::value) ? because::searches : "";
}

}  // namespace

namespace wrapper_entries {

extern constinit const WrapperEntry lookahead = wrapper_entry<Lookahead, rows>({
    .id = Lookahead::id,
    .unfit = unfit,
});

extern constinit const WrapperDocs lookahead_docs = {
    .name = "Lookahead",
    .summary =
        "Lets an optimizer take a few fast steps, then moves slow weights part of the way "
        "there and restarts from them.",
    .guide =
        {.idea =
             "Fast steps can oscillate across a valley while they drift along it. Going only part "
             "of the way averages out much of the oscillation and keeps part of the drift.",
         .use = "Put it around an optimizer that oscillates, for example at a high learning rate.",
         .pitfalls =
             "The slow weights cover only part of each fast stretch, so progress can be slower "
             "where nothing oscillates. Raise the slow step size to follow more closely."},
    .formula =
        R"(\text{every } k \text{ steps:}\quad \phi \leftarrow \phi + \alpha\,(\theta-\phi) \qquad \theta \leftarrow \phi)",
    .paper = {"Lookahead optimizer: k steps forward, 1 step back",
              "M. R. Zhang, J. Lucas, G. Hinton, J. Ba", 2019, "https://arxiv.org/abs/1907.08610"},
    .notes =
        "Follows Algorithm 1 of the paper, with its k of 5 and α of 0.5. The slow weights start "
        "where the race starts and first move after step k. The optimizer inside keeps its state "
        "when its weights are reset. Loss, curves and predictions are those of the slow weights.",
    .cost = "none",
    .memory = "n",
    .checked_against = "NumPy transcription",
    .code = {.definition = R"py(class Lookahead(Wrapper):
    def step(self, closure):
        if self.t == 0:
            self.slow = {p: p.detach().clone() for p in self.parameters}
        loss = self.optimizer.step(closure)
        self.t += 1
        if self.t % self.k == 0:
            with torch.no_grad():
                for p, slow in self.slow.items():
                    slow += self.alpha * (p - slow)
                    p.copy_(slow)
        return loss

    def average(self, p):
        return self.slow[p]
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace wrapper_entries
}  // namespace fall_line
