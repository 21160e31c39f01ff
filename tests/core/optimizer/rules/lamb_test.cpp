// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

constexpr double tolerance = sizeof(Real) == 8 ? 1e-12 : 1e-6;

// u = m^ / (sqrt(v^) + epsilon) + lambda w, w - eta |w| / |u| u, with epsilon = 0.1, lambda = 1/2,
// at w = (3, 4) of length 5. In the first step m^ = g and v^ = g^2:
//   u = (4 / 4.1 + 1.5, -2 / 2.1 + 2) = (2.475609756097561, 1.0476190476190477), |u| = 2.688...
TEST(Lamb, TakesTheStepWorkedByHand) {
  const OptimizerEntry& entry = *find(optimizers(), "lamb");
  const auto lamb = make(entry, values_of(entry, {{"epsilon", 0.1}, {"weightDecay", 0.5}}), 2);
  Stream stream("optimizer", 1);
  Slope slope({4, -2});
  Vector w{3, 4};
  lamb->step(slope, w, {0.1, stream});
  EXPECT_NEAR(w[0], 2.539532774835516, 3 * tolerance);
  EXPECT_NEAR(w[1], 3.8051412446172344, 4 * tolerance);
}

// Where the parameters are all zero the ratio is 1: w = -0.1 * 4 / 4.1.
TEST(Lamb, LeavesZero) {
  const OptimizerEntry& entry = *find(optimizers(), "lamb");
  const auto lamb = make(entry, values_of(entry, {{"epsilon", 0.1}}), 1);
  Stream stream("optimizer", 1);
  Slope slope({4});
  Vector w{0};
  lamb->step(slope, w, {0.1, stream});
  EXPECT_NEAR(w[0], -0.0975609756097561, tolerance);
}

}  // namespace
}  // namespace fall_line
