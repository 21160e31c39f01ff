// SPDX-License-Identifier: MIT
#include <cmath>

#include "numeric/dense.hpp"
#include "optimizer/rule.hpp"
#include "optimizer/rules/layers/sides.hpp"

namespace fall_line {
namespace {

/// SOAP (Vyas+ 2024, 2409.11321, Algorithm 3): Adam on G' = Qᴸᵀ G Qᴿ, in the eigenbases of L and R,
/// which average G Gᵀ and Gᵀ G. Every `period` steps the bases are taken anew; the average of
/// gradients turns with them, that of squares does not. Vectors go by Adam.
struct Soap {
  double learning_rate = 0.01, beta1 = 0.95, beta2 = 0.95, epsilon = 1e-8;
  int period = 10;

  struct State : Moments {
    std::vector<double> averages, bases;  ///< L and R of each matrix; Qᴸᵀ and Qᴿᵀ.
    double steps = 0;
    sides::Product turned;
    std::vector<double> vectors, values;  ///< Of the matrix whose basis is being taken.

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("m", m);
      visit("v", v);
      visit("averages", averages);
      visit("bases", bases);
      visit("steps", steps);
      visit("beta1Power", bias1.power);
      visit("beta2Power", bias2.power);
    }
  };

  static constexpr bool kept(double length, double other) {
    return length > 1 && other > 1 && length <= sides::longest;
  }

  void prepare(State& state, const Outline& outline) const {
    state.averages = state.bases = sides::matrices(kept, outline.blocks);
  }

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              std::span<const ParameterBlock> blocks, const StepContext& step) const {
    state.steps += 1;
    state.advance(beta1, beta2);
    const Average of_gradients(beta1);
    for (std::size_t i = 0; i < w.size(); ++i) state.m[i] = of_gradients.mix(state.m[i], g[i]);
    const bool first = state.steps == 1;
    const bool due = static_cast<long long>(state.steps) % period == 0;
    std::size_t at = 0;
    for (const ParameterBlock& block : blocks) {
      const sides::Sides all(kept, block, at);
      at = all.end_offset();
      // The first step uses the axes of its own gradient.
      if (first) follow(state, g, block, all, true);
      move(state, w, g, block, all, step.learning_rate);
      if (!first) follow(state, g, block, all, due);
    }
  }

 private:
  /// One step of Adam, turned.
  void move(State& state, std::span<Real> w, std::span<const Real> g, const ParameterBlock& block,
            const sides::Sides& all, double rate) const {
    sides::Product& turned = state.turned;
    const auto into_axes = [&](std::span<const Real> values) {
      turned.load(values, block);
      for (const sides::Side& side : all) turned.multiply(side, side.matrix(state.bases));
    };
    const std::span<Real> v = std::span(state.v).subspan(block.offset, block.size());
    const Average of_squares(beta2);
    into_axes(g);
    for (std::size_t i = 0; i < v.size(); ++i) {
      const Real gi = real(turned.values()[i]);
      v[i] = of_squares.mix(v[i], gi * gi);
    }
    into_axes(state.m);
    const double start = state.bias1.weight(), root = std::sqrt(state.bias2.weight());
    for (std::size_t i = 0; i < v.size(); ++i) {
      double& m = turned.values()[i];
      m = m / start / (std::sqrt(static_cast<double>(v[i])) / root + epsilon);
    }
    for (const sides::Side& side : all)
      turned.multiply(side, side.matrix(state.bases).transposed());
    for (std::size_t i = 0; i < v.size(); ++i)
      w[block.offset + i] -= real(rate * turned.values()[i]);
  }

  /// Averages G Gᵀ and Gᵀ G, and takes new bases when they are due.
  void follow(State& state, std::span<const Real> g, const ParameterBlock& block,
              const sides::Sides& all, bool due) const {
    const dense::MatrixView<const Real> gradient{g.data() + block.offset, block.rows,
                                                 block.columns};
    for (const sides::Side& side : all) {
      const auto from_side = side.view(gradient);
      const auto average = side.matrix(state.averages);
      dense::multiply(from_side, from_side.transposed(), average, beta2, 1 - beta2);
      if (!due) continue;
      const std::size_t count = side.length * side.length;
      state.vectors.assign(average.data, average.data + count);
      state.values.resize(side.length);
      // Values that are not finite have no eigenvectors. The basis stays, and the run ends as
      // diverged.
      if (dense::symmetric_eigen(state.vectors, state.values))
        std::copy_n(state.vectors.data(), count, side.matrix(state.bases).data);
    }
  }
};

constexpr std::array rows{
    learning_rate_row<Soap>(),
    memory_row(&Soap::beta1, "beta1", "Beta 1 (decay of the gradient average)", "β₁",
               "Higher values average the gradient over more steps, which smooths it. Lower values "
               "react faster to changes."),
    memory_row(&Soap::beta2, "beta2", "Beta 2 (decay of the squared-gradient average)", "β₂",
               "Higher values average the squared gradients and the matrices over more steps, "
               "which steadies them. Lower values react faster to changes."),
    epsilon_row<Soap>(),
    row<Soap>(&Soap::period, {.id = "period",
                              .name = "Update period of the axes",
                              .domain = within(1, 1'000'000),
                              .slider = linear(1, 100),
                              .unit = "steps",
                              .doc = "Raising it recomputes the axes less often, which makes steps "
                                     "cheaper. The axes then lag further behind the gradients."})};

constexpr std::array suits{
    Suit{Situation::much_data, "learns from many batches how the weights are correlated"},
    Suit{Situation::costly_gradients,
         "turns each gradient towards directions that past gradients have shown"},
    Suit{Situation::low_loss_at_end, "keeps adapting its step sizes along every direction"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry soap = optimizer_entry<Soap, rows>({
    .id = "soap",
    .needs = gradient_and_matrices,
    .vectors = [](const Values&) { return 1.0; },
    .block_doubles = [](double rows,
                        double columns) { return 2 * sides::elements(Soap::kept, rows, columns); },
});

extern constinit const OptimizerDocs soap_docs = {
    .name = "SOAP",
    .family = family::layers,
    .summary =
        "Runs Adam along rotated axes that Shampoo's matrices provide, so its step sizes "
        "adapt to directions instead of single weights.",
    .guide = {.idea = "Adam adapts a separate step size to each parameter, which cannot fit "
                      "directions that combine several parameters. SOAP rotates the gradient to "
                      "the main axes of past gradients and runs Adam there.",
              .use = "Use it on networks with correlated weights, where step sizes for single "
                     "weights fit poorly. Compare it with Adam to see the effect of the rotation.",
              .pitfalls =
                  "Recomputing the axes is costly, and between updates they are out of date. "
                  "Shorten the update period for fresher axes, or lengthen it to save time."},
    .suits = suits,
    .formula =
        R"(L \leftarrow \beta_2 L + (1-\beta_2) G G^{\mathsf T} = Q_L\Lambda Q_L^{\mathsf T} \qquad R \leftarrow \beta_2 R + (1-\beta_2) G^{\mathsf T} G = Q_R\Lambda Q_R^{\mathsf T} \qquad \theta \leftarrow \theta - \eta\, Q_L \operatorname{Adam}\!\left(Q_L^{\mathsf T} G\, Q_R\right) Q_R^{\mathsf T})",
    .paper = {"SOAP: improving and stabilizing Shampoo using Adam",
              "N. Vyas, D. Morwani, R. Zhao, M. Kwun, I. Shapira, D. Brandfonbrener, L. Janson, "
              "S. Kakade",
              2024, "https://arxiv.org/abs/2409.11321"},
    .notes =
        "Follows Algorithm 3 of the paper, with its betas. It computes exact eigenvectors, "
        "where the authors' code follows them by one step of power iteration. Epsilon is "
        "added after the bias correction, as in Adam. The first step uses the axes of the "
        "first gradient, where the authors' code skips that update. The path is not uniquely "
        "determined where L or R is rank deficient. Equal eigenvalues leave their axes "
        "arbitrary, so two correct implementations can differ there. Biases, and weights with "
        "one input or one output, are trained by Adam. A surface has no weight matrices, so "
        "Adam alone would be left, and the optimizer is not offered there. A side longer than "
        "128 is not rotated. The authors' learning rate is 0.003.",
    .cost = "1 gradient, eigenvectors every period",
    .memory = "2n + 2 (rows² + columns²) a matrix",
    .checked_against = "NumPy transcription",
    .code = {.rule = R"py(class SOAP(Rule):
    longest = 128  # Longer sides of a matrix are left alone.

    def update(self, p, g, lr, state):
        is_matrix = len(p.shape) > 1 and min(p.shape) > 1
        sides = [side for side in (0, 1) if is_matrix and p.shape[side] <= self.longest]
        m = state["m"] = self.beta1 * state.get("m", 0) + (1 - self.beta1) * g
        if self.t == 1:
            # The first step uses the axes of its own gradient.
            self.follow(g, state, sides, True)
        turned = self.turn(g, state, sides)
        v = state["v"] = self.beta2 * state.get("v", 0) + (1 - self.beta2) * turned**2
        m_hat = self.turn(m, state, sides) / (1 - self.beta1**self.t)
        v_hat = v / (1 - self.beta2**self.t)
        step = m_hat / (torch.sqrt(v_hat) + self.epsilon)
        step = self.turn(step, state, sides, back=True)
        if self.t > 1:
            self.follow(g, state, sides, self.t % self.period == 0)
        return p - lr * step

    def follow(self, g, state, sides, is_due):
        """Averages the products of a gradient with itself, and takes their axes."""
        turned = torch.swapaxes(g, 0, -1)
        for side in sides:
            product = turned @ g if side else g @ turned
            average = state["average", side] = (
                self.beta2 * state.get(("average", side), 0) + (1 - self.beta2) * product
            )
            if is_due:
                state["axes", side] = torch.linalg.eigh(average)[1]

    def turn(self, x, state, sides, back=False):
        """Into the axes, or back."""
        for side in sides:
            axes = state["axes", side]
            if back != (side == 0):
                axes = torch.swapaxes(axes, 0, 1)
            x = x @ axes if side else axes @ x
        return x
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
