// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// m = beta1 m + (1 - beta1) d g, v = beta2 v + (1 - beta2) d^2 g^2,
// r = sqrt(beta2) r + (1 - sqrt(beta2)) eta d^2 g (w0 - w), s likewise with eta d^2 g,
// w - eta d m / (sqrt(v) + d epsilon), d = max(d, r / |s|), with beta1 = 1/2, beta2 = 1/4,
// epsilon = 0.1, eta = 4 and d = 0.1 at first:
//   m = 0.2   v = 0.12   r = 0   s = 0.08        w = 1 - 0.08 / (sqrt(0.12) + 0.01)
//   m = 0.3   v = 0.15   r = 0.08 (1 - w)   s = 0.12
//   w - 0.12 / (sqrt(0.15) + 0.01) = 0.4734994808662307, and d grows to 0.1496403276124661
//   m = 0.15 + d   v = 0.0375 + 3 d^2            w - 4 d m / (sqrt(v) + 0.1 d)
TEST(Prodigy, TakesTheStepsWorkedByHand) {
  expect_walk("prodigy", {{"beta1", 0.5}, {"beta2", 0.25}, {"epsilon", 0.1}, {"d0", 0.1}},
              {{4, 4}, {4, 4}, {2, 4}},
              {0.7755395085813008, 0.4734994808662307, -0.056344408712088234});
}

// At 16, steps of 1e-6 are less than half a unit in the last place of float32. Their sum must still
// count: on |w - 100| the estimate of d grows in both precisions.
TEST(Prodigy, GrowsFromATinyStepFarFromZero) {
  const OptimizerEntry& entry = *find(optimizers(), "prodigy");
  const auto prodigy = make(entry, values_of(entry), 1);
  Stream stream("optimizer", 1);
  Slope slope({-1});
  Vector w{16};
  for (int t = 0; t < 200; ++t) prodigy->step(slope, w, {1, stream});
  EXPECT_GT(w[0], 17);
}

}  // namespace
}  // namespace fall_line
