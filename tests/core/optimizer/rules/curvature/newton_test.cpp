// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/second_order.hpp"

namespace fall_line {
namespace {

using Newton = Float64Rule;

constexpr double damped = 0, saddle_free = 1, none = 0;
constexpr double tolerance = 1e-12;

TEST_F(Newton, SolvesAQuadraticInOneStep) {
  for (const double variant : {damped, saddle_free}) {
    Form form({4, 1, 0, 1, 3, 1, 0, 1, 2}, 3);
    Walker walker("newton", {{"variant", variant}, {"damping", 1e-14}}, form, {1, -2, 3});
    EXPECT_EQ(walker.step().rate, 1);
    for (const Real x : walker.w) EXPECT_NEAR(x, 0, tolerance);
    EXPECT_EQ(form.products, 3);
    EXPECT_EQ(form.gradients, 2);
  }
}

// Along an eigenvector with eigenvalue λ, a step of rate η leads to w (1 - η λ/(λ + δ)). With δ = 1
// and η = 1/2 on (x² + 4 y²)/2 that is 3/4 of x and 3/5 of y.
TEST_F(Newton, IsShortenedByItsDamping) {
  Form form({1, 0, 0, 4}, 2);
  const Named named{{"learningRate", 0.5}, {"damping", 1}, {"search", none}};
  Walker walker("newton", named, form, {4, 5});
  walker.step();
  EXPECT_NEAR(walker.w[0], 3, tolerance);
  EXPECT_NEAR(walker.w[1], 3, tolerance);
  EXPECT_EQ(form.gradients, 1);
}

// On (x² - y²)/2 with δ = 1/2 the damped step goes to x/3 and y - y/(1 - 1/2) = -y, around the
// saddle. The saddle-free step goes to x/3 too, but to y + y/(3/2), away from the saddle.
TEST_F(Newton, IsAttractedOrRepelledByASaddle) {
  Form saddle({1, 0, 0, -1}, 2);
  const auto step = [&](double variant) {
    Walker walker("newton", {{"variant", variant}, {"damping", 0.5}, {"search", none}}, saddle,
                  {3, 3});
    walker.step();
    return walker.w;
  };
  EXPECT_NEAR(step(damped)[0], 1, tolerance);
  EXPECT_NEAR(step(damped)[1], -3, tolerance);
  EXPECT_NEAR(step(saddle_free)[0], 1, tolerance);
  EXPECT_NEAR(step(saddle_free)[1], 5, tolerance);
}

/// The damped step points uphill here, so the line search fails.
TEST_F(Newton, FallsBackToASmallGradientStep) {
  Form hill({-1, 0, 0, -2}, 2);
  Walker walker("newton", {{"variant", damped}}, hill, {1, 1});
  EXPECT_TRUE(walker.step().search_failed);
  EXPECT_GT(walker.w[0], 1);
}

}  // namespace
}  // namespace fall_line
