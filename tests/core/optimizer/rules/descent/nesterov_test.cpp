// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// v = mu v + g, w - eta (g + mu v):
//   v = 0.5                       w = 1 - 0.1 * (0.5 + 0.45) = 0.905
//   v = 0.45 - 2 = -1.55          w = 0.905 - 0.01 * (-2 - 1.395) = 0.93895
TEST(Nesterov, TakesTheStepsWorkedByHand) {
  expect_walk("nesterov", {{"momentum", 0.9}}, {{0.5, 0.1}, {-2, 0.01}}, {0.905, 0.93895});
}

}  // namespace
}  // namespace fall_line
