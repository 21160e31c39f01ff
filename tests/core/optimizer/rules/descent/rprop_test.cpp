// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// The first rate is the first step size, later rates are ignored:
//   d = 0.1                              w = 1 - 0.1 = 0.9
//   d = 1.2 * 0.1, same sign             w = 0.9 - 0.12 = 0.78
//   d = 0.5 * 0.12, the sign changed     w stays
//   d = 0.06, that gradient counts as 0  w = 0.78 + 0.06 = 0.84
//   d = 1.2 * 0.06                       w = 0.84 + 0.072 = 0.912
TEST(Rprop, TakesTheStepsWorkedByHand) {
  expect_walk("rprop", {{"etaMinus", 0.5}, {"etaPlus", 1.2}},
              {{3, 0.1}, {2, 9}, {-1, 9}, {-1, 9}, {-5, 9}}, {0.9, 0.78, 0.78, 0.84, 0.912});
}

//   d = 0.1, then 0.2 limited to 0.15, then 0.075 raised to 0.1
TEST(Rprop, KeepsItsStepsWithinBounds) {
  expect_walk("rprop", {{"etaPlus", 2}, {"minStep", 0.1}, {"maxStep", 0.15}},
              {{3, 0.1}, {2, 1}, {-1, 1}, {-1, 1}}, {0.9, 0.75, 0.75, 0.85});
}

}  // namespace
}  // namespace fall_line
