// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// s = alpha s + (1 - alpha) g^2, a = alpha a + (1 - alpha) g,
// b = mu b + g / (sqrt(s - a^2) + epsilon), w - eta b, with alpha = 3/4, mu = 1/4, epsilon = 0.1:
//   s = 16 / 4 = 4     a = 1                 b = 4 / (sqrt(3) + 0.1)
//   w = 1 - 0.1 b = 0.7816654438034947
//   s = 3 + 4/4 = 4    a = 3/4 - 1/2 = 1/4   b = b / 4 - 2 / (sqrt(63/16) + 0.1)
//   w = 0.7816654438034947 - 0.01 b = 0.7858025654914449
TEST(CenteredRmsProp, TakesTheStepsWorkedByHand) {
  expect_walk("rmsprop-centered", {{"alpha", 0.75}, {"momentum", 0.25}, {"epsilon", 0.1}},
              {{4, 0.1}, {-2, 0.01}}, {0.7816654438034947, 0.7858025654914449});
}

// Under a steady gradient of 1 with alpha = 1/2 the variance is 2^-t (1 - 2^-t). After 60 steps
// rounding makes it zero or negative. The step then divides by epsilon alone and gives no NaN.
TEST(CenteredRmsProp, SurvivesASteadyGradient) {
  const std::vector<double> path = walk("rmsprop-centered", {{"alpha", 0.5}, {"epsilon", 0.5}},
                                        std::vector<GivenStep>(60, {1, 0.1}));
  EXPECT_NEAR(path[59] - path[58], -0.1 / 0.5, 1e-6);
}

}  // namespace
}  // namespace fall_line
