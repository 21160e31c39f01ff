// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// s = s + g^2, w - eta g / (sqrt(s) + epsilon):
//   s = 9          w = 1 - 0.1 * 3 / 3.1 = 0.9032258064516129
//   s = 25         w = 0.9032258064516129 + 0.01 * 4 / 5.1 = 0.9110689437065148
TEST(AdaGrad, TakesTheStepsWorkedByHand) {
  expect_walk("adagrad", {{"epsilon", 0.1}}, {{3, 0.1}, {-4, 0.01}},
              {0.9032258064516129, 0.9110689437065148});
}

// With the default epsilon of 1e-10. The second step divides the rate by 1 + 0.5:
//   w = 1 - 0.3 / (3 + 1e-10) = 0.9000000000033333
//   w = 0.9000000000033333 + 0.01 / 1.5 * 4 / (5 + 1e-10) = 0.90533333333656
TEST(AdaGrad, DecaysItsRate) {
  expect_walk("adagrad", {{"learningRateDecay", 0.5}}, {{3, 0.1}, {-4, 0.01}},
              {0.9000000000033333, 0.90533333333656});
}

//   s = 16 + 9 = 25        w = 1 - 0.1 * 3 / 5.1 = 0.9411764705882353
//   s = 25 + 144 = 169     w = 0.9411764705882353 + 0.01 * 12 / 13.1 = 0.9503367759317467
TEST(AdaGrad, StartsItsSumAtTheGivenValue) {
  expect_walk("adagrad", {{"initialAccumulator", 16}, {"epsilon", 0.1}}, {{3, 0.1}, {-12, 0.01}},
              {0.9411764705882353, 0.9503367759317467});
}

}  // namespace
}  // namespace fall_line
