// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// m, v and the corrected root are Adam's: m = 0.4, 0.16 and sqrt(v^) = 4, sqrt(64/7); epsilon =
// 0.1. With psi = 0 the momentum is always half of beta1 = 0.9, so mu = 0.45:
//   w = 1 - 0.1 * (0.55 * 4 / (1 - 0.45) + 0.45 * 0.4 / (1 - 0.2025)) / 4.1
//   w - 0.01 * (0.55 * (-2) / (1 - 0.2025) + 0.45 * 0.16 / (1 - 0.091125)) / (sqrt(64/7) + 0.1)
TEST(NAdam, TakesTheStepsWorkedByHand) {
  expect_walk("nadam", {{"beta1", 0.9}, {"beta2", 0.75}, {"epsilon", 0.1}, {"momentumDecay", 0}},
              {{4, 0.1}, {-2, 0.01}}, {0.8969340163621071, 0.9010960196307388});
}

// With psi = 1 it rises: mu = 0.9 (1 - 0.96^t / 2) = 0.468, 0.48528, 0.5018688:
//   w = 1 - 0.1 * (4 + 0.48528 * 0.4 / (1 - 0.468 * 0.48528)) / 4.1
//   w - 0.01 * ((1 - 0.48528) * (-2) / (1 - 0.468 * 0.48528) +
//               0.5018688 * 0.16 / (1 - 0.468 * 0.48528 * 0.5018688)) / (sqrt(64/7) + 0.1)
TEST(NAdam, IncreasesItsMomentum) {
  expect_walk("nadam", {{"beta1", 0.9}, {"beta2", 0.75}, {"epsilon", 0.1}, {"momentumDecay", 1}},
              {{4, 0.1}, {-2, 0.01}}, {0.8963133850430468, 0.9002872065283416});
}

}  // namespace
}  // namespace fall_line
