// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// m = beta1 m + (1 - beta1) g, v = v - (1 - beta2) sign(v - g^2) g^2, w - eta m / (sqrt(v) +
// epsilon), with beta1 = 1/2, beta2 = 3/4, epsilon = 0.1:
//   m = 2      v = 0 + 16/4 = 4           w = 1 - 0.1 * 2 / 2.1
//   m = 1.5    v = 4 - 1/4, since 4 > 1   w - 0.01 * 1.5 / (sqrt(3.75) + 0.1)
TEST(Yogi, TakesTheStepsWorkedByHand) {
  expect_walk("yogi", {{"beta1", 0.5}, {"beta2", 0.75}, {"epsilon", 0.1}}, {{4, 0.1}, {1, 0.01}},
              {0.9047619047619048, 0.8973962964473177});
}

}  // namespace
}  // namespace fall_line
