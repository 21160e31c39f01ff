// SPDX-License-Identifier: MIT
#include <algorithm>

#include "optimizer/rules/entries.hpp"

namespace fall_line {
namespace {

/// SVRG (Johnson & Zhang 2013): θ ← θ - η (g(θ) - g(θ̃) + ∇L(θ̃)), with g on the mini-batch at both
/// points and θ̃ a snapshot of θ taken every epoch: what g(θ̃) misses ∇L(θ̃) by, g(θ) does too.
struct Svrg {
  double learning_rate = 0.3;

  struct State {
    Vector snapshot, mean;  ///< θ̃ and ∇L(θ̃)
    double seen = 0;        ///< Samples since the snapshot.
    Vector here, there;

    template <class Visitor>
    void visit(Visitor& v) {
      v("snapshot", snapshot);
      v("snapshotGradient", mean);
      v("samplesSinceSnapshot", seen);
    }
  };

  void prepare(State& state) const {
    for (Vector* g : {&state.here, &state.there}) g->assign(state.mean.size(), 0);
  }

  void step(State& state, Objective& objective, std::span<Real> w, const StepContext& step) const {
    if (state.seen == 0 || state.seen >= static_cast<double>(objective.samples())) {
      std::copy(w.begin(), w.end(), state.snapshot.begin());
      objective.full_gradient(state.snapshot, state.mean);
      state.seen = 0;
    }
    objective.gradient(w, state.here);
    objective.gradient(state.snapshot, state.there);
    state.seen += static_cast<double>(objective.batch_size());
    const auto eta = static_cast<Real>(step.learning_rate);
    for (std::size_t i = 0; i < w.size(); ++i)
      w[i] -= eta * (state.here[i] - state.there[i] + state.mean[i]);
  }
};

constexpr std::array rows{learning_rate_row<Svrg>()};

constexpr Need needed[] = {Need::gradient, Need::samples};

}  // namespace

constinit const OptimizerEntry optimizer_entries::svrg = optimizer_entry<Svrg, rows>({
    .id = "svrg",
    .name = "SVRG",
    .family = family::sampling,
    .summary = "SGD whose noise shrinks as it nears a minimum: the full gradient at a snapshot "
               "corrects every mini-batch by what the batch got wrong there.",
    .formula =
        R"(\theta \leftarrow \theta - \eta\,(g_i(\theta) - g_i(\tilde\theta) + \nabla L(\tilde\theta)) \qquad \tilde\theta \leftarrow \theta \text{ every epoch})",
    .paper =
        {"Accelerating stochastic gradient descent using predictive variance reduction",
         "R. Johnson, T. Zhang", 2013,
         "https://papers.nips.cc/paper/2013/hash/ac1dd209cbcc5e5d1c6e28598e8cbbe8-Abstract.html"},
    .notes = "Option I of the paper: the snapshot is the last point of an epoch; its epochs are as "
             "long as one likes, ours a walk through the samples. On networks it helps less than "
             "on the convex losses it was made for: the snapshot is soon out of date. Where the "
             "gradient is clipped, each of the mini-batch's two is.",
    .cost = "2 gradients, and the full one every epoch",
    .memory = "2n",
    .checked_against = "NumPy transcription",
    .needs = needed,
});

}  // namespace fall_line
