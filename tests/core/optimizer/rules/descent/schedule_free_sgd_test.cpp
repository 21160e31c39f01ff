// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

constexpr double tolerance = sizeof(Real) == 8 ? 1e-12 : 1e-6;

// On w^2 / 4, whose gradient is w / 2, with beta = 1/2 and a rate of 0.4, from 1:
//   y = 1                     z = 1 - 0.2 = 0.8              x = z
//   y = 0.8                   z = 0.8 - 0.16 = 0.64          x = (0.8 + 0.64) / 2 = 0.72
//   y = (0.64 + 0.72) / 2     z = 0.64 - 0.2 * 0.68 = 0.504  x = 0.72 + (0.504 - 0.72) / 3 = 0.648
TEST(ScheduleFreeSgd, TakesTheStepsWorkedByHand) {
  const OptimizerEntry& entry = *find(optimizers(), "schedule-free-sgd");
  const auto rule = make(entry, values_of(entry, {{"beta", 0.5}}), 1);
  Stream stream("optimizer", 1);
  Quadratic bowl(1);
  Vector x{1};
  for (const double expected : {0.8, 0.72, 0.648}) {
    rule->step(bowl, x, {0.4, stream});
    EXPECT_NEAR(x[0], expected, tolerance);
  }
}

}  // namespace
}  // namespace fall_line
