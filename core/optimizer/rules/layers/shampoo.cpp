// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "numeric/dense.hpp"
#include "optimizer/rule.hpp"
#include "optimizer/rules/layers/sides.hpp"

namespace fall_line {
namespace {

/// Shampoo (Gupta, Koren & Singer 2018, 1802.09568, Algorithms 1 and 2): from L = R = ε I,
/// L ← L + G Gᵀ, R ← R + Gᵀ G, W ← W - η L^(-1/4) G R^(-1/4). The power is -1/(2k) for a block with
/// k sides that have a matrix: a vector has one, and a long side has none.
struct Shampoo {
  double learning_rate = 1, epsilon = 1e-6;
  int period = 1;

  struct State {
    std::vector<double> sums, roots;  ///< L and R of each block, and their powers.
    double steps = 0;
    sides::Product step;
    std::vector<double> vectors, values;  ///< Of the matrix whose power is being taken.

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("sums", sums);
      visit("roots", roots);
      visit("steps", steps);
    }
  };

  /// A side of length 1 would only scale the step and gets no matrix. A single number keeps both:
  /// the product of their two powers -1/4 is the power -1/2 of one side.
  static constexpr bool kept(double length, double other) {
    return length <= sides::longest && (length > 1 || other == 1);
  }

  void prepare(State& state, const Outline& outline) const {
    state.sums = state.roots = sides::matrices(kept, outline.blocks);
    std::size_t at = 0;
    for (const ParameterBlock& block : outline.blocks) {
      const sides::Sides all(kept, block, at);
      for (const sides::Side& side : all)
        for (std::size_t i = 0; i < side.length; ++i) side.matrix(state.sums)(i, i) = epsilon;
      at = all.end_offset();
    }
  }

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              std::span<const ParameterBlock> blocks, const StepContext& step) const {
    const bool due = static_cast<long long>(state.steps) % period == 0;
    state.steps += 1;
    std::size_t at = 0;
    for (const ParameterBlock& block : blocks) {
      const dense::MatrixView<const Real> gradient{g.data() + block.offset, block.rows,
                                                   block.columns};
      const sides::Sides all(kept, block, at);
      at = all.end_offset();
      state.step.load(g, block);
      for (const sides::Side& side : all) {
        const auto from_side = side.view(gradient);
        dense::multiply(from_side, from_side.transposed(), side.matrix(state.sums), 1);
        if (due) take_root(state, side, all.count());
        state.step.multiply(side, side.matrix(state.roots));
      }
      for (std::size_t i = 0; i < block.size(); ++i)
        w[block.offset + i] -= real(step.learning_rate * state.step.values()[i]);
    }
  }

 private:
  /// The power -1/(2k) of the side's sum Q Λ Qᵀ, as F Fᵀ with F = Q Λ^(-1/(4k)).
  void take_root(State& state, const sides::Side& side, std::size_t k) const {
    const std::size_t n = side.length;
    const double* const sum = side.matrix(state.sums).data;
    state.vectors.assign(sum, sum + n * n);
    state.values.resize(n);
    if (!dense::symmetric_eigen(state.vectors, state.values))
      std::fill(state.values.begin(), state.values.end(), std::nan(""));
    for (std::size_t i = 0; i < n; ++i) {
      // Only rounding can bring an eigenvalue below ε.
      const double root = std::sqrt(std::sqrt(std::max(state.values[i], epsilon)));
      const double factor = 1 / (k == 2 ? std::sqrt(root) : root);
      for (std::size_t j = 0; j < n; ++j) state.vectors[i * n + j] *= factor;
    }
    const dense::MatrixView<double> rows{state.vectors.data(), n, n};
    dense::multiply(rows.transposed(), rows, side.matrix(state.roots));
  }
};

constexpr std::array rows{
    learning_rate_row<Shampoo>(),
    row<Shampoo>(&Shampoo::epsilon,
                 {.id = "epsilon",
                  .name = "Epsilon",
                  .symbol = "ε",
                  .domain = above(0),
                  .slider = logarithmic(1e-12, 1),
                  .doc = "Raising it shortens the first steps, because every matrix starts with "
                         "this value on its diagonal.",
                  .live = false}),
    row<Shampoo>(&Shampoo::period,
                 {.id = "period",
                  .name = "Update period of the matrix roots",
                  .domain = within(1, 1'000'000),
                  .slider = linear(1, 100),
                  .unit = "steps",
                  .doc = "Raising it recomputes the roots of the matrices less often, which makes "
                         "steps cheaper. The roots then lag further behind the gradients."})};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry shampoo = optimizer_entry<Shampoo, rows>({
    .id = "shampoo",
    .block_doubles =
        [](double rows, double columns) {
          return 2 * sides::elements(Shampoo::kept, rows, columns);
        },
});

extern constinit const OptimizerDocs shampoo_docs = {
    .name = "Shampoo",
    .family = family::layers,
    .summary =
        "Rescales the gradient of each weight matrix along combinations of inputs and of "
        "outputs, using accumulated products of past gradients.",
    .guide = {.idea = "AdaGrad shortens the step of each single parameter that has had large "
                      "gradients. Shampoo keeps one matrix for a layer's inputs and one for its "
                      "outputs, so it also shortens steps along combinations of parameters.",
              .use = "Use it when parameters are strongly correlated, so that one rate for each of "
                     "them is not enough. On a surface it is AdaGrad with a full matrix.",
              .pitfalls = "The accumulated sums only grow, so the steps become shorter and "
                          "shorter, as with AdaGrad. A higher learning rate helps, and a longer "
                          "update period makes steps cheaper."},
    .formula =
        R"(L \leftarrow L + G G^{\mathsf T} \qquad R \leftarrow R + G^{\mathsf T} G \qquad \theta \leftarrow \theta - \eta\, L^{-1/4}\, G\, R^{-1/4})",
    .paper = {"Shampoo: preconditioned stochastic tensor optimization",
              "V. Gupta, T. Koren, Y. Singer", 2018, "https://arxiv.org/abs/1802.09568"},
    .notes =
        "Follows the paper, without momentum. The sums start with epsilon on their diagonal. "
        "The power is -1/4 where both sides of a block have a matrix, and -1/2 where only one "
        "side has. Bias vectors, weights with one input or output, and points on a surface "
        "have one side. There the method is AdaGrad with a full matrix. A side longer than "
        "128 gets no matrix, so the power of the other side is -1/2. A block with two such "
        "sides moves along the plain gradient. Later versions use running averages, take the "
        "step's length from Adam, and compute the roots less often.",
    .cost = "1 gradient, eigenvectors every period",
    .memory = "2 (rows² + columns²) a block",
    .checked_against = "NumPy transcription",
    .code = {.rule = R"py(class Shampoo(Rule):
    longest = 128  # Longer sides of a matrix are left alone.

    def update(self, p, g, lr, state):
        # A bias is a matrix of one column.
        shape = tuple(p.shape)
        rows, columns = shape if len(shape) > 1 else (shape[0], 1)
        step = torch.reshape(g, (rows, columns))
        sides = [
            side
            for side, length, other in [(0, rows, columns), (1, columns, rows)]
            if length <= self.longest and (length > 1 or other == 1)
        ]
        gradient = step
        for side in sides:
            root = self.root(gradient, side, state, len(sides))
            step = step @ root if side else root @ step
        return p - lr * torch.reshape(step, shape)

    def root(self, g, side, state, sides):
        """The inverse root of the sum of the products of all gradients with themselves."""
        turned = torch.swapaxes(g, 0, 1)
        product = turned @ g if side else g @ turned
        start = self.epsilon * torch.eye(product.shape[0])
        total = state["sum", side] = state.get(("sum", side), start) + product
        if (self.t - 1) % self.period == 0:
            values, vectors = torch.linalg.eigh(total)
            powers = torch.clip(values, self.epsilon, math.inf) ** (-1 / (2 * sides))
            state["root", side] = vectors * powers @ torch.swapaxes(vectors, 0, 1)
        return state["root", side]
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
