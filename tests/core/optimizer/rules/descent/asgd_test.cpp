// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

constexpr double tolerance = sizeof(Real) == 8 ? 1e-12 : 1e-6;

// eta_t = eta / (1 + lambda eta (t - 1))^alpha, w (1 - lambda eta_t) - eta_t g, with eta = 0.1,
// lambda = 1/2, alpha = 1:
//   eta_1 = 0.1           w = 0.95 - 0.2 = 0.75
//   eta_2 = 0.1 / 1.05    w = 0.75 (1 - 0.05 / 1.05) - 0.1 / 1.05 = 0.619047619047619
//   eta_3 = 0.1 / 1.1     w (1 - 0.05 / 1.1) + 0.1 / 1.1 = 0.6818181818181818
// Averaging starts at t0 = 0. The average equals the iterate for two steps, and then the mean of
// the last two.
TEST(AveragedSgd, TakesTheStepsWorkedByHand) {
  const OptimizerEntry& entry = *find(optimizers(), "asgd");
  const auto asgd = make(entry, values_of(entry, {{"lambda", 0.5}, {"alpha", 1}, {"t0", 0}}), 1);
  Stream stream("optimizer", 1);
  Vector w{1}, average(1);
  asgd->evaluation(w, average);
  EXPECT_EQ(average, w);
  const double gradients[] = {2, 1, -1};
  const double iterates[] = {0.75, 0.619047619047619, 0.6818181818181818};
  const double averages[] = {0.75, 0.619047619047619, 0.6504329004329004};
  for (int t = 0; t < 3; ++t) {
    Slope slope({static_cast<Real>(gradients[t])});
    asgd->step(slope, w, {0.1, stream});
    asgd->evaluation(w, average);
    EXPECT_NEAR(w[0], iterates[t], tolerance);
    EXPECT_NEAR(average[0], averages[t], tolerance);
  }
}

}  // namespace
}  // namespace fall_line
