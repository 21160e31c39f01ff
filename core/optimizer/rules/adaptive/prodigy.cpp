// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// Prodigy (Mishchenko & Defazio 2023, 2306.06101, Algorithm 4):
/// m ← β1 m + (1-β1) d g, v ← β2 v + (1-β2) d² g²,
/// r ← √β2 r + (1-√β2) η d² ⟨g, θ₀ - θ⟩, s ← √β2 s + (1-√β2) η d² g,
/// θ ← θ - η d m / (√v + d ε), then d ← max(d, r / ‖s‖₁)
struct Prodigy {
  double learning_rate = 1, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, d0 = 1e-6;

  struct State {
    // The first steps are about d0 long: added to θ in float they would round away.
    std::vector<double> travelled;  ///< θ - θ₀
    Vector origin, m, v, s;
    double steps = 0, r = 0, d = 0;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("travelled", travelled);
      visit("origin", origin);
      visit("m", m);
      visit("v", v);
      visit("s", s);
      visit("steps", steps);
      visit("r", r);
      visit("d", d);
    }
  };

  void prepare(State& state) const { state.d = d0; }

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              const StepContext& step) const {
    if (state.steps++ == 0) std::copy(w.begin(), w.end(), state.origin.begin());
    const double d = state.d, eta = step.learning_rate, root = std::sqrt(beta2);
    const double weight = (1 - root) * eta * d * d;
    const Average first(beta1, (1 - beta1) * d), second(beta2, (1 - beta2) * d * d);
    const Average third(root, weight);
    const Real rate = real(eta * d);
    // Where the product underflows, 0 / 0 would move parameters that have no gradient.
    const Real eps = std::max(real(d * epsilon), std::numeric_limits<Real>::min());
    Vector &m = state.m, &v = state.v, &s = state.s;
    double product = 0, size = 0;
    for (std::size_t i = 0; i < w.size(); ++i) {
      product -= static_cast<double>(g[i]) * state.travelled[i];
      m[i] = first.mix(m[i], g[i]);
      v[i] = second.mix(v[i], g[i] * g[i]);
      s[i] = third.mix(s[i], g[i]);
      size += static_cast<double>(std::abs(s[i]));
      state.travelled[i] -= static_cast<double>(rate * (m[i] / (std::sqrt(v[i]) + eps)));
      w[i] = real(state.origin[i] + state.travelled[i]);
    }
    state.r = root * state.r + weight * product;
    if (size > 0 && state.r / size > d) state.d = state.r / size;
  }

  /// Of gradients: m is an average of d g. With the d that the update left.
  void rates(const State& state, double learning_rate, std::span<double> out) const {
    const double d = state.d;
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] = learning_rate * d * d / (std::sqrt(static_cast<double>(state.v[i])) + d * epsilon);
  }
};

constexpr std::array rows{
    learning_rate_row<Prodigy>("Higher values lengthen every step, while lower values shorten it, "
                               "whatever the estimated distance. At 1 the method is as published."),
    beta1_row<Prodigy>(),
    beta2_row<Prodigy>("Higher values average squared gradients and the sums behind the estimate "
                       "over more steps, while lower values follow recent ones."),
    epsilon_row<Prodigy>(),
    row<Prodigy>(
        &Prodigy::d0,
        {.id = "d0",
         .name = "Initial distance estimate",
         .symbol = "d₀",
         .domain = above(0),
         .slider = logarithmic(1e-8, 1),
         .doc = "Higher values start with longer steps but can exceed the true distance for good, "
                "while lower values start more slowly.",
         .live = false})};

constexpr std::array state{StateDocs{"m", "m", "average of scaled gradients"},
                           StateDocs{"v", "v", "average of scaled squared gradients"},
                           StateDocs{"s", "s", "sum of scaled gradients"},
                           StateDocs{"origin", "\\theta_0", "parameters at the start"}};

constexpr std::array suits{
    Suit{Situation::costly_gradients, "saves the gradients of trial runs that look for a rate"},
    Suit{Situation::few_settings, "estimates its learning rate from how far it has moved"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry prodigy = optimizer_entry<Prodigy, rows>({
    .id = "prodigy",
    .keeps_place = true,
    .vectors = [](const Values&) { return 2.0; },
});

extern constinit const OptimizerDocs prodigy_docs = {
    .name = "Prodigy",
    .family = family::adaptive,
    .summary = "Adam that estimates the distance to the solution and uses it as its learning rate.",
    .guide = {.idea = "On convex problems the gradients and the distance covered give a lower "
                      "bound on the distance to the solution. The estimate starts tiny, grows with "
                      "that bound, and scales every step.",
              .use = "Use it when you do not want to tune a learning rate for Adam.",
              .pitfalls = "The estimate never shrinks, so one that has grown too large makes all "
                          "later steps too long. A schedule that lowers the rate, or a learning "
                          "rate below 1, shortens them."},
    .suits = suits,
    .formula =
        R"(m \leftarrow \beta_1 m + (1-\beta_1)\, d\, g \qquad v \leftarrow \beta_2 v + (1-\beta_2)\, d^2 g^2 \qquad \theta \leftarrow \theta - \eta\, d\,\frac{m}{\sqrt{v}+d\varepsilon} \qquad d \leftarrow \max\left(d, \frac{r}{\lVert s\rVert_1}\right))",
    .paper = {"Prodigy: an expeditiously adaptive parameter-free learner",
              "K. Mishchenko, A. Defazio", 2023, "https://arxiv.org/abs/2306.06101"},
    .notes =
        "As in the paper's Algorithm 4, the step uses the estimate from before the step, and "
        "no bias is corrected. The authors' package multiplies epsilon by the new estimate "
        "instead. Defaults are the package's.",
    .memory = "5n",
    .checked_against = "NumPy transcription",
    .state = state,
    .code = {.definition = R"py(class Prodigy(Rule):
    @torch.no_grad()
    def step(self, closure):
        with torch.enable_grad():
            loss = closure()
        if self.t == 0:
            self.d, self.r = self.d0, 0
        self.t += 1
        (group,) = self.param_groups
        lr, d, root = group["lr"], self.d, self.beta2**0.5
        weight = (1 - root) * lr * d**2
        product = size = 0
        for p in group["params"]:
            g, state = p.grad, self.state[p]
            if not state:
                state.update(start=p.clone(), way=torch.zeros_like(p), m=0, v=0, s=0)
            product -= (g * state["way"]).sum().item()
            m = state["m"] = self.beta1 * state["m"] + (1 - self.beta1) * d * g
            v = state["v"] = self.beta2 * state["v"] + (1 - self.beta2) * (d * g) ** 2
            state["s"] = root * state["s"] + weight * g
            size += state["s"].abs().sum().item()
            state["way"] -= lr * d * m / (v.sqrt() + d * self.epsilon)
            p.copy_(state["start"] + state["way"])
        self.r = root * self.r + weight * product
        if size > 0:
            self.d = max(d, self.r / size)
        return loss
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
