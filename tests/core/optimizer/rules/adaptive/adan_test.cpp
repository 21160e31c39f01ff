// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// With beta1 = beta2 = 1/2, beta3 = 3/4, epsilon = 0.1, lambda = 1. The first difference is 0:
//   m^ = 4    d = 0    n^ = 16     w = (1 - 0.1 * 4 / 4.1) / 1.1
// then d = 2 - 4 = -2:
//   m^ = (1 + 1) / 0.75    v^ = -1 / 0.75    n = 3 + (2 - 1)^2 / 4, n^ = 3.25 / 0.4375
//   w = (w - 0.01 * (m^ + v^ / 2) / (sqrt(n^) + 0.1)) / 1.01, and m^ + v^ / 2 = 2
TEST(Adan, TakesTheStepsWorkedByHand) {
  expect_walk(
      "adan",
      {{"beta1", 0.5}, {"beta2", 0.5}, {"beta3", 0.75}, {"epsilon", 0.1}, {"weightDecay", 1}},
      {{4, 0.1}, {2, 0.01}}, {0.8203991130820398, 0.8052681401235774});
}

}  // namespace
}  // namespace fall_line
