// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace fall_line::dense {

/// A view of a matrix in memory, row-major unless the steps say otherwise. Swapping the steps gives
/// the transpose.
template <class T>
struct MatrixView {
  T* data;
  std::size_t rows, columns;
  std::size_t row_step = columns, column_step = 1;

  T& operator()(std::size_t i, std::size_t j) const { return data[i * row_step + j * column_step]; }
  MatrixView transposed() const { return {data, columns, rows, column_step, row_step}; }
};

/// out = keep out + take A B, summed in double in order of index. `out` overlaps neither.
template <class A, class B, class T>
void multiply(const MatrixView<A>& a, const MatrixView<B>& b, const MatrixView<T>& out,
              double keep = 0, double take = 1) {
  for (std::size_t i = 0; i < out.rows; ++i)
    for (std::size_t j = 0; j < out.columns; ++j) {
      double sum = 0;
      for (std::size_t k = 0; k < a.columns; ++k)
        sum += static_cast<double>(a(i, k)) * static_cast<double>(b(k, j));
      const double kept = keep == 0 ? 0 : keep * static_cast<double>(out(i, j));
      out(i, j) = static_cast<T>(kept + take * sum);
    }
}

}  // namespace fall_line::dense
