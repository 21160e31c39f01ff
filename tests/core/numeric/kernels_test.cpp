// SPDX-License-Identifier: MIT
#include "numeric/kernels.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <vector>

#include "numeric/random.hpp"

/// The kernels equal, to the last bit, plain loops that add in the order kernels.hpp states.
namespace fall_line::kernels {
namespace {

constexpr std::size_t width = 16 / sizeof(Real);
constexpr std::array<std::size_t, 5> batches{4, 8, 12, 20, 128};

Vector numbers(std::size_t count, std::uint64_t seed) {
  Stream stream("numbers", seed);
  Vector values(count);
  for (Real& x : values) x = static_cast<Real>(stream.normal());
  return values;
}

template <class Test>
void for_shapes(Test test) {
  for (std::size_t rows = 1; rows <= 9; ++rows)
    for (std::size_t columns = 1; columns <= 9; ++columns)
      for (const std::size_t batch : batches) {
        SCOPED_TRACE(testing::Message() << rows << " x " << columns << ", batch " << batch);
        test(rows, columns, batch);
      }
}

Vector naive_product(const MatrixView& m, const Real* bias, const Vector& x, std::size_t batch) {
  Vector y(m.rows * batch);
  for (std::size_t r = 0; r < m.rows; ++r)
    for (std::size_t b = 0; b < batch; ++b) {
      Real sum = bias == nullptr ? 0 : bias[r];
      for (std::size_t k = 0; k < m.columns; ++k)
        sum += m.data[r * m.row_stride + k * m.column_stride] * x[k * batch + b];
      y[r * batch + b] = sum;
    }
  return y;
}

TEST(Multiply, AddsUpOverColumnsInOrder) {
  for_shapes([](std::size_t rows, std::size_t columns, std::size_t batch) {
    const Vector weights = numbers(rows * columns, 1), bias = numbers(rows, 2);
    const Vector x = numbers(columns * batch, 3);
    const MatrixView m{weights.data(), rows, columns, columns, 1};
    Vector y(rows * batch, 42);
    multiply(m, bias.data(), x.data(), y.data(), batch);
    EXPECT_EQ(y, naive_product(m, bias.data(), x, batch));
    multiply(m, nullptr, x.data(), y.data(), batch);
    EXPECT_EQ(y, naive_product(m, nullptr, x, batch));
  });
}

TEST(Multiply, ReadsTransposedMatrices) {
  for_shapes([](std::size_t rows, std::size_t columns, std::size_t batch) {
    const Vector weights = numbers(rows * columns, 1), x = numbers(columns * batch, 2);
    const MatrixView m{weights.data(), rows, columns, 1, rows};
    Vector y(rows * batch, 42);
    multiply(m, nullptr, x.data(), y.data(), batch);
    EXPECT_EQ(y, naive_product(m, nullptr, x, batch));
  });
}

TEST(Multiply, WritesNothingBeyondItsResult) {
  for_shapes([](std::size_t rows, std::size_t columns, std::size_t batch) {
    const Vector weights = numbers(rows * columns, 1), x = numbers(columns * batch, 2);
    Vector y(rows * batch + 8, 42);
    multiply({weights.data(), rows, columns, columns, 1}, nullptr, x.data(), y.data(), batch);
    for (std::size_t i = rows * batch; i < y.size(); ++i) EXPECT_EQ(y[i], 42);
  });
}

/// The sum of `term(b)` over the batch, added up in lanes.
template <class Term>
Real lane_sum(std::size_t batch, Term term) {
  std::array<Real, width> lane{};
  for (std::size_t b = 0; b < batch; ++b) lane[b % width] += term(b);
  if constexpr (width == 4) {
    return (lane[0] + lane[2]) + (lane[1] + lane[3]);
  } else {
    return lane[0] + lane[1];
  }
}

TEST(OuterProduct, AddsLanesInOrder) {
  for_shapes([](std::size_t rows, std::size_t columns, std::size_t batch) {
    const Vector d = numbers(rows * batch, 1), x = numbers(columns * batch, 2);
    Vector products(rows * columns), row_sums(rows);
    for (std::size_t r = 0; r < rows; ++r) {
      row_sums[r] = lane_sum(batch, [&](std::size_t b) { return d[r * batch + b]; });
      for (std::size_t k = 0; k < columns; ++k)
        products[r * columns + k] =
            lane_sum(batch, [&](std::size_t b) { return d[r * batch + b] * x[k * batch + b]; });
    }
    // A few numbers more than needed, to check that they are not written.
    const Vector before = numbers(rows * columns + 5, 3), rows_before = numbers(rows + 5, 4);
    for (const bool add : {false, true}) {
      Vector g = before, g_rows = rows_before, expected = before, expected_rows = rows_before;
      for (std::size_t i = 0; i < products.size(); ++i)
        expected[i] = (add ? before[i] : 0) + products[i];
      for (std::size_t r = 0; r < rows; ++r)
        expected_rows[r] = (add ? rows_before[r] : 0) + row_sums[r];
      outer_product(d.data(), rows, x.data(), columns, {g.data(), g_rows.data(), add}, batch);
      EXPECT_EQ(g, expected);
      EXPECT_EQ(g_rows, expected_rows);
      g = before;
      outer_product(d.data(), rows, x.data(), columns, {g.data(), nullptr, add}, batch);
      EXPECT_EQ(g, expected);
    }
  });
}

TEST(SumOfSquares, AddsEightInterleavedSumsInDouble) {
  for (std::size_t count = 0; count <= 40; ++count) {
    const Vector v = numbers(count, 1);
    std::array<double, 8> partial{};
    // The rest after groups of eight goes to the first two sums in turn, and the last one of an odd
    // rest to the third.
    const std::size_t rest = count % 8, whole = count - rest;
    for (std::size_t i = 0; i < count; ++i) {
      const bool last = i + 1 == count && rest % 2 == 1;
      const std::size_t to = i < whole ? i % 8 : last ? 2 : (i - whole) % 2;
      partial[to] += static_cast<double>(v[i]) * static_cast<double>(v[i]);
    }
    const auto pair = [&](std::size_t i) {
      return (partial[i] + partial[i + 2]) + (partial[i + 4] + partial[i + 6]);
    };
    EXPECT_EQ(sum_of_squares(v), pair(0) + pair(1)) << count;
  }
}

TEST(SumOfSquares, OverflowsLaterThanReal) {
  const Vector v(3, sizeof(Real) == 4 ? static_cast<Real>(1e30) : static_cast<Real>(1e150));
  EXPECT_NEAR(sum_of_squares(v), sizeof(Real) == 4 ? 3e60 : 3e300,
              sizeof(Real) == 4 ? 1e54 : 1e290);
}

TEST(AllFinite, FindsANonFiniteNumberAnywhere) {
  constexpr Real largest = std::numeric_limits<Real>::max();
  constexpr Real bad[] = {std::numeric_limits<Real>::infinity(),
                          -std::numeric_limits<Real>::infinity(),
                          std::numeric_limits<Real>::quiet_NaN()};
  EXPECT_TRUE(all_finite({}));
  for (std::size_t count = 1; count <= 19; ++count) {
    Vector v(count, largest);
    v[0] = -largest;
    EXPECT_TRUE(all_finite(v));
    for (std::size_t i = 0; i < count; ++i)
      for (const Real x : bad) {
        const Real good = v[i];
        v[i] = x;
        EXPECT_FALSE(all_finite(v)) << x << " at " << i << " of " << count;
        v[i] = good;
      }
  }
}

TEST(Padded, RoundsUpToWholeVectorsInBothPrecisions) {
  EXPECT_EQ(padded(1), 4u);
  EXPECT_EQ(padded(4), 4u);
  EXPECT_EQ(padded(5), 8u);
  EXPECT_EQ(padded(127), 128u);
  EXPECT_EQ(padded(128), 128u);
  EXPECT_EQ(batch_multiple % width, 0u);
}

}  // namespace
}  // namespace fall_line::kernels
