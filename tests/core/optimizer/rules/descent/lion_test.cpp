// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// c = beta1 m + (1 - beta1) g, w - eta (sign(c) + lambda w), m = beta2 m + (1 - beta2) g, with
// beta1 = 0.9, beta2 = 0.5, lambda = 0.1:
//   c = 0.4                  w = 1 - 0.1 * (1 + 0.1) = 0.89                 m = 2
//   c = 1.8 - 0.2 = 1.6      w = 0.89 - 0.01 * (1 + 0.089) = 0.87911        m = 1 - 1 = 0
//   c = -0.3                 w = 0.87911 - 0.01 * (-1 + 0.087911) = 0.88823089
TEST(Lion, TakesTheStepsWorkedByHand) {
  expect_walk("lion", {{"beta1", 0.9}, {"beta2", 0.5}, {"weightDecay", 0.1}},
              {{4, 0.1}, {-2, 0.01}, {-3, 0.01}}, {0.89, 0.87911, 0.88823089});
}

}  // namespace
}  // namespace fall_line
