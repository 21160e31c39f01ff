// SPDX-License-Identifier: MIT
#include "numeric/lanczos.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "numeric/dense.hpp"
#include "numeric/random.hpp"

namespace fall_line {
namespace {

/// The matrix with these numbers on its diagonal.
auto diagonal(const std::vector<double>& values) {
  return [values](std::span<const Real> v, std::span<Real> out) {
    for (std::size_t i = 0; i < v.size(); ++i) out[i] = static_cast<Real>(values[i] * v[i]);
  };
}

TEST(Lanczos, FindsBothEndsOfAKnownSpectrum) {
  // [2 1; 1 2] has the eigenvalues 1 and 3.
  const auto ends = spectrum_ends(2, [](std::span<const Real> v, std::span<Real> out) {
    out[0] = 2 * v[0] + v[1];
    out[1] = v[0] + 2 * v[1];
  });
  ASSERT_TRUE(ends);
  EXPECT_NEAR(ends->lowest, 1, 1e-5);
  EXPECT_NEAR(ends->highest, 3, 1e-5);
}

TEST(Lanczos, FindsANegativeEndThatIsLarger) {
  const auto ends = spectrum_ends(3, diagonal({-100, 0.5, 7}));
  ASSERT_TRUE(ends);
  EXPECT_NEAR(ends->lowest, -100, 1e-2);
  EXPECT_NEAR(ends->highest, 7, 1e-2);
}

TEST(Lanczos, NeedsFarFewerProductsThanColumns) {
  // A bulk between 0 and 1, as of a network, and one sharp direction.
  std::vector<double> values;
  Stream stream("values", 1);
  for (int i = 0; i < 2000; ++i) values.push_back(stream.uniform());
  values[700] = 30;
  int products = 0;
  const auto product = diagonal(values);
  const auto ends = spectrum_ends(values.size(), [&](auto v, auto out) {
    ++products;
    product(v, out);
  });
  ASSERT_TRUE(ends);
  EXPECT_NEAR(ends->highest, 30, 0.01);
  EXPECT_NEAR(ends->lowest, 0, 0.05) << "the end of a bulk is found more slowly";
  EXPECT_LT(products, 60);
}

TEST(Lanczos, AgreesWithTheEigenvaluesOfADenseMatrix) {
  for (const std::size_t n : {1, 2, 3, 10, 40}) {
    SCOPED_TRACE(n);
    Stream stream("matrix", n);
    Vector a(n * n);
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j <= i; ++j)
        a[i * n + j] = a[j * n + i] = static_cast<Real>(stream.normal());
    const auto ends =
        spectrum_ends(n, [&](auto v, auto out) { dense::multiply(a, v, out); }, {200, 1e-7});
    Vector q = a, values(n);
    ASSERT_TRUE(dense::symmetric_eigen(q, values));
    ASSERT_TRUE(ends);
    const double size = std::fmax(std::fabs(values.front()), std::fabs(values.back()));
    EXPECT_NEAR(ends->lowest, values.front(), 1e-3 * size);
    EXPECT_NEAR(ends->highest, values.back(), 1e-3 * size);
  }
}

TEST(Lanczos, StopsAtMatricesWithNothingToFind) {
  const auto zero = spectrum_ends(5, diagonal({0, 0, 0, 0, 0}));
  ASSERT_TRUE(zero);
  EXPECT_EQ(zero->highest, 0);
  const auto unit = spectrum_ends(5, diagonal({2, 2, 2, 2, 2}));
  ASSERT_TRUE(unit);
  EXPECT_NEAR(unit->lowest, 2, 1e-5);
  EXPECT_NEAR(unit->highest, 2, 1e-5);
  const double none = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(spectrum_ends(3, diagonal({1, none, 1})));
}

}  // namespace
}  // namespace fall_line
