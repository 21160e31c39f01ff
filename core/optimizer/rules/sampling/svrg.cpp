// SPDX-License-Identifier: MIT
#include <algorithm>

#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// SVRG (Johnson & Zhang 2013): θ ← θ - η (g(θ) - g(θ̃) + ∇L(θ̃)), with g on the mini-batch at both
/// points and θ̃ a snapshot of θ taken every epoch: near θ̃, g(θ) has about the same error as g(θ̃).
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
    const Real eta = real(step.learning_rate);
    for (std::size_t i = 0; i < w.size(); ++i)
      w[i] -= eta * (state.here[i] - state.there[i] + state.mean[i]);
  }
};

constexpr std::array rows{learning_rate_row<Svrg>()};

constexpr Need needed[] = {Need::gradient, Need::samples};

constexpr std::array state{
    StateDocs{"snapshot", "\\tilde\\theta", "parameters at the start of the epoch"},
    StateDocs{"snapshotGradient", "\\nabla L(\\tilde\\theta)", "full gradient there"}};

constexpr std::array suits{
    Suit{Situation::much_noise, "corrects each batch by the gradient of all samples"},
    Suit{Situation::cheap_gradients, "spends a second gradient in every step on less noise"},
    Suit{Situation::few_settings, "has a constant learning rate as its only setting"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry svrg = optimizer_entry<Svrg, rows>({
    .id = "svrg",
    .needs = needed,
});

extern constinit const OptimizerDocs svrg_docs = {
    .name = "SVRG",
    .family = family::sampling,
    .summary =
        "SGD with noise reduction: it corrects each mini-batch gradient using the full "
        "gradient at a stored snapshot of the weights.",
    .guide = {.idea = "At the snapshot the error of the batch is known, because the full gradient "
                      "was computed there. Nearby the batch makes a similar error, and subtracting "
                      "the known one cancels much of the noise.",
              .use = "It was designed for smooth convex losses, where it converges at a constant "
                     "learning rate. Use it to see what the noise of mini-batches costs.",
              .pitfalls = "On networks the snapshot is soon out of date, which weakens the "
                          "correction. A step costs two gradients plus a full pass every epoch, so "
                          "compare it by samples rather than by steps."},
    .suits = suits,
    .formula =
        R"(\theta \leftarrow \theta - \eta\,(g_i(\theta) - g_i(\tilde\theta) + \nabla L(\tilde\theta)) \qquad \tilde\theta \leftarrow \theta \text{ every epoch})",
    .paper =
        {"Accelerating stochastic gradient descent using predictive variance reduction",
         "R. Johnson, T. Zhang", 2013,
         "https://papers.nips.cc/paper/2013/hash/ac1dd209cbcc5e5d1c6e28598e8cbbe8-Abstract.html"},
    .notes =
        "Option I of the paper: the snapshot is the last point of an epoch. Ours lasts one pass "
        "over the samples, where the paper suggests two passes for convex losses and five for "
        "others. Where gradients are clipped, the two of a mini-batch are clipped separately.",
    .cost = "2 gradients, and the full one every epoch",
    .memory = "2n",
    .checked_against = "NumPy transcription",
    .state = state,
    .code = {.definition = R"py(class SVRG(Rule):
    seen = 0  # Samples.

    def step(self, closure):
        if self.seen % len(x_train) == 0:
            self.take_snapshot(closure)
        self.seen += len(x_train[self.batch])
        self.look_back(closure)
        return super().step(closure)

    def take_snapshot(self, closure):
        """Keeps the parameters, and the gradient of all samples there."""
        parameters = self.param_groups[0]["params"]
        loss = closure(backward=False, batch=slice(None))
        for p, mean in zip(parameters, torch.autograd.grad(loss, parameters)):
            self.state[p].update(snapshot=p.detach().clone(), mean=mean)

    @torch.no_grad()
    def look_back(self, closure):
        """The gradient of the batch at the snapshot."""
        parameters = self.param_groups[0]["params"]
        places = [p.clone() for p in parameters]
        for p in parameters:
            p.copy_(self.state[p]["snapshot"])
        with torch.enable_grad():
            closure()
        for p, place in zip(parameters, places):
            self.state[p]["there"] = p.grad.clone()
            p.copy_(place)

    def update(self, p, g, lr, state):
        return p - lr * (g - state["there"] + state["mean"])
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
