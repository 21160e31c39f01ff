// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// s = alpha s + (1 - alpha) g^2, b = mu b + g / (sqrt(s) + epsilon), w - eta b, with alpha = 3/4,
// mu = 1/4 and epsilon = 0.1; the rate stands outside the momentum:
//   s = 16 / 4 = 4      b = 4 / 2.1 = 40/21           w = 1 - 4/21 = 0.8095238095238095
//   s = 3 + 4/4 = 4     b = 10/21 - 20/21 = -10/21    w = 17/21 + 0.1/21 = 0.8142857142857143
TEST(RmsProp, TakesTheStepsWorkedByHand) {
  expect_walk("rmsprop", {{"alpha", 0.75}, {"momentum", 0.25}, {"epsilon", 0.1}},
              {{4, 0.1}, {-2, 0.01}}, {0.8095238095238095, 0.8142857142857143});
}

// Without momentum and with the default epsilon of 1e-8:
//   w = 1 - 0.4 / (2 + 1e-8) = 0.800000001
//   w = 0.800000001 + 0.02 / (2 + 1e-8) = 0.81000000095
TEST(RmsProp, HasNoMomentumUnlessAsked) {
  expect_walk("rmsprop", {{"alpha", 0.75}}, {{4, 0.1}, {-2, 0.01}}, {0.800000001, 0.81000000095});
}

}  // namespace
}  // namespace fall_line
