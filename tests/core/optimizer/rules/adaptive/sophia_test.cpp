// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/second_order.hpp"

namespace fall_line {
namespace {

constexpr double tolerance = wide ? 1e-12 : 1e-6;

// On w² from 1, where D = 2, with β1 = 0.75, β2 = 0.5, γ = 1/2, k = 2:
//   g = 2    m = 0.5               h = 1  m/(γh) = 1, just within the clip   w = 1 - 0.1 = 0.9
//   g = 1.8  m = 0.375 + 0.45      h = 1  1.65, clipped                      w = 0.8
//   g = 1.6  m = 0.61875 + 0.4     h = 0.5 + 1 = 1.5  m/0.75, clipped        w = 0.7
// then with a rate of 0.1 and γ = 1:
//   g = 1.4  m = 0.7640625 + 0.35  h = 1.5  1.1140625/1.5                    w = 0.7 -
//   0.1·0.742708..
TEST(Sophia, TakesTheStepsWorkedByHand) {
  Form parabola({2}, 1);
  const Named named{
      {"learningRate", 0.1}, {"beta1", 0.75}, {"beta2", 0.5}, {"gamma", 0.5}, {"period", 2}};
  Walker walker("sophia", named, parabola, {1});
  const double h[] = {1, 1, 1.5, 1.5};
  for (int k = 0; k < 3; ++k) {
    walker.step();
    EXPECT_NEAR(walker.w[0], 0.9 - 0.1 * k, tolerance);
    EXPECT_EQ(walker.state().vectors.at("h")[0], h[k]);
  }
  Named milder = named;
  milder[3].value = 1;
  walker.configure(milder);
  walker.step();
  EXPECT_NEAR(walker.w[0], 0.7 - 0.1 * 1.1140625 / 1.5, tolerance);
  EXPECT_EQ(parabola.gradients, 4);
  EXPECT_EQ(parabola.products, 2);
}

/// With negative curvature the step divides by ε, so it is clipped to the rate, down the gradient.
TEST(Sophia, StepsByTheSignWhereTheCurvatureIsNegative) {
  Form hill({-1, 0, 0, -1}, 2);
  Walker walker("sophia", {{"learningRate", 0.1}}, hill, {0.5, -0.25});
  walker.step();
  EXPECT_NEAR(walker.w[0], 0.6, tolerance);
  EXPECT_NEAR(walker.w[1], -0.35, tolerance);
}

}  // namespace
}  // namespace fall_line
