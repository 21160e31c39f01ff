// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "numeric/kernels.hpp"
#include "numeric/real.hpp"

namespace fall_line {

class Layer;

/// The size of a layer. Counts are exact for layers that no memory holds, since such a wish has to
/// be refused.
struct LayerShape {
  std::uint64_t inputs, outputs;  ///< Numbers per sample.
  /// Of the matrix of weights. Each row has a bias. Where the weights of a layer are shared by many
  /// places of an image, the matrix is smaller than outputs × inputs.
  std::uint64_t rows, columns;
  std::uint64_t fan_out;  ///< Sums that one input enters. One sum takes `columns` inputs.
  std::unique_ptr<Layer> (*make)(const LayerShape& shape);
  bool normalized = false;  ///< Each row has a gain and a shift, too.

  constexpr std::uint64_t weights() const { return rows * columns; }
  constexpr std::uint64_t parameters() const { return weights() + rows * (normalized ? 3 : 1); }
};

/// Where the parameters of a layer are in memory.
struct LayerWeights {
  const Real* weights;  ///< Row-major, [row][column].
  const Real* biases;   ///< [row]; null: no biases.
};

/// A layer z = W x + b, linear in its inputs and in its parameters. What follows it, an activation
/// or the loss, is not its business. It has no state. Inputs x, sums z and the derivatives of the
/// loss, delta = dL/dz, are [unit][sample] with `stride` samples a row, padding included.
class Layer {
 public:
  virtual ~Layer() = default;

  /// z = W x + b
  virtual void forward(const LayerWeights& w, const Real* x, Real* z, std::size_t stride) const = 0;
  /// dL/dx = W^T delta
  virtual void backward(const Real* weights, const Real* delta, Real* delta_x,
                        std::size_t stride) const = 0;
  /// dL/dW and dL/db, over all samples of the row.
  virtual void gradient(const Real* delta, const Real* x, const kernels::OuterSums& g,
                        std::size_t stride) const = 0;

  /// What a chunk of samples leaves in a layer, for quantities that need samples one by one.
  struct Pass {
    const Real *delta, *x;
    std::size_t samples, stride;
  };
  /// Where the gradients of single samples go, `sample_stride` numbers apart.
  struct SampleRows {
    Real *weights, *biases;
    std::size_t sample_stride;
  };
  /// dL/dW and dL/db of each sample alone.
  virtual void sample_gradients(const Pass& pass, const SampleRows& rows) const = 0;
  /// Adds the squared norm of each sample's gradient to `norms`.
  virtual void add_squared_norms(const Pass& pass, std::span<double> norms) const = 0;
  /// Adds `share` times the second moments of what the columns of W see, the bias's 1 as the last,
  /// and of delta, [row][row] (Martens & Grosse 2015, eq. 1).
  virtual void add_factors(const Pass& pass, double share, Real* inputs, Real* deltas) const = 0;
};

}  // namespace fall_line
