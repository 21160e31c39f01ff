// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// s = rho s + (1 - rho) g^2, d = sqrt(u + epsilon) / sqrt(s + epsilon) g,
// u = rho u + (1 - rho) d^2, w - eta d, with rho = 0.9 and epsilon = 0.1:
//   s = 0.1 * 9 = 0.9       d = sqrt(0.1) / 1 * 3 = 0.9486832980505138    u = 0.1 * 0.9 = 0.09
//   w = 1 - d = 0.05131670194948623
//   s = 0.81 + 1.6 = 2.41   d = sqrt(0.19 / 2.51) * (-4) = -1.10052504673272
//   w = 0.05131670194948623 - 0.5 d = 0.6015792253158462
TEST(AdaDelta, TakesTheStepsWorkedByHand) {
  expect_walk("adadelta", {{"rho", 0.9}, {"epsilon", 0.1}}, {{3, 1}, {-4, 0.5}},
              {0.05131670194948623, 0.6015792253158462});
}

// The same with epsilon = 1e-6:
//   d = sqrt(1e-6 / 0.900001) * 3 = 0.003162275903348921    u = 9.999988888901234e-7
//   w = 0.9968377240966511
//   d = sqrt(1.9999988888901234e-6 / 2.410001) * (-4) = -0.003643898381205277
//   w = 0.9968377240966511 - 0.5 d = 0.9986596732872537
TEST(AdaDelta, StartsSlowlyWithItsUsualEpsilon) {
  expect_walk("adadelta", {{"rho", 0.9}, {"epsilon", 1e-6}}, {{3, 1}, {-4, 0.5}},
              {0.9968377240966511, 0.9986596732872537});
}

}  // namespace
}  // namespace fall_line
