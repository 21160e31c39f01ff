// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// v = beta2 v + (1 - beta2) g^2, eta_t = eta sqrt(1 - beta2^t), y between z and x,
// z - eta_t (g / (sqrt(v) + epsilon) + lambda y), c = eta_t^2 / sum, x + c (z - x), with
// beta1 = 1/2, beta2 = 3/4, epsilon = lambda = 0.1:
//   v = 4   eta_1 = 0.05    y = 1    z = 1 - 0.05 * (4 / 2.1 + 0.1) = 0.8997619047619048   x = z
//   v = 4   eta_2 = 0.01 sqrt(0.4375)   y = z
//   z - eta_2 (-2 / 2.1 + 0.1 z) = 0.9054661760855994
//   c = 0.00004375 / 0.00254375     x = 0.8998600126225088
TEST(ScheduleFreeAdamW, TakesTheStepsWorkedByHand) {
  expect_walk("schedule-free-adamw",
              {{"beta1", 0.5}, {"beta2", 0.75}, {"epsilon", 0.1}, {"weightDecay", 0.1}},
              {{4, 0.1}, {-2, 0.01}}, {0.8997619047619048, 0.8998600126225088});
}

// With beta2 = 0 the step is almost eta sign(g). A warm-up over two steps halves the first:
//   z = 1 - 0.05 = 0.95, x = z;  z = 0.85, c = 0.01 / 0.0125, x = 0.95 - 0.8 * 0.1 = 0.87
TEST(ScheduleFreeAdamW, WarmsUp) {
  expect_walk("schedule-free-adamw", {{"beta2", 0}, {"epsilon", 1e-16}, {"warmupSteps", 2}},
              {{4, 0.1}, {4, 0.1}}, {0.95, 0.87});
}

}  // namespace
}  // namespace fall_line
