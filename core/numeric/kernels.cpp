// SPDX-License-Identifier: MIT
#include "numeric/kernels.hpp"

#include <algorithm>

#include "numeric/lanes.hpp"

namespace fall_line::kernels {
namespace {

/// Samples of a block of units that are worked on at a time: they stay in the nearest cache (16 kB
/// in float32) while the weights, far more of them, stream past once.
constexpr std::size_t block = 4096;

/// As many units, a multiple of the columns of a tile.
std::size_t units_of_a_block(std::size_t batch) {
  return std::max<std::size_t>(block / batch / 4 * 4, 4);
}

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
  const Real* weights = m.data + row * m.row_stride + first * m.column_stride;
  x += first * batch;
  for (std::size_t k = first; k < last; ++k) {
    Lanes xs[Vectors];
    for (std::size_t v = 0; v < Vectors; ++v) xs[v] = load(x + v * lanes);
    for (std::size_t r = 0; r < Rows; ++r) {
      const Lanes w = splat(weights[r * m.row_stride]);
      for (std::size_t v = 0; v < Vectors; ++v) acc[r][v] += w * xs[v];
    }
    weights += m.column_stride;
    x += batch;
  }
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t v = 0; v < Vectors; ++v) store(acc[r][v], y + (row + r) * batch + v * lanes);
}

/// `Rows` rows for all samples.
template <std::size_t Rows>
void multiply_rows(const MatrixView& m, const Real* bias, std::size_t row, const Real* x, Real* y,
                   std::size_t batch, std::size_t first, std::size_t last) {
  std::size_t b = 0;
  for (; b + 4 * lanes <= batch; b += 4 * lanes)
    multiply_tile<Rows, 4>(m, bias, row, x + b, y + b, batch, first, last);
  if (b + 3 * lanes == batch)
    return multiply_tile<Rows, 3>(m, bias, row, x + b, y + b, batch, first, last);
  if (b + 2 * lanes == batch)
    return multiply_tile<Rows, 2>(m, bias, row, x + b, y + b, batch, first, last);
  if (b < batch) multiply_tile<Rows, 1>(m, bias, row, x + b, y + b, batch, first, last);
}

/// One tile of the outer product: `Rows` by `Columns` dot products over the batch and, in the tile
/// that is the `Last` of its rows, their sums.
template <std::size_t Rows, std::size_t Columns, bool Last>
void outer_tile(const Real* d, const Real* x, const OuterSums& g, std::size_t columns,
                std::size_t batch) {
  constexpr std::size_t results = Last ? Columns + 1 : Columns;
  constexpr std::size_t vectors = (results + lanes - 1) / lanes;
  Lanes acc[Rows][vectors * lanes];
  for (auto& line : acc)
    for (Lanes& a : line) a = Lanes{};
  for (std::size_t b = 0; b < batch; b += lanes) {
    Lanes xs[Columns + 1];
    for (std::size_t c = 0; c < Columns; ++c) xs[c] = load(x + c * batch + b);
    for (std::size_t r = 0; r < Rows; ++r) {
      const Lanes dr = load(d + r * batch + b);
      for (std::size_t c = 0; c < Columns; ++c) acc[r][c] += dr * xs[c];
      if constexpr (Last) acc[r][Columns] += dr;
    }
  }
  for (std::size_t r = 0; r < Rows; ++r) {
    Real* line = g.products + r * columns;
    Lanes totals[vectors];
    for (std::size_t v = 0; v < vectors; ++v) totals[v] = sums(&acc[r][v * lanes]);
    if constexpr (!Last) {
      for (std::size_t v = 0; v < vectors; ++v)
        store((g.add ? load(line + v * lanes) : Lanes{}) + totals[v], line + v * lanes);
    } else {
      Real values[vectors * lanes];
      for (std::size_t v = 0; v < vectors; ++v) store(totals[v], values + v * lanes);
      for (std::size_t c = 0; c < Columns; ++c) line[c] = (g.add ? line[c] : Real{0}) + values[c];
      if (g.rows != nullptr) g.rows[r] = (g.add ? g.rows[r] : Real{0}) + values[Columns];
    }
  }
}

/// `Rows` rows of the outer product by `count` of its columns; those beyond a multiple of four are
/// the last of all.
template <std::size_t Rows>
void outer_rows(const Real* d, const Real* x, std::size_t count, bool last, OuterSums g,
                std::size_t columns, std::size_t batch) {
  for (; count >= 4; count -= 4) {
    outer_tile<Rows, 4, false>(d, x, g, columns, batch);
    x += 4 * batch;
    g.products += 4;
  }
  if (!last) return;
  if (count == 3) return outer_tile<Rows, 3, true>(d, x, g, columns, batch);
  if (count == 2) return outer_tile<Rows, 2, true>(d, x, g, columns, batch);
  if (count == 1) return outer_tile<Rows, 1, true>(d, x, g, columns, batch);
  if (g.rows != nullptr) outer_tile<Rows, 0, true>(d, x, g, columns, batch);
}

}  // namespace

void multiply(const MatrixView& m, const Real* bias, const Real* x, Real* y, std::size_t batch) {
  const std::size_t units = units_of_a_block(batch);
  std::size_t first = 0;
  do {
    const std::size_t last = std::min(first + units, m.columns);
    std::size_t row = 0;
    for (; row + 2 <= m.rows; row += 2) multiply_rows<2>(m, bias, row, x, y, batch, first, last);
    if (row < m.rows) multiply_rows<1>(m, bias, row, x, y, batch, first, last);
    first = last;
  } while (first < m.columns);
}

void outer_product(const Real* d, std::size_t rows, const Real* x, std::size_t columns,
                   const OuterSums& g, std::size_t batch) {
  const std::size_t units = units_of_a_block(batch);
  for (std::size_t c = 0; c < columns; c += units) {
    const std::size_t count = std::min(units, columns - c);
    const bool last = c + count == columns;
    const Real* inputs = x + c * batch;
    const auto from = [&](std::size_t r) {
      return OuterSums{.products = g.products + r * columns + c,
                       .rows = g.rows == nullptr ? nullptr : g.rows + r,
                       .add = g.add};
    };
    std::size_t r = 0;
    for (; r + 2 <= rows; r += 2)
      outer_rows<2>(d + r * batch, inputs, count, last, from(r), columns, batch);
    if (r < rows) outer_rows<1>(d + r * batch, inputs, count, last, from(r), columns, batch);
  }
}

double sum_of_squares(std::span<const Real> v) {
  using Pair = double __attribute__((vector_size(16)));
  Pair a{}, b{}, c{}, d{};
  const auto add = [](Pair& sum, const Real* p) {
    const Pair x{p[0], p[1]};
    sum += x * x;
  };
  std::size_t i = 0;
  for (; i + 8 <= v.size(); i += 8) {
    add(a, &v[i]);
    add(b, &v[i + 2]);
    add(c, &v[i + 4]);
    add(d, &v[i + 6]);
  }
  for (; i + 2 <= v.size(); i += 2) add(a, &v[i]);
  if (i < v.size()) b[0] += static_cast<double>(v[i]) * v[i];
  const Pair all = (a + b) + (c + d);
  return all[0] + all[1];
}

bool all_finite(std::span<const Real> v) {
  // x - x is 0 for finite x and NaN otherwise; NaN survives the sum.
  Lanes a{}, b{}, c{}, d{};
  const auto add = [](Lanes& sum, Lanes x) { sum += x - x; };
  std::size_t i = 0;
  for (; i + 4 * lanes <= v.size(); i += 4 * lanes) {
    add(a, load(&v[i]));
    add(b, load(&v[i + lanes]));
    add(c, load(&v[i + 2 * lanes]));
    add(d, load(&v[i + 3 * lanes]));
  }
  for (; i < v.size(); i += lanes) add(a, load(&v[i], v.size() - i));
  return sum((a + b) + (c + d)) == 0;
}

}  // namespace fall_line::kernels
