// SPDX-License-Identifier: MIT
#include <algorithm>

#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// Rprop (Riedmiller & Braun 1993), in the form without backtracking (iRprop-, Igel & Hüsken 2000)
/// that PyTorch has: d ← d η+ where g keeps its sign, d η- and g ← 0 where it changes, within
/// [d_min, d_max]; θ ← θ - d sign(g)
struct Rprop {
  double learning_rate = 0.01, eta_minus = 0.5, eta_plus = 1.2, min_step = 1e-6, max_step = 50;

  struct State {
    Vector step, previous;
    double steps = 0;

    template <class Visitor>
    void visit(Visitor& v) {
      v("step", step);
      v("previous", previous);
      v("steps", steps);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    Vector &d = state.step, &previous = state.previous;
    if (state.steps++ == 0) std::fill(d.begin(), d.end(), real(step.learning_rate));
    const auto [shrink, grow, low, high] = reals(eta_minus, eta_plus, min_step, max_step);
    for (std::size_t i = 0; i < w.size(); ++i) {
      const Real agreement = sign(g[i]) * sign(previous[i]);
      const Real factor = agreement > 0 ? grow : agreement < 0 ? shrink : Real{1};
      const Real wanted = d[i] * factor, above = wanted < low ? low : wanted;
      d[i] = above > high ? high : above;
      previous[i] = agreement < 0 ? Real{0} : g[i];
      w[i] -= d[i] * sign(previous[i]);
    }
  }

  void marks(const State&, const State& state, const SeenStep& seen, Marks& out) const {
    out.box("step", seen.to, std::vector<double>(state.step.begin(), state.step.end()));
  }
};

constexpr std::array rows{
    learning_rate_row<Rprop>(
        "Higher values start every parameter with a longer step, while lower values with a shorter "
        "one. Later steps adapt on their own, and schedules do not change them."),
    row<Rprop>(&Rprop::eta_minus,
               {.id = "etaMinus",
                .name = "Shrink factor",
                .symbol = "η⁻",
                .domain = {.min = 0, .max = 1, .min_open = true, .max_open = true},
                .slider = linear(0.1, 0.9),
                .doc = "Higher values shrink a step less when its gradient changes sign, while "
                       "lower values shrink it more."}),
    row<Rprop>(&Rprop::eta_plus,
               {.id = "etaPlus",
                .name = "Growth factor",
                .symbol = "η⁺",
                .domain = at_least(1),
                .slider = linear(1, 2),
                .doc = "Higher values lengthen a step faster while its gradient keeps its sign, "
                       "while lower values more slowly. At 1 steps never grow."}),
    row<Rprop>(&Rprop::min_step, {.id = "minStep",
                                  .name = "Minimum step",
                                  .symbol = "d_min",
                                  .domain = at_least(0),
                                  .slider = logarithmic(1e-9, 1e-2),
                                  .doc = "Higher values stop steps from shrinking earlier, while "
                                         "lower values allow finer steps."}),
    row<Rprop>(&Rprop::max_step, {.id = "maxStep",
                                  .name = "Maximum step",
                                  .symbol = "d_max",
                                  .domain = above(0),
                                  .slider = logarithmic(1e-2, 100),
                                  .doc = "Higher values allow longer steps, while lower values "
                                         "stop them from growing earlier."})};

constexpr std::array marks{MarkDocs{
    "step", MarkKind::box, "Step sizes",
    "The step sizes of the two parameters. They are the sides of the box, with the longer side "
    "drawn at a fixed length."}};

constexpr std::array state{StateDocs{"step", "d", "step size"},
                           StateDocs{"previous", "g_-", "gradient of the step before"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry rprop = optimizer_entry<Rprop, rows>({
    .id = "rprop",
    .full_batch = true,
});

extern constinit const OptimizerDocs rprop_docs = {
    .name = "Rprop",
    .family = family::signs,
    .summary =
        "Gives each parameter its own step, which grows while the gradient keeps its sign "
        "and shrinks when the sign changes.",
    .guide = {.idea = "An unchanged sign means that the minimum lies further ahead, and a changed "
                      "sign means that the step went past it. The size of the gradient plays no "
                      "part, so steps stay useful on plateaus.",
              .use = "Use it on the full batch, for example for small networks with gradients of "
                     "very different sizes.",
              .pitfalls = "Mini-batch noise would flip signs and shrink steps at random, so it "
                          "needs the full batch. Use RMSProp for mini-batches."},
    .formula =
        R"(d \leftarrow \begin{cases} \eta^+ d & g\,g_- > 0\\ \eta^- d,\; g \leftarrow 0 & g\,g_- < 0\\ d & \text{else}\end{cases} \qquad \theta \leftarrow \theta - d\,\operatorname{sign}(g))",
    .paper = {"A direct adaptive method for faster backpropagation learning: the RPROP algorithm",
              "M. Riedmiller, H. Braun", 1993, "https://doi.org/10.1109/ICNN.1993.298623"},
    .notes =
        "As in PyTorch, which has the form called iRprop-: when the sign changes, the step "
        "shrinks and that gradient counts as zero. The paper takes the last step back "
        "instead. PyTorch compares signs by multiplying two gradients, which fails where the "
        "product underflows. The factors and the limits are the paper's. The initial step of "
        "0.01 is PyTorch's, while the paper's is 0.1.",
    .memory = "2n",
    .checked_against = "PyTorch 1.13",
    .state = state,
    .marks = marks,
    .code = {.pytorch = {.call = "torch.optim.Rprop(lr={learningRate}, etas=({etaMinus}, "
                                 "{etaPlus}), step_sizes=({minStep}, {maxStep}))"},
             .rule = R"py(class Rprop(Rule):
    def update(self, p, g, lr, state):
        d = state.get("d", lr * torch.ones_like(p))
        agreement = torch.sign(g) * torch.sign(state.get("last", torch.zeros_like(p)))
        # Each is 1 where the sign stayed, or changed, and 0 elsewhere.
        stayed, changed = torch.relu(agreement), torch.relu(-agreement)
        factor = 1 + (self.eta_plus - 1) * stayed + (self.eta_minus - 1) * changed
        d = state["d"] = torch.clip(factor * d, self.min_step, self.max_step)
        last = state["last"] = (1 - changed) * g
        return p - d * torch.sign(last)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
