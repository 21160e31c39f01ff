// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "numeric/matrix.hpp"
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// Muon (Jordan+ 2024): B ← μ B + g, G = g + μ B, O = G / ‖G‖ after five Newton-Schulz steps
/// X ← a X + (b A + c A²) X, A = X Xᵀ, which bring its singular values near 1;
/// θ ← θ - η λ θ - η √max(1, rows / columns) O. What is not a matrix goes by AdamW.
struct Muon {
  double learning_rate = 0.01, momentum = 0.95, weight_decay = 0;

  /// AdamW's m holds B for matrices, and its v is for vectors alone.
  struct State : Moments {
    Vector x, gram, polynomial, product;  ///< Of the matrix at hand.

    template <class Visitor>
    void visit(Visitor& visit) {
      visit("velocity", m);
      visit("v", v);
      visit("beta1Power", bias1.power);
      visit("beta2Power", bias2.power);
    }
  };

  void update(State& state, std::span<Real> w, std::span<const Real> g,
              std::span<const ParameterBlock> blocks, const StepContext& step) const {
    const Real keep = real(1 - step.learning_rate * weight_decay);
    for (Real& x : w) x *= keep;
    state.advance(beta1, beta2);
    for (const ParameterBlock& block : blocks) {
      if (block.rows > 1 && block.columns > 1) {
        update_matrix(state, w, g, block, step.learning_rate);
      } else {
        update_vector(state, w, g, block, step.learning_rate);
      }
    }
  }

 private:
  static constexpr double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;

  void update_matrix(State& state, std::span<Real> w, std::span<const Real> g,
                     const ParameterBlock& block, double rate) const {
    const std::size_t n = block.size();
    const Real mu = real(momentum);
    state.x.resize(n);
    double squares = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const Real gi = g[block.offset + i];
      Real& b = state.m[block.offset + i];
      b = mu * b + gi;
      const Real x = state.x[i] = gi + mu * b;
      squares += static_cast<double>(x) * static_cast<double>(x);
    }
    if (squares == 0) return;
    const double norm = std::sqrt(squares);
    for (Real& x : state.x) x = real(x / norm);
    orthogonalize(state, block.rows, block.columns);
    const double shape = static_cast<double>(block.rows) / static_cast<double>(block.columns);
    const Real eta = real(rate * std::sqrt(std::max(1.0, shape)));
    for (std::size_t i = 0; i < n; ++i) w[block.offset + i] -= eta * state.x[i];
  }

  /// Five steps on state.x, from its shorter side, where A is smaller.
  static void orthogonalize(State& state, std::size_t rows, std::size_t columns) {
    constexpr double a = 3.4445, b = -4.775, c = 2.0315;
    const std::size_t k = std::min(rows, columns);
    state.gram.resize(k * k);
    state.polynomial.resize(k * k);
    state.product.resize(rows * columns);
    const auto wide = [&](Vector& values) {
      const dense::MatrixView<Real> matrix{values.data(), rows, columns};
      return rows > columns ? matrix.transposed() : matrix;
    };
    const dense::MatrixView<Real> gram{state.gram.data(), k, k};
    const dense::MatrixView<Real> polynomial{state.polynomial.data(), k, k};
    for (int i = 0; i < 5; ++i) {
      const auto x = wide(state.x), product = wide(state.product);
      dense::multiply(x, x.transposed(), gram);
      state.polynomial = state.gram;
      dense::multiply(gram, gram, polynomial, b, c);
      state.product = state.x;
      dense::multiply(polynomial, x, product, a);
      std::swap(state.x, state.product);
    }
  }

  static void update_vector(State& state, std::span<Real> w, std::span<const Real> g,
                            const ParameterBlock& block, double rate) {
    const Average first(beta1), second(beta2);
    const CorrectedRoot root(state.bias2, epsilon);
    const Real eta = real(state.bias1.correct(rate));
    Vector &m = state.m, &v = state.v;
    for (std::size_t i = block.offset; i < block.offset + block.size(); ++i) {
      m[i] = first.mix(m[i], g[i]);
      v[i] = second.mix(v[i], g[i] * g[i]);
      w[i] -= eta * (m[i] / root(v[i]));
    }
  }
};

constexpr std::array rows{
    learning_rate_row<Muon>(
        "Raising it lengthens the step of every weight matrix in all directions alike. It is also "
        "the learning rate of AdamW, which trains the biases."),
    memory_row(&Muon::momentum, "momentum", "Momentum", "μ",
               "Higher values keep more of the previous steps, which smooths the path and speeds "
               "it up. Lower values follow the current gradient more closely."),
    weight_decay_row<Muon>()};

constexpr std::array state{
    StateDocs{"velocity", "B", "velocity, the decaying sum of past gradients"}};

constexpr std::array suits{
    Suit{Situation::many_parameters, "treats each weight matrix as a whole"},
    Suit{Situation::costly_gradients, "makes use of weak directions of a gradient too"},
    Suit{Situation::fast_start, "moves equally far in all directions of a weight matrix"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry muon = optimizer_entry<Muon, rows>({
    .id = "muon",
    .needs = gradient_and_matrices,
    .vectors = [](const Values&) { return 2.0; },
});

extern constinit const OptimizerDocs muon_docs = {
    .name = "Muon",
    .family = family::layers,
    .summary =
        "Replaces the momentum step of each weight matrix by a nearly orthogonal matrix, "
        "which moves about equally far in all directions.",
    .guide =
        {.idea = "A few directions can dominate the update of a weight matrix, while the others "
                 "barely move. Making the update orthogonal raises the weak directions to about "
                 "the same strength as the strong ones.",
         .use = "Use it on networks with hidden layers, where most weights form matrices. It was "
                "designed for the hidden layers of image and language models.",
         .pitfalls =
             "The step keeps its length even where the gradient is small, so near a minimum the "
             "loss can keep fluctuating. A decaying learning-rate schedule lets it settle."},
    .suits = suits,
    .formula =
        R"(B \leftarrow \mu B + g \qquad O = \operatorname{NewtonSchulz}_5\!\left(\frac{g+\mu B}{\lVert g+\mu B\rVert}\right) \qquad \theta \leftarrow \theta - \eta\left(\sqrt{\max(1, \tfrac{\text{rows}}{\text{columns}})}\; O + \lambda\theta\right))",
    .paper = {"Muon: an optimizer for hidden layers in neural networks",
              "K. Jordan, Y. Jin, V. Boza, J. You, F. Cesista, L. Newhouse, J. Bernstein", 2024,
              "https://kellerjordan.github.io/posts/muon/"},
    .notes =
        "Follows the author's code, with its momentum and coefficients, but runs "
        "Newton-Schulz in the engine's precision instead of bfloat16. Its five steps bring "
        "the singular values near 1, not exactly to 1. Biases, and weights with one input or "
        "one output, are trained by AdamW with Adam's defaults and the same learning rate. A "
        "surface has no weight matrices, so AdamW alone would be left, and the optimizer is "
        "not offered there. Other implementations also train the first and last layer with "
        "AdamW, or scale the step to the size of Adam's. The author's learning rate is 0.02.",
    .memory = "2n",
    .checked_against = "NumPy transcription",
    .state = state,
    .code = {.keras = {.differs = "Keras' Muon fits the length of a step to the longer side of its "
                                  "matrix instead of to the ratio of both sides."},
             .rule = R"py(class Muon(Rule):
    def update(self, p, g, lr, state):
        p = (1 - lr * self.decay) * p
        if len(p.shape) > 1 and min(p.shape) > 1:
            b = state["b"] = self.momentum * state.get("b", 0) + g
            longer = max(1, p.shape[self.outputs] / p.shape[self.inputs]) ** 0.5
            return p - lr * longer * self.orthogonal(g + self.momentum * b)
        # Adam for all that is no matrix.
        m = state["m"] = 0.9 * state.get("m", 0) + (1 - 0.9) * g
        v = state["v"] = 0.999 * state.get("v", 0) + (1 - 0.999) * g**2
        m_hat, v_hat = m / (1 - 0.9**self.t), v / (1 - 0.999**self.t)
        return p - lr * m_hat / (torch.sqrt(v_hat) + 1e-8)

    @staticmethod
    def orthogonal(x):
        """Five Newton-Schulz steps, which bring all singular values near 1."""
        norm = float(torch.sqrt(torch.sum(x**2)))
        if norm == 0:
            return x
        x = x / norm
        for _ in range(5):
            gram = x @ torch.swapaxes(x, 0, 1)
            x = 3.4445 * x + (-4.7750 * gram + 2.0315 * gram @ gram) @ x
        return x
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
