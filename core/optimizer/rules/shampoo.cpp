// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "numeric/dense.hpp"
#include "optimizer/rules/entries.hpp"
#include "optimizer/rules/sides.hpp"

namespace fall_line {
namespace {

/// Shampoo (Gupta, Koren & Singer 2018, 1802.09568, Algorithms 1 and 2): from L = R = ε I,
/// L ← L + G Gᵀ, R ← R + Gᵀ G, W ← W - η L^(-1/4) G R^(-1/4). A vector has one side, and the power
/// for a block with k sides is -1/(2k).
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

  /// A side of 1 has nothing to turn; a single number has both, whose powers make up that of one.
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
        w[block.offset + i] -= static_cast<Real>(step.learning_rate * state.step.values()[i]);
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
      // No eigenvalue is below ε but by rounding.
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
    row<Shampoo>(&Shampoo::epsilon, {.id = "epsilon",
                                     .name = "Epsilon",
                                     .symbol = "ε",
                                     .domain = above(0),
                                     .slider = logarithmic(1e-12, 1),
                                     .doc = "What every matrix starts with on its diagonal; "
                                            "large values damp the first steps. Takes effect at a "
                                            "restart."}),
    row<Shampoo>(&Shampoo::period, {.id = "period",
                                    .name = "Period",
                                    .domain = within(1, 1'000'000),
                                    .slider = linear(1, 100),
                                    .unit = "steps",
                                    .doc = "How often the roots of the matrices, the expensive "
                                           "part, are taken anew."})};

}  // namespace

constinit const OptimizerEntry optimizer_entries::shampoo = optimizer_entry<Shampoo, rows>({
    .id = "shampoo",
    .name = "Shampoo",
    .family = family::layers,
    .summary = "AdaGrad for matrices: learns which combinations of a layer's inputs, and of its "
               "outputs, have steep gradients, and shortens the step along them.",
    .formula =
        R"(L \leftarrow L + G G^{\mathsf T} \qquad R \leftarrow R + G^{\mathsf T} G \qquad \theta \leftarrow \theta - \eta\, L^{-1/4}\, G\, R^{-1/4})",
    .paper = {"Shampoo: preconditioned stochastic tensor optimization",
              "V. Gupta, T. Koren, Y. Singer", 2018, "https://arxiv.org/abs/1802.09568"},
    .notes =
        "As the paper, without momentum: sums that start with epsilon, and the power -1/2 where "
        "a block has one side only, as a bias vector and a point on a surface have. There it "
        "is AdaGrad with a full matrix. A side longer than 128 is left alone. Later versions "
        "average, borrow the step's size from Adam, and take roots less often.",
    .cost = "1 gradient, eigenvectors every period",
    .memory = "2 (rows² + columns²) a block",
    .checked_against = "NumPy transcription",
    .block_doubles =
        [](double rows, double columns) {
          return 2 * sides::elements(Shampoo::kept, rows, columns);
        },
});

}  // namespace fall_line
