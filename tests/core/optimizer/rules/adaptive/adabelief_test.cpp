// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// m = beta1 m + (1 - beta1) g, s = beta2 s + (1 - beta2) (g - m)^2 + epsilon,
// w - eta m / (1 - beta1^t) / (sqrt(s / (1 - beta2^t)) + epsilon), with beta1 = 1/2, beta2 = 3/4,
// epsilon = 0.1. The second gradient equals the new m:
//   m = 2    s = 4/4 + 0.1 = 1.1             w = 1 - 0.1 * 4 / (sqrt(4.4) + 0.1)
//   m = 2    s = 0.825 + 0 + 0.1 = 0.925     w - 0.01 * (2 / 0.75) / (sqrt(0.925 / 0.4375) + 0.1)
TEST(AdaBelief, TakesTheStepsWorkedByHand) {
  expect_walk("adabelief", {{"beta1", 0.5}, {"beta2", 0.75}, {"epsilon", 0.1}},
              {{4, 0.1}, {2, 0.01}}, {0.8179847201512253, 0.8008253474062611});
}

}  // namespace
}  // namespace fall_line
