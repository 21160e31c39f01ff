// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// In the eigenbasis of its own factors G = (1, 2)^T (2, -2) has one nonzero entry, sqrt(40):
//   w = 1 - 0.1 G / (sqrt(40) + epsilon), epsilon = 0.1
// In the same basis H = (2, -1)^T (1, 1) has one nonzero entry, sqrt(10), elsewhere. With beta1 =
// 1/2 and beta2 = 3/4, m = G / 4 + H / 2 is divided by 3/4, and v = (3/4 * 40 / 4, 10 / 4) by 7/16:
//   w - 0.01 (G / 3 / (sqrt(120 / 7) + 0.1) + 2 H / 3 / (sqrt(40 / 7) + 0.1))
TEST(Soap, TakesTheStepsWorkedByHand) {
  expect_matrix_walk(
      "soap", {{"beta1", 0.5}, {"beta2", 0.75}, {"epsilon", 0.1}}, 2,
      {{{2, -2, 4, -4}, 0.1}, {{2, 2, -1, -1}, 0.01}},
      {{0.9688694407585058, 1.031130559241494, 0.9377388815170117, 1.0622611184829884},
       {0.9619434902967807, 1.0273489711569757, 0.937271403776366, 1.068082365496756}});
}

// Vectors use Adam: 1 - 0.1 * 4 / (4 + 0.1).
TEST(Soap, LeavesVectorsToAdam) {
  expect_matrix_walk("soap", {{"epsilon", 0.1}}, 2, {{{4, -4}, 0.1}},
                     {{0.9024390243902439, 1.0975609756097561}});
}

}  // namespace
}  // namespace fall_line
