// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2, u = max(u, v),
// w - eta m / (1 - beta1^t) / (sqrt(u / (1 - beta2^t)) + epsilon), with beta1 = 0.9, beta2 = 0.75,
// epsilon = 0.1. The second square is smaller than the first, so u stays at 4:
//   m = 0.4                v = u = 4              w = 1 - 0.1 * 4 / (sqrt(16) + 0.1)
//   m = 0.36 + 0.1 = 0.46  v = 3 + 1/4, u = 4     w - 0.01 * (0.46 / 0.19) / (sqrt(64/7) + 0.1)
TEST(AmsGrad, TakesTheStepsWorkedByHand) {
  expect_walk("amsgrad", {{"beta1", 0.9}, {"beta2", 0.75}, {"epsilon", 0.1}}, {{4, 0.1}, {1, 0.01}},
              {0.9024390243902439, 0.8946884708862324});
}

// On the bowl (x^2 + y^2) / 2 from (4, 3), where the gradient is (x, y), the largest average of
// squares hardly grows after the first steps, while its bias correction falls:
//   step 1   u = 0.001 * 16, 0.5 / sqrt(u / 0.001) = 0.125
TEST(AmsGrad, CanRaiseTheRateOfAParameterWhileTheBiasCorrectionFades) {
  const OptimizerEntry& entry = *find(optimizers(), "amsgrad");
  const auto optimizer = make(entry, values_of(entry), 2);
  Stream stream("optimizer", 1);
  Vector w{4, 3};
  const auto step = [&] {
    Slope slope(w);
    optimizer->step(slope, w, {0.5, stream});
    const StateCopy state = state_of(*optimizer);
    const double corrected = state.vectors.at("u")[0] / (1 - state.counters.at("beta2Power"));
    return 0.5 / std::sqrt(corrected);
  };
  EXPECT_NEAR(step(), 0.125, 1e-6);
  for (int t = 2; t < 50; ++t) step();
  EXPECT_NEAR(step(), 0.430, 5e-4);
}

}  // namespace
}  // namespace fall_line
