// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "numeric/random.hpp"
#include "numeric/real.hpp"

namespace fall_line {

/// Samples whose loss or gradient was computed, by kind; a gradient brings its loss along. Product
/// with the Hessian count 2 in samples().
struct Work {
  std::uint64_t loss = 0, gradient = 0, hessian_product = 0;

  std::uint64_t samples() const { return loss + gradient + 2 * hessian_product; }
};

/// Where a matrix of parameters stands among all: rows x columns, row-major, from `offset` on. For
/// rules that treat layers or matrices as wholes.
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

/// Samples that a rule chose for itself, one perhaps more than once, and what each counts.
struct Draw {
  std::span<const std::uint32_t> samples;  ///< Of the training set, from 0.
  std::span<const double> weights;
  /// Filled in: ‖weight ∇ℓ‖² of each, where ℓ is its loss without penalties.
  std::span<double> squared_norms;
};

/// What an optimizer sees of a problem: a function of n parameters, known through its values and
/// derivatives on the current mini-batch. Every call is counted. What an objective does not offer
/// it answers by NaN.
class Objective {
 public:
  virtual ~Objective() = default;

  /// n
  virtual std::size_t size() const = 0;
  /// All parameters, in order: of each layer the weight matrix, then the biases, which are a
  /// column; a surface is one column of two.
  virtual std::span<const ParameterBlock> blocks() const = 0;
  /// Loss on the current batch at w, penalties included; writes its gradient to g. On the way of
  /// every step spans go by reference: WebAssembly would copy them in memory, reading at once what
  /// was just written in halves, for which the processor waits.
  virtual double gradient(const std::span<const Real>& w, const std::span<Real>& g) = 0;
  /// The loss alone.
  virtual double loss(std::span<const Real> w);
  /// H(w) v, exact.
  virtual void hessian_product(std::span<const Real> w, std::span<const Real> v,
                               std::span<Real> out);
  /// H(w), n × n, column by column from n products.
  void hessian(std::span<const Real> w, std::span<Real> h);
  /// How many r there are, with loss = |r|² / 2; 0: the loss is no sum of squares.
  virtual std::size_t residual_count() const { return 0; }
  /// Writes r, and unless it is empty J, row-major [residual][n]; returns the loss. So the gradient
  /// is J^T r.
  virtual double residuals(std::span<const Real> w, std::span<Real> r, std::span<Real> jacobian);
  /// Of how many samples the loss is the mean, penalties aside; 0: of none.
  virtual std::size_t samples() const { return 0; }
  /// How many of them the current batch holds.
  virtual std::size_t batch_size() const { return samples(); }
  /// The loss over all samples, penalties included; writes its gradient.
  virtual double full_gradient(std::span<const Real> w, std::span<Real> g);
  /// The sum of weight ℓ over a draw in place of the batch, plus penalties; writes its gradient.
  virtual double weighted_gradient(std::span<const Real> w, const Draw& draw, std::span<Real> g);
  /// Kronecker factors of the Fisher information, layer by layer: A = mean of ā āᵀ over the batch,
  /// ā the layer's inputs and a 1 for its biases; then S = mean of δ δᵀ, δ the slopes by its
  /// outputs of -log p(target), with targets as the network believes them, not as they are. A ⊗ S
  /// stands for the Hessian by the layer's weights. The expectation over targets is drawn by random
  /// signs; with one output it is exact.
  virtual void kronecker_factors(std::span<const Real> w, Stream& random, std::span<Real> factors);
};

}  // namespace fall_line
