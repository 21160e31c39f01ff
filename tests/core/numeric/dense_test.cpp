// SPDX-License-Identifier: MIT
#include "numeric/dense.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "numeric/random.hpp"

namespace fall_line {
namespace {

constexpr double tolerance = sizeof(Real) == 8 ? 1e-12 : 1e-4;

Vector symmetric(std::size_t n, std::uint64_t seed) {
  Stream stream("matrix", seed);
  Vector a(n * n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j <= i; ++j)
      a[i * n + j] = a[j * n + i] = static_cast<Real>(stream.normal());
  return a;
}

/// Checks that A q = value q for every eigenvector q, and that the eigenvectors are orthonormal.
void expect_eigen(const Vector& a, std::size_t n, double scale = 1) {
  Vector q = a, values(n), image(n);
  ASSERT_TRUE(dense::symmetric_eigen(q, values));
  const double close = tolerance * scale * std::sqrt(static_cast<double>(n));
  for (std::size_t i = 0; i < n; ++i) {
    const std::span<const Real> qi(q.data() + i * n, n);
    if (i > 0) {
      EXPECT_LE(values[i - 1], values[i]);
    }
    dense::multiply(a, qi, image);
    for (std::size_t k = 0; k < n; ++k) EXPECT_NEAR(image[k], values[i] * qi[k], close);
    for (std::size_t j = 0; j <= i; ++j)
      EXPECT_NEAR(dense::dot(qi, {q.data() + j * n, n}), i == j ? 1 : 0, tolerance);
  }
}

TEST(Dense, SolvesPositiveDefiniteSystems) {
  // [4 2; 2 5] x = [10, 13] has x = [3/2, 2], with L = [2 0; 1 2].
  Vector a{4, 2, 2, 5}, x{10, 13};
  ASSERT_TRUE(dense::cholesky(a, 2));
  EXPECT_EQ(a[0], 2);
  EXPECT_EQ(a[2], 1);
  EXPECT_EQ(a[3], 2);
  dense::cholesky_solve(a, x);
  EXPECT_EQ(x, (Vector{1.5, 2}));
}

TEST(Dense, SolvesLargerSystemsToRounding) {
  const std::size_t n = 30;
  const Vector m = symmetric(n, 1);
  Vector a(n * n, 0), x(n), b(n);
  for (std::size_t i = 0; i < n; ++i) {
    x[i] = static_cast<Real>(i) - 10;
    for (std::size_t j = 0; j < n; ++j)
      a[i * n + j] = static_cast<Real>(dense::dot({m.data() + i * n, n}, {m.data() + j * n, n}) +
                                       (i == j ? 1 : 0));
  }
  dense::multiply(a, x, b);
  ASSERT_TRUE(dense::cholesky(a, n));
  dense::cholesky_solve(a, b);
  for (std::size_t i = 0; i < n; ++i) EXPECT_NEAR(b[i], x[i], 100 * tolerance);
}

TEST(Dense, RefusesMatricesThatAreNotPositiveDefinite) {
  Vector indefinite{1, 2, 2, 1}, singular{1, 1, 1, 1};
  Vector broken{1, 0, 0, std::numeric_limits<Real>::quiet_NaN()};
  EXPECT_FALSE(dense::cholesky(indefinite, 2));
  EXPECT_FALSE(dense::cholesky(singular, 2));
  EXPECT_FALSE(dense::cholesky(broken, 2));
}

TEST(Dense, FindsKnownEigenvalues) {
  // [2 1; 1 2] has the eigenvalues 1 along (1, -1) and 3 along (1, 1).
  Vector a{2, 1, 1, 2}, values(2);
  ASSERT_TRUE(dense::symmetric_eigen(a, values));
  EXPECT_NEAR(values[0], 1, tolerance);
  EXPECT_NEAR(values[1], 3, tolerance);
  EXPECT_NEAR(a[0] * a[1], -0.5, tolerance);
  EXPECT_NEAR(a[2] * a[3], 0.5, tolerance);
  // The matrix of second differences of n points has the eigenvalues 2 - 2 cos(pi k / (n + 1)).
  const std::size_t n = 12;
  Vector chain(n * n, 0), all(n);
  for (std::size_t i = 0; i < n; ++i) {
    chain[i * n + i] = 2;
    if (i > 0) chain[i * n + i - 1] = chain[(i - 1) * n + i] = -1;
  }
  ASSERT_TRUE(dense::symmetric_eigen(chain, all));
  for (std::size_t k = 1; k <= n; ++k)
    EXPECT_NEAR(all[k - 1], 2 - 2 * std::cos(std::acos(-1.0) * static_cast<double>(k) / 13),
                tolerance);
}

TEST(Dense, DecomposesEverySize) {
  for (const std::size_t n : {1, 2, 3, 4, 7, 20, 61}) {
    SCOPED_TRACE(n);
    expect_eigen(symmetric(n, n), n, 10);
  }
}

TEST(Dense, DecomposesDegenerateTinyAndHugeMatrices) {
  const std::size_t n = 5;
  expect_eigen(Vector(n * n, 0), n);
  expect_eigen(Vector(n * n, 1), n);
  Vector unit(n * n, 0), tiny = symmetric(n, 3), huge = tiny;
  for (std::size_t i = 0; i < n; ++i) unit[i * n + i] = 1;
  expect_eigen(unit, n);
  for (Real& x : tiny) x *= static_cast<Real>(1e-30);
  for (Real& x : huge) x *= static_cast<Real>(1e30);
  expect_eigen(tiny, n, 1e-29);
  expect_eigen(huge, n, 1e31);
}

TEST(Dense, RefusesNonFiniteMatrices) {
  Vector a{1, std::numeric_limits<Real>::infinity(), std::numeric_limits<Real>::infinity(), 1};
  Vector values(2);
  EXPECT_FALSE(dense::symmetric_eigen(a, values));
}

}  // namespace
}  // namespace fall_line
