// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// u = m^ / (sqrt(v^) + epsilon) + lambda w, w - eta |w| / |u| u, with epsilon = 0.1, lambda = 1/2,
// at w = (3, 4) of length 5. In the first step m^ = g and v^ = g^2:
//   u = (4 / 4.1 + 1.5, -2 / 2.1 + 2) = (2.475609756097561, 1.0476190476190477), |u| = 2.688...
TEST(Lamb, TakesTheStepWorkedByHand) {
  expect_matrix_walk_from({3, 4}, "lamb", {{"epsilon", 0.1}, {"weightDecay", 0.5}}, 2,
                          {{{4, -2}, 0.1}}, {{2.539532774835516, 3.8051412446172344}});
}

// If all parameters are zero the ratio is 1: w = -0.1 * 4 / 4.1.
TEST(Lamb, MovesAwayFromZero) {
  expect_matrix_walk_from({0}, "lamb", {{"epsilon", 0.1}}, 1, {{{4}, 0.1}},
                          {{-0.0975609756097561}});
}

}  // namespace
}  // namespace fall_line
