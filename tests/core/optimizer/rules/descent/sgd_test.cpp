// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// w - eta g:
//   1 - 0.1 * 0.5 = 0.95
//   0.95 - 0.01 * (-2) = 0.97
TEST(Sgd, TakesTheStepsWorkedByHand) {
  expect_walk("sgd", {}, {{0.5, 0.1}, {-2, 0.01}}, {0.95, 0.97});
}

}  // namespace
}  // namespace fall_line
