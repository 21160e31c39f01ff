// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// v = mu v + eta g, with the rate inside. This makes a difference when the rate changes.
//   v = 0.1 * 0.5 = 0.05                      w = 1 - 0.05 = 0.95
//   v = 0.9 * 0.05 + 0.01 * (-2) = 0.025      w = 0.95 - 0.025 = 0.925
// (PyTorch, with the rate outside, would be at 0.95 - 0.01 * (0.45 - 2) = 0.9655.)
TEST(Momentum, TakesTheStepsWorkedByHand) {
  expect_walk("momentum", {{"momentum", 0.9}}, {{0.5, 0.1}, {-2, 0.01}}, {0.95, 0.925});
}

// Every gradient but the first is halved:
//   v = 0.1 * 0.5 = 0.05                            w = 0.95
//   v = 0.9 * 0.05 + 0.5 * 0.01 * (-2) = 0.035      w = 0.95 - 0.035 = 0.915
TEST(Momentum, DampensEveryGradientButTheFirst) {
  expect_walk("momentum", {{"momentum", 0.9}, {"dampening", 0.5}}, {{0.5, 0.1}, {-2, 0.01}},
              {0.95, 0.915});
}

}  // namespace
}  // namespace fall_line
