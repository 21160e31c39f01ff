// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2, u = max(u, v),
// w - eta m / (1 - beta1^t) / (sqrt(u / (1 - beta2^t)) + epsilon), with beta1 = 0.9, beta2 = 0.75,
// epsilon = 0.1. The second square is smaller than the first, so u stays at 4:
//   m = 0.4                v = u = 4              w = 1 - 0.1 * 4 / (sqrt(16) + 0.1)
//   m = 0.36 + 0.1 = 0.46  v = 3 + 1/4, u = 4     w - 0.01 * (0.46 / 0.19) / (sqrt(64/7) + 0.1)
TEST(AmsGrad, TakesTheStepsWorkedByHand) {
  expect_walk("amsgrad", {{"beta1", 0.9}, {"beta2", 0.75}, {"epsilon", 0.1}}, {{4, 0.1}, {1, 0.01}},
              {0.9024390243902439, 0.8946884708862324});
}

}  // namespace
}  // namespace fall_line
