// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "numeric/random.hpp"
#include "numeric/real.hpp"

namespace fall_line {

/// The number of samples evaluated, by kind. A gradient includes its loss and counts once. Products
/// with the Hessian count twice in samples().
struct Work {
  std::uint64_t loss = 0, gradient = 0, hessian_product = 0;

  std::uint64_t samples() const { return loss + gradient + 2 * hessian_product; }
};

/// The place of a matrix in the parameter vector: rows x columns, row-major, from `offset` on. For
/// rules that treat a layer or matrix as a whole.
struct ParameterBlock {
  std::size_t offset, rows, columns;

  std::size_t size() const { return rows * columns; }
};

/// The parameters in all blocks together.
constexpr std::size_t size_of(std::span<const ParameterBlock> blocks) {
  std::size_t n = 0;
  for (const ParameterBlock& block : blocks) n += block.size();
  return n;
}

/// What a rule may ask for beyond the size of the problem. The catalog says what each rule needs,
/// check() refuses a rule whose needs the problem can't meet.
enum class Need {
  gradient,
  value,
  hessian_product,
  hessian,
  residuals,
  matrices,
  factors,
  samples
};

/// Samples that a rule chose for itself, with their weights. A sample may occur more than once.
struct Draw {
  std::span<const std::uint32_t> samples;  ///< Of the training set, from 0.
  std::span<const double> weights;
  /// Filled in: ‖weight ∇ℓ‖² of each, where ℓ is its loss without penalties.
  std::span<double> squared_norms;
};

/// What an optimizer sees of a problem: a function of n parameters, with its values and derivatives
/// on the current mini-batch. Every call is counted. Calls that an objective does not support
/// return NaN.
class Objective {
 public:
  virtual ~Objective() = default;

  /// n
  virtual std::size_t size() const = 0;
  /// All parameters, in order: of each layer the weight matrix, then the biases, which are a
  /// column; a surface is one column of two.
  virtual std::span<const ParameterBlock> blocks() const = 0;
  /// Loss on the current batch at w, penalties included; writes its gradient to g. Spans are passed
  /// by reference, because WebAssembly passes a span by value through memory: it writes two halves
  /// and reads them at once as a whole, which stalls the processor.
  virtual double gradient(const std::span<const Real>& w, const std::span<Real>& g) = 0;
  /// The loss alone.
  virtual double loss(std::span<const Real> w);
  /// H(w) v, exact.
  virtual void hessian_product(std::span<const Real> w, std::span<const Real> v,
                               std::span<Real> out);
  /// H(w), n × n, column by column from n products.
  void hessian(std::span<const Real> w, std::span<Real> h);
  /// The number of residuals r, with loss = |r|² / 2. 0: the loss is not a sum of squares.
  virtual std::size_t residual_count() const { return 0; }
  /// Writes r and, unless J is empty, the Jacobian J, row-major [residual][n]. Returns the loss;
  /// its gradient is J^T r.
  virtual double residuals(std::span<const Real> w, std::span<Real> r, std::span<Real> jacobian);
  /// The number of samples in the training set. 0: the loss is not a mean over samples.
  virtual std::size_t samples() const { return 0; }
  /// How many of them the current batch holds.
  virtual std::size_t batch_size() const { return samples(); }
  /// The loss over all samples, penalties included; writes its gradient.
  virtual double full_gradient(std::span<const Real> w, std::span<Real> g);
  /// The sum of weight ℓ over a draw in place of the batch, plus penalties; writes its gradient.
  virtual double weighted_gradient(std::span<const Real> w, const Draw& draw, std::span<Real> g);
  /// Kronecker factors of the Fisher information, layer by layer: A = mean of ā āᵀ over the batch,
  /// ā the layer's inputs and a 1 for its biases; then S = mean of δ δᵀ, δ the derivative of
  /// -log p(target) by the layer's outputs, with targets drawn from the network's own predictions.
  /// A ⊗ S approximates the Hessian by the layer's weights. The mean over targets is estimated with
  /// random signs; with one output it is exact.
  virtual void kronecker_factors(std::span<const Real> w, Stream& random, std::span<Real> factors);
};

}  // namespace fall_line
