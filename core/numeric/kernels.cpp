// SPDX-License-Identifier: MIT
#include "numeric/kernels.hpp"

#include <algorithm>
#include <array>

#include "numeric/lanes.hpp"

namespace fall_line::kernels {
namespace {

/// Columns of a matrix that are multiplied at a time: the samples that they meet stay in the cache.
constexpr std::size_t column_block = 256;

/// One tile of multiply: `Rows` rows by `Vectors` vectors of samples, held in registers, over the
/// columns from `first` up to `last`.
template <std::size_t Rows, std::size_t Vectors>
void multiply_tile(const MatrixView& m, const Real* bias, std::size_t row, const Real* x, Real* y,
                   std::size_t batch, std::size_t first, std::size_t last) {
  Lanes acc[Rows][Vectors];
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t v = 0; v < Vectors; ++v)
      acc[r][v] = first > 0 ? load(y + (row + r) * batch + v * lanes)
                            : splat(bias == nullptr ? Real{0} : bias[row + r]);
  const Real* weights = m.data + row * m.row_stride;
  for (std::size_t k = first; k < last; ++k) {
    Lanes xs[Vectors];
    for (std::size_t v = 0; v < Vectors; ++v) xs[v] = load(x + k * batch + v * lanes);
    for (std::size_t r = 0; r < Rows; ++r) {
      const Lanes w = splat(weights[r * m.row_stride + k * m.column_stride]);
      for (std::size_t v = 0; v < Vectors; ++v) acc[r][v] += w * xs[v];
    }
  }
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t v = 0; v < Vectors; ++v) store(acc[r][v], y + (row + r) * batch + v * lanes);
}

/// All rows for `Vectors` vectors of samples.
template <std::size_t Rows, std::size_t Vectors>
void multiply_columns(const MatrixView& m, const Real* bias, const Real* x, Real* y,
                      std::size_t batch) {
  std::size_t first = 0;
  do {
    const std::size_t last = std::min(first + column_block, m.columns);
    std::size_t row = 0;
    for (; row + Rows <= m.rows; row += Rows)
      multiply_tile<Rows, Vectors>(m, bias, row, x, y, batch, first, last);
    for (; row < m.rows; ++row) multiply_tile<1, Vectors>(m, bias, row, x, y, batch, first, last);
    first = last;
  } while (first < m.columns);
}

/// One tile of the outer product: `Rows` by `Columns` dot products over the batch.
template <std::size_t Rows, std::size_t Columns>
void outer_tile(const Real* d, const Real* x, Real* g, std::size_t columns, std::size_t batch) {
  Lanes acc[Rows][Columns];
  for (auto& line : acc)
    for (Lanes& a : line) a = Lanes{};
  for (std::size_t b = 0; b < batch; b += lanes) {
    Lanes xs[Columns];
    for (std::size_t c = 0; c < Columns; ++c) xs[c] = load(x + c * batch + b);
    for (std::size_t r = 0; r < Rows; ++r) {
      const Lanes dr = load(d + r * batch + b);
      for (std::size_t c = 0; c < Columns; ++c) acc[r][c] += dr * xs[c];
    }
  }
  for (std::size_t r = 0; r < Rows; ++r) {
    Real* line = g + r * columns;
    if constexpr (Columns % lanes == 0) {
      for (std::size_t c = 0; c < Columns; c += lanes)
        store(load(line + c) + sums(&acc[r][c]), line + c);
    } else {
      for (std::size_t c = 0; c < Columns; ++c) line[c] += sum(acc[r][c]);
    }
  }
}

template <std::size_t Rows>
void outer_rows(const Real* d, const Real* x, std::size_t columns, Real* g, std::size_t batch) {
  std::size_t c = 0;
  for (; c + 4 <= columns; c += 4) outer_tile<Rows, 4>(d, x + c * batch, g + c, columns, batch);
  for (; c < columns; ++c) outer_tile<Rows, 1>(d, x + c * batch, g + c, columns, batch);
}

}  // namespace

void multiply(const MatrixView& m, const Real* bias, const Real* x, Real* y, std::size_t batch) {
  std::size_t b = 0;
  for (; b + 4 * lanes <= batch; b += 4 * lanes)
    multiply_columns<2, 4>(m, bias, x + b, y + b, batch);
  for (; b + 3 * lanes <= batch; b += 3 * lanes)
    multiply_columns<2, 3>(m, bias, x + b, y + b, batch);
  for (; b + 2 * lanes <= batch; b += 2 * lanes)
    multiply_columns<4, 2>(m, bias, x + b, y + b, batch);
  for (; b < batch; b += lanes) multiply_columns<4, 1>(m, bias, x + b, y + b, batch);
}

void add_outer_product(const Real* d, std::size_t rows, const Real* x, std::size_t columns, Real* g,
                       std::size_t batch) {
  std::size_t r = 0;
  for (; r + 2 <= rows; r += 2) outer_rows<2>(d + r * batch, x, columns, g + r * columns, batch);
  for (; r < rows; ++r) outer_rows<1>(d + r * batch, x, columns, g + r * columns, batch);
}

void add_row_sums(const Real* d, std::size_t rows, Real* g, std::size_t batch) {
  for (std::size_t r = 0; r < rows; ++r) {
    Lanes acc{};
    for (std::size_t b = 0; b < batch; b += lanes) acc += load(d + r * batch + b);
    g[r] += sum(acc);
  }
}

double sum_of_squares(std::span<const Real> v) {
  using Pair = double __attribute__((vector_size(16)));
  Pair first{}, second{};
  const auto add = [](Pair& sum, const Real* p) {
    const Pair x{p[0], p[1]};
    sum += x * x;
  };
  std::size_t i = 0;
  for (; i + 4 <= v.size(); i += 4) {
    add(first, &v[i]);
    add(second, &v[i + 2]);
  }
  std::array<double, 4> partial{first[0], first[1], second[0], second[1]};
  for (std::size_t k = 0; i < v.size(); ++i, ++k) partial[k] += static_cast<double>(v[i]) * v[i];
  return (partial[0] + partial[2]) + (partial[1] + partial[3]);
}

bool all_finite(std::span<const Real> v) {
  // x - x is 0 for finite x and NaN otherwise; NaN survives the sum.
  std::array<Lanes, 4> sums{};
  std::size_t i = 0;
  for (; i + 4 * lanes <= v.size(); i += 4 * lanes)
    for (std::size_t k = 0; k < 4; ++k) {
      const Lanes x = load(&v[i + k * lanes]);
      sums[k] += x - x;
    }
  for (; i < v.size(); i += lanes) {
    const Lanes x = load(&v[i], v.size() - i);
    sums[0] += x - x;
  }
  return sum((sums[0] + sums[1]) + (sums[2] + sums[3])) == 0;
}

}  // namespace fall_line::kernels
