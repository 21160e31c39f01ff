// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>

#include "numeric/dense.hpp"
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// K-FAC (Martens & Grosse 2015, 1503.05671): the Fisher information of each layer [W b] as A ⊗ S,
/// averaged over steps, the past with the weight min(1 - 1/t, ρ). With G the layer's gradient,
/// [W b] ← [W b] - η (S + γ)⁻¹ G (A + γ)⁻¹
struct KFac {
  double learning_rate = 0.01, damping = 0.03, decay = 0.95;

  struct State {
    Vector factors;  ///< A and S of each layer, as the objective has them.
    double steps = 0;
    Vector g, drawn, a, s, layer, column;

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("factors", factors);
      visit("steps", steps);
    }
  };

  /// A weight matrix with the biases that follow it; a matrix alone has none.
  struct Layer {
    const ParameterBlock& weights;
    bool biased;
    std::size_t rows, columns;  ///< Of [W b].

    Layer(std::span<const ParameterBlock> blocks, std::size_t l)
        : weights(blocks[l]),
          biased(l + 1 < blocks.size()),
          rows(weights.rows),
          columns(weights.columns + (biased ? 1 : 0)) {}
    std::size_t factor_count() const { return columns * columns + rows * rows; }
    /// Where [W b] of row i and column j stands among the parameters: biases follow the weights.
    std::size_t at(std::size_t i, std::size_t j) const {
      return j < weights.columns ? weights.offset + i * weights.columns + j
                                 : weights.offset + weights.size() + i;
    }
  };

  void prepare(State& state, const Outline& outline) const {
    const std::span<const ParameterBlock> blocks = outline.blocks;
    std::size_t factors = 0;
    for (std::size_t l = 0; l < blocks.size(); l += 2) factors += Layer(blocks, l).factor_count();
    state.factors.assign(factors, 0);
    state.drawn.assign(factors, 0);
    state.g.assign(outline.parameters, 0);
  }

  void step(State& state, Objective& objective, std::span<Real> w, const StepContext& step) const {
    objective.gradient(w, state.g);
    objective.kronecker_factors(w, step.random, state.drawn);
    state.steps += 1;
    const Average average(std::min(1 - 1 / state.steps, decay));
    for (std::size_t i = 0; i < state.factors.size(); ++i)
      state.factors[i] = average.mix(state.factors[i], state.drawn[i]);
    const Real eta = real(step.learning_rate);
    const auto blocks = objective.blocks();
    std::size_t first = 0;
    for (std::size_t l = 0; l < blocks.size(); l += 2) {
      const Layer layer(blocks, l);
      solve(state, layer, std::span(state.factors).subspan(first, layer.factor_count()));
      for (std::size_t i = 0; i < layer.rows; ++i)
        for (std::size_t j = 0; j < layer.columns; ++j)
          w[layer.at(i, j)] -= eta * state.layer[i * layer.columns + j];
      first += layer.factor_count();
    }
  }

 private:
  /// Leaves (S + γ)⁻¹ G (A + γ)⁻¹ in state.layer.
  void solve(State& state, const Layer& layer, std::span<const Real> factors) const {
    const std::size_t rows = layer.rows, columns = layer.columns;
    state.layer.resize(rows * columns);
    state.column.resize(rows);
    if (!damp(factors.first(columns * columns), columns, state.a) ||
        !damp(factors.subspan(columns * columns), rows, state.s)) {
      // The factor is not finite, or rounding has swallowed the damping. NaN ends the run as
      // diverged.
      std::fill(state.layer.begin(), state.layer.end(), std::numeric_limits<Real>::quiet_NaN());
      return;
    }
    for (std::size_t i = 0; i < rows; ++i) {
      const std::span row = std::span(state.layer).subspan(i * columns, columns);
      for (std::size_t j = 0; j < columns; ++j) row[j] = state.g[layer.at(i, j)];
      dense::cholesky_solve(state.a, row);
    }
    for (std::size_t j = 0; j < columns; ++j) {
      for (std::size_t i = 0; i < rows; ++i) state.column[i] = state.layer[i * columns + j];
      dense::cholesky_solve(state.s, state.column);
      for (std::size_t i = 0; i < rows; ++i) state.layer[i * columns + j] = state.column[i];
    }
  }

  /// Factorizes `factor` + γ into `out`.
  bool damp(std::span<const Real> factor, std::size_t size, Vector& out) const {
    out.assign(factor.begin(), factor.end());
    for (std::size_t i = 0; i < size; ++i) out[i * size + i] += real(damping);
    return dense::cholesky(out, size);
  }
};

constexpr std::array rows{
    learning_rate_row<KFac>(),
    row<KFac>(
        &KFac::damping,
        {.id = "damping",
         .name = "Damping",
         .symbol = "γ",
         .domain = above(0),
         .slider = logarithmic(1e-6, 10),
         .doc = "Raising it shortens steps along directions with little curvature, which makes "
                "training more cautious. Lower values rely more on the estimated curvature."}),
    memory_row(&KFac::decay, "decay", "Decay of the factor averages", "ρ",
               "Higher values average the factors over more steps, which smooths them. Lower "
               "values follow the current batch more closely.")};

constexpr Need needed[] = {Need::gradient, Need::matrices, Need::factors};

constexpr std::array suits{
    Suit{Situation::many_parameters, "approximates the curvature of a layer by two small matrices"},
    Suit{Situation::much_data, "estimates curvature from batches instead of all samples"},
    Suit{Situation::fast_start, "divides gradients by an estimated curvature from the start"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry k_fac = optimizer_entry<KFac, rows>({
    .id = "k-fac",
    .needs = needed,
    .block_doubles = [](double rows,
                        double columns) { return rows * rows + (columns + 1) * (columns + 1); },
});

extern constinit const OptimizerDocs k_fac_docs = {
    .name = "K-FAC",
    .family = family::curvature,
    .summary =
        "Approximates the natural gradient layer by layer, with one matrix for a layer's "
        "inputs and one for its backpropagated gradients.",
    .guide =
        {.idea = "The Fisher information measures how strongly the network's predictions react to "
                 "each parameter, and its inverse rescales the gradient accordingly. Two small "
                 "matrices per layer make the inverse affordable.",
         .use = "Use it on networks with several layers when the full Hessian would be too large. "
                "It works with mini-batches too.",
         .pitfalls =
             "The factors are only an approximation, and with too little damping a step can be far "
             "too long. Raise the damping or lower the learning rate if the loss jumps."},
    .suits = suits,
    .formula =
        R"(\theta \leftarrow \theta - \eta\,(S+\gamma I)^{-1}\, G\, (A+\gamma I)^{-1} \qquad A \approx \mathbb{E}\,\bar a \bar a^{\mathsf T} \qquad S \approx \mathbb{E}\,\delta \delta^{\mathsf T})",
    .paper = {"Optimizing neural networks with Kronecker-factored approximate curvature",
              "J. Martens, R. Grosse", 2015, "https://arxiv.org/abs/1503.05671"},
    .notes =
        "Block-diagonal, without the paper's momentum, its rescaling by the exact Fisher, and "
        "its adaptive damping. Here the damping is constant and is added to both factors "
        "alike. The decay of 0.95 is the paper's, and a damping of 0.03 is the default of "
        "several PyTorch implementations. The backpropagated gradients are those of targets "
        "that the network itself predicts. They are drawn by random signs where the paper "
        "draws targets: the mean is the same, and with one output it is exact. Penalties "
        "enter the gradient alone. The factors are averaged and inverted at every step.",
    .cost = "2 gradients + 2 factorizations a layer",
    .memory = "squares of every layer's inputs + 1 and outputs",
    .checked_against = "NumPy transcription",
    .code = {.definition = R"py(class KFAC(Rule):
    def step(self, closure):
        if self.t == 0:
            self.stream, self.factors = Stream("optimizer", self.seed), {}
        self.t += 1
        layers = [x for x in self.network if isinstance(x, torch.nn.Linear)]
        inputs, outputs = self.watch(layers, closure)
        drawn = self.drawn_slopes(outputs[-1])
        deltas = torch.autograd.grad(outputs[-1], outputs, drawn)
        loss = closure()
        with torch.no_grad():
            for layer, x, delta in zip(layers, inputs, deltas):
                self.move(layer, x, delta)
        return loss

    @staticmethod
    def watch(layers, closure):
        """What each layer takes in and gives out."""
        seen = []

        def see(layer, inputs, outputs):
            seen.append((inputs[0], outputs))

        hooks = [layer.register_forward_hook(see) for layer in layers]
        closure(backward=False)
        for hook in hooks:
            hook.remove()
        return zip(*seen)

    def drawn_slopes(self, outputs):
        """Slopes of the loss for targets that the network predicts, drawn by random signs.

        The mean of their products is the loss's second derivative by the outputs.
        """
        z = torch.tensor([[float(self.stream.sign()) for _ in s] for s in outputs])
        if self.loss_name == "mean-squared-error":
            return (2 / outputs.shape[1]) ** 0.5 * z
        if outputs.shape[1] == 1:
            return (torch.sigmoid(outputs) * torch.sigmoid(-outputs)).sqrt() * z
        p = torch.softmax(outputs, 1)
        return p.sqrt() * z - p * (p.sqrt() * z).sum(1, keepdim=True)

    def move(self, layer, x, delta):
        """One step of a layer: (S + damping)^-1 G (A + damping)^-1 off its [W b]."""
        a = torch.cat([x, torch.ones(len(x), 1)], 1)
        drawn = a.T @ a / len(x), delta.T @ delta / len(x)
        keep = min(1 - 1 / self.t, self.decay)
        pairs = zip(self.factors.get(layer, drawn), drawn)
        A, S = self.factors[layer] = [keep * old + (1 - keep) * new for old, new in pairs]
        G = torch.cat([layer.weight.grad, layer.bias.grad[:, None]], 1)
        step = torch.linalg.solve(S + self.damping * torch.eye(len(S)), G)
        step = torch.linalg.solve(A + self.damping * torch.eye(len(A)), step.T).T
        lr = self.param_groups[0]["lr"]
        layer.weight -= lr * step[:, :-1]
        layer.bias -= lr * step[:, -1]
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
