// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2, m^ = m / (1 - beta1^t),
// v^ = v / (1 - beta2^t), w - eta m^ / (sqrt(v^) + epsilon), with beta1 = 0.9, beta2 = 0.75:
//   m = 0.4               v = 16 / 4 = 4       m^ = 0.4 / 0.1 = 4      v^ = 4 / 0.25 = 16
//   m = 0.36 - 0.2 = 0.16 v = 3 + 4 / 4 = 4    m^ = 0.16 / 0.19        v^ = 4 / 0.4375 = 64/7
// and epsilon = 0.1, outside the root and after the correction:
//   w = 1 - 0.1 * 4 / 4.1 = 0.9024390243902439
//   w = 0.9024390243902439 - 0.01 * (16/19) / (8 / sqrt(7) + 0.1) = 0.8997431796931964
TEST(Adam, TakesTheStepsWorkedByHand) {
  expect_walk("adam", {{"beta1", 0.9}, {"beta2", 0.75}, {"epsilon", 0.1}}, {{4, 0.1}, {-2, 0.01}},
              {0.9024390243902439, 0.8997431796931964});
}

// The same with the default epsilon of 1e-8:
//   w = 1 - 0.4 / (4 + 1e-8) = 0.90000000025
//   w = 0.90000000025 - 0.01 * (16/19) / (8 / sqrt(7) + 1e-8) = 0.8972149988791426
TEST(Adam, IsHardlyAffectedByItsDefaultEpsilon) {
  expect_walk("adam", {{"beta1", 0.9}, {"beta2", 0.75}}, {{4, 0.1}, {-2, 0.01}},
              {0.90000000025, 0.8972149988791426});
}

// The corrections follow a beta that changes during the run: they use the product of the betas so
// far. With beta1 = 0 in the second step m^ = m = g:
//   w = 1 - 0.1 * 4 / 4.1 = 0.9024390243902439
//   w = 0.9024390243902439 + 0.01 * 2 / (8 / sqrt(7) + 0.1) = 0.9088416555457317
TEST(Adam, CorrectsForTheBetasOfAllSteps) {
  const OptimizerEntry& entry = *find(optimizers(), "adam");
  const Named first{{"beta1", 0.9}, {"beta2", 0.75}, {"epsilon", 0.1}};
  const Named second{{"beta1", 0}, {"beta2", 0.75}, {"epsilon", 0.1}};
  const auto adam = make(entry, values_of(entry, first), 1);
  Stream stream("optimizer", 1);
  Vector w{1};
  Slope up({4}), down({-2});
  adam->step(up, w, {0.1, stream});
  adam->configure(values_of(entry, second));
  adam->step(down, w, {0.01, stream});
  EXPECT_NEAR(w[0], 0.9088416555457317, sizeof(Real) == 8 ? 1e-12 : 1e-6);
}

}  // namespace
}  // namespace fall_line
