// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// Adam's steps (adam_test.cpp) after w has shrunk by 1 - eta lambda, with lambda = 0.5:
//   w = 0.95 * 1 - 0.1 * 4 / 4.1 = 0.8524390243902439
//   w = 0.995 * 0.8524390243902439 - 0.01 * (16/19) / (8 / sqrt(7) + 0.1) = 0.8454809845712451
TEST(AdamW, TakesTheStepsWorkedByHand) {
  expect_walk("adamw", {{"beta1", 0.9}, {"beta2", 0.75}, {"epsilon", 0.1}, {"weightDecay", 0.5}},
              {{4, 0.1}, {-2, 0.01}}, {0.8524390243902439, 0.8454809845712451});
}

TEST(AdamW, IsAdamWithoutDecay) {
  const std::vector<GivenStep> steps{{4, 0.1}, {-2, 0.01}, {0.5, 0.02}};
  EXPECT_EQ(walk("adamw", {{"weightDecay", 0}}, steps), walk("adam", {}, steps));
}

// With a gradient of zero only the decay moves the parameter.
TEST(AdamW, DecaysWithoutAGradient) {
  expect_walk("adamw", {{"weightDecay", 0.5}}, {{0, 0.1}, {0, 0.1}}, {0.95, 0.9025});
}

}  // namespace
}  // namespace fall_line
