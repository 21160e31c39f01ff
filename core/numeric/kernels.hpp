// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>

#include "numeric/real.hpp"

/// The loops where training spends most of its time, on 128-bit lanes. The order of summation
/// stated here fixes the bits of every result, whatever the tile sizes, the compiler or the
/// machine.
namespace fall_line::kernels {

/// Batches are padded to a multiple of this many samples, the same in both precisions.
inline constexpr std::size_t batch_multiple = 4;

constexpr std::size_t padded(std::size_t samples) {
  return (samples + batch_multiple - 1) / batch_multiple * batch_multiple;
}

/// A view of a weight matrix: element (r, k) at data[r * row_stride + k * column_stride].
struct MatrixView {
  const Real* data;
  std::size_t rows, columns, row_stride, column_stride;
};

/// Y[r][b] = bias[r] + sum_k M(r, k) X[k][b], k ascending; no bias when null.
/// X and Y are [unit][sample] with `batch` samples a row, a multiple of batch_multiple.
void multiply(const MatrixView& m, const Real* bias, const Real* x, Real* y, std::size_t batch);

/// Where an outer product goes.
struct OuterSums {
  Real* products;  ///< Row-major.
  Real* rows;      ///< The sums of the rows alone; null: not wanted.
  bool add;        ///< To what is there; else to zero.
};

/// G[r][k] = sum_b D[r][b] X[k][b] and g[r] = sum_b D[r][b]: lane l adds samples l, l + lanes, ...
/// in order, then the lanes add up pairwise.
void outer_product(const Real* d, std::size_t rows, const Real* x, std::size_t columns,
                   const OuterSums& g, std::size_t batch);

/// Sum of squares in double, over eight interleaved partial sums.
double sum_of_squares(std::span<const Real> v);

/// Whether every element is finite.
bool all_finite(std::span<const Real> v);

}  // namespace fall_line::kernels
