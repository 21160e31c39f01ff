// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// m = beta1 m + (1 - beta1) g, u = max(beta2 u, |g| + epsilon), w - eta / (1 - beta1^t) m / u, with
// beta1 = 0.9, beta2 = 0.5, epsilon = 0.1:
//   m = 0.4                  u = 4.1                     w = 1 - 0.1 * 4 / 4.1
//   m = 0.36 - 0.1 = 0.26    u = max(2.05, 1.1) = 2.05   w - 0.01 / 0.19 * 0.26 / 2.05
TEST(AdaMax, TakesTheStepsWorkedByHand) {
  expect_walk("adamax", {{"beta1", 0.9}, {"beta2", 0.5}, {"epsilon", 0.1}}, {{4, 0.1}, {-1, 0.01}},
              {0.9024390243902439, 0.8957637997432606});
}

}  // namespace
}  // namespace fall_line
