// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/second_order.hpp"

namespace fall_line {
namespace {

using Bfgs = Float64Rule;
using LBfgs = Float64Rule;

const Vector a{4, 1, 0, 1, 3, 1, 0, 1, 2};
// Here the gradient and its products with A span the whole space. Otherwise fewer steps would do.
const Vector start{1, 2, 3};

// On a quadratic of n parameters, n steps with exact searches reach the minimum, and B is then the
// inverse Hessian (Nocedal & Wright, theorem 6.4). A⁻¹ = [5 -2 1; -2 8 -4; 1 -4 11] / 18.
TEST_F(Bfgs, LearnsTheInverseHessianOfAQuadratic) {
  Form form(a, 3);
  Walker walker("bfgs", {{"c2", 1e-9}}, form, start);
  for (int k = 0; k < 3; ++k) EXPECT_TRUE(walker.step().converged.empty());
  const double close = 1e-9;
  for (const Real x : walker.w) EXPECT_NEAR(x, 0, close);
  const double inverse[] = {5, -2, 1, -2, 8, -4, 1, -4, 11};
  const std::vector<double> learned = walker.state().vectors.at("inverseHessian");
  for (std::size_t i = 0; i < 9; ++i) EXPECT_NEAR(learned[i], inverse[i] / 18, 10 * close);
}

// On (x² + 4 y²)/2 from (3/5, 1/5), g = (3/5, 4/5) has length 1, so the first trial is w - g =
// (0, -3/5), g = (0, -12/5), φ' = -g₀ᵀg = 48/25 > 0.9, too far. The cubic model is the parabola
// itself: η = g₀ᵀg₀/g₀ᵀAg₀ = 1/(73/25) = 25/73, s = -25/73 (3/5, 4/5) = -(15, 20)/73, y = A s =
// -(15, 80)/73. yᵀs = 1825/73², yᵀy = 6625/73², so B = (73/265) I before the update. After it
// B y = s: B = (I - s yᵀ/yᵀs) (73/265) (I - y sᵀ/yᵀs) + s sᵀ/yᵀs.
TEST_F(Bfgs, TakesTheFirstStepWorkedByHand) {
  Form form({1, 0, 0, 4}, 2);
  Walker walker("bfgs", {{"c2", 1e-6}}, form, {0.6, 0.2});
  EXPECT_NEAR(walker.step().rate, 25.0 / 73, 1e-6);
  EXPECT_EQ(form.gradients, 3);
  EXPECT_NEAR(walker.w[0], 0.6 - 15.0 / 73, 1e-6);
  EXPECT_NEAR(walker.w[1], 0.2 - 20.0 / 73, 1e-6);
  const std::vector<double> b = walker.state().vectors.at("inverseHessian");
  const double s[] = {-15.0 / 73, -20.0 / 73}, y[] = {-15.0 / 73, -80.0 / 73};
  const double sy = s[0] * y[0] + s[1] * y[1], gamma = 73.0 / 265;
  double p[2][2];
  for (int i = 0; i < 2; ++i)
    for (int j = 0; j < 2; ++j) p[i][j] = (i == j ? 1 : 0) - s[i] * y[j] / sy;
  for (int i = 0; i < 2; ++i)
    for (int j = 0; j < 2; ++j)
      EXPECT_NEAR(b[static_cast<std::size_t>(2 * i + j)],
                  gamma * (p[i][0] * p[j][0] + p[i][1] * p[j][1]) + s[i] * s[j] / sy, 1e-5);
}

// After one step both methods know a single pair and scale by it.
TEST_F(LBfgs, TakesTheFirstTwoStepsOfBfgs) {
  Form one(a, 3), other(a, 3);
  Walker full("bfgs", {}, one, start), limited("l-bfgs", {}, other, start);
  for (int k = 0; k < 2; ++k) {
    full.step();
    limited.step();
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(full.w[i], limited.w[i], 1e-14);
  }
}

TEST_F(LBfgs, MinimizesAQuadraticInNExactSteps) {
  Form form(a, 3);
  Walker walker("l-bfgs", {{"c2", 1e-9}, {"memory", 3}}, form, start);
  for (int k = 0; k < 3; ++k) walker.step();
  for (const Real x : walker.w) EXPECT_NEAR(x, 0, 1e-9);
}

/// The ring buffer overwrites the oldest pairs.
TEST_F(LBfgs, ForgetsPairsOlderThanItsMemory) {
  Vector chain(100, 0), far(10, 1);
  for (std::size_t i = 0; i < 10; ++i) {
    chain[11 * i] = static_cast<Real>(2 + i);
    if (i > 0) chain[11 * i - 1] = chain[11 * i - 10] = -1;
  }
  Form form(chain, 10);
  Walker walker("l-bfgs", {{"memory", 2}}, form, far);
  for (int k = 0; k < 60; ++k) walker.step();
  EXPECT_GT(walker.state().counters.at("pairs"), 2);
  EXPECT_EQ(walker.state().vectors.at("steps").size(), 20U);
  for (const Real x : walker.w) EXPECT_NEAR(x, 0, 1e-9);
}

}  // namespace
}  // namespace fall_line
