// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <vector>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// A steady gradient of 1 makes m / (1 - beta1^t) = 1 and v = 1 - beta2^t. With beta2 = 0.9 the
// limit of rho is 19. After five steps rho is 19 - 10 * 0.59049 / 0.40951 = 4.58, so these five are
// plain steps. Then
//   rho = 19 - 12 * 0.531441 / 0.468559 = 5.38956460125619
//   r = sqrt((rho - 4) (rho - 2) 19 / (15 * 17 * rho)) = 0.2551768065466863
//   w = 0.5 - 0.1 r sqrt(0.468559) / (sqrt(0.468559) + 0.1) = 0.477734994319019
TEST(RAdam, TakesTheStepsWorkedByHand) {
  expect_walk("radam", {{"beta1", 0.9}, {"beta2", 0.9}, {"epsilon", 0.1}},
              std::vector<GivenStep>(6, {1, 0.1}), {0.9, 0.8, 0.7, 0.6, 0.5, 0.477734994319019});
}

/// The number of plain steps before the first that is divided by the gradient's size, under a
/// constant gradient of 100. A plain step moves by 100 times the rate, the others by less than the
/// rate.
int steps_without_division(double beta2) {
  const std::vector<double> path =
      walk("radam", {{"beta2", beta2}}, std::vector<GivenStep>(1000, {100, 0.01}));
  double before = 1;
  int count = 0;
  for (const double w : path) {
    if (before - w < 0.5) break;
    before = w;
    ++count;
  }
  return count;
}

TEST(RAdam, StartsToAdaptAfterANumberOfStepsThatDependsOnBeta2) {
  EXPECT_EQ(steps_without_division(0.999), 5);
  EXPECT_EQ(steps_without_division(0.85), 5);
  EXPECT_EQ(steps_without_division(0.7), 9);
  EXPECT_EQ(steps_without_division(0.66), 1000);
}

}  // namespace
}  // namespace fall_line
