// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "support/landscape.hpp"

namespace fall_line {
namespace {

constexpr double tolerance = wide ? 1e-11 : 1e-5;

// Two dimensions take six members. The best three have weights ln 3.5 - ln i, scaled to sum to 1.
TEST(CmaEs, MovesToTheWeightedMeanOfTheBetterHalf) {
  Landscape slope(2, [](std::span<const Real> w) { return static_cast<double>(w[0]); });
  Walker walker("cma-es", {{"sigma", 0.5}}, slope, {1, -2});
  Stream stream("optimizer", 1);
  std::vector<std::pair<double, double>> draws;
  for (int i = 0; i < 6; ++i) {
    const double z = stream.normal();
    draws.emplace_back(z, stream.normal());
  }
  std::sort(draws.begin(), draws.end());
  EXPECT_NEAR(walker.step().loss, 1 + 0.5 * draws[0].first, tolerance);
  EXPECT_EQ(slope.losses.size(), 6U);
  const double weights[] = {0.637042571241, 0.284570257438, 0.078387171321};
  double x = 1, y = -2;
  for (int i = 0; i < 3; ++i) {
    x += 0.5 * weights[i] * draws[static_cast<std::size_t>(i)].first;
    y += 0.5 * weights[i] * draws[static_cast<std::size_t>(i)].second;
  }
  EXPECT_NEAR(walker.w[0], x, tolerance);
  EXPECT_NEAR(walker.w[1], y, tolerance);
}

/// Its defining property: only the ranking of the losses matters.
TEST(CmaEs, DependsOnlyOnTheOrderOfTheLosses) {
  Landscape form(3, bowl), bent(3, [](std::span<const Real> w) { return std::sqrt(bowl(w)) - 7; });
  Walker one("cma-es", {}, form, {1, 2, 3}), other("cma-es", {}, bent, {1, 2, 3});
  for (int k = 0; k < 100; ++k) {
    one.step();
    other.step();
    ASSERT_EQ(one.w, other.w) << k;
  }
}

// The ellipsoid Σ 10^(6 k/9) w_k² in ten dimensions is a hard case in the tutorial: without
// adapting the covariance it would take far too long. The tutorial's own runs need some 6000
// evaluations.
TEST(CmaEs, LearnsTheShapeOfAnEllipsoid) {
  const auto ellipsoid = [](std::span<const Real> w) {
    double sum = 0;
    for (std::size_t k = 0; k < w.size(); ++k)
      sum += std::pow(10, 6 * static_cast<double>(k) / 9) * static_cast<double>(w[k]) * w[k];
    return sum;
  };
  Landscape form(10, ellipsoid);
  Walker walker("cma-es", {{"sigma", 1}}, form, Vector(10, 1));
  while (form.losses.size() < 8000 && !(ellipsoid(walker.w) < (wide ? 1e-10 : 1e-6))) walker.step();
  EXPECT_LT(form.losses.size(), 7000U);
  // C is close to a multiple of the inverse Hessian: smaller by 10^(6 k/9) along axis k.
  const std::vector<double> c = walker.state().vectors.at("covariance");
  EXPECT_NEAR(std::log10(c[0] / c[99]), 6, 1);
}

/// It increases the step size on a slope and decreases it around a minimum.
TEST(CmaEs, AdaptsItsStepSize) {
  Landscape slope(4, [](std::span<const Real> w) { return static_cast<double>(w[0]); });
  Walker downhill("cma-es", {}, slope, {0, 0, 0, 0});
  for (int k = 0; k < 100; ++k) downhill.step();
  EXPECT_GT(downhill.state().counters.at("stepSize"), 3e3);
  Landscape form(4, bowl);
  Walker home("cma-es", {}, form, {0, 0, 0, 0});
  for (int k = 0; k < 100; ++k) home.step();
  EXPECT_LT(home.state().counters.at("stepSize"), 1e-3);
}

// In 300 dimensions C changes so little that its root is updated only every second generation.
TEST(CmaEs, UpdatesTheRootOfCEverySecondGeneration) {
  const std::size_t n = 300;
  Landscape form(n, bowl);
  Walker walker("cma-es", {}, form, Vector(n, 1));
  const auto root = [&] { return walker.state().vectors.at("covarianceRoot"); };
  const std::vector<double> identity = root();
  walker.step();
  EXPECT_EQ(root(), identity);
  walker.step();
  EXPECT_NE(root(), identity);
  // C^½ C^½ = C
  const std::vector<double> c = walker.state().vectors.at("covariance"), r = root();
  for (std::size_t j = 0; j < n; j += 37)
    for (std::size_t k = 0; k < n; k += 41) {
      double sum = 0;
      for (std::size_t i = 0; i < n; ++i) sum += r[j * n + i] * r[i * n + k];
      EXPECT_NEAR(sum, c[j * n + k], tolerance);
    }
}

}  // namespace
}  // namespace fall_line
