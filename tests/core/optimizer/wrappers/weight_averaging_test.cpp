// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/wrappers.hpp"

namespace fall_line {
namespace {

/// The averaged weights after each step, where the rule starts at 0 and every step is -1.
std::vector<double> judged(Optimizer& optimizer, int steps) {
  reset(optimizer, 1);
  Vector w{0};
  Stream stream("optimizer", 1);
  std::vector<double> all;
  for (int t = 1; t <= steps; ++t) {
    Slope slope({1});
    optimizer.step(slope, w, {1, stream});
    EXPECT_EQ(w[0], -t) << "the iterate goes on as before";
    all.push_back(static_cast<double>(evaluation_of(optimizer, w)[0]));
  }
  return all;
}

void expect_judged(const Named& named, const std::vector<double>& expected) {
  const auto optimizer = wrap("weight-averaging", named, unwrapped("sgd"));
  const std::vector<double> all = judged(*optimizer, static_cast<int>(expected.size()));
  for (std::size_t t = 0; t < all.size(); ++t)
    EXPECT_NEAR(all[t], expected[t], 1e-6) << "step " << t + 1;
}

TEST(WeightAveraging, TakesTheStepsWorkedByHand) {
  expect_judged({{"start", 0.75}, {"budget", 4}}, {-1, -2, -3, -3.5, -4, -4.5});
}

TEST(WeightAveraging, SamplesTheWeightsEveryPeriod) {
  expect_judged({{"start", 0.5}, {"budget", 4}, {"period", 2}}, {-1, -2, -2, -3, -3, -4});
}

TEST(WeightAveraging, StartsAtTheNearestStep) {
  // In floating point, 0.55 * 100 is slightly more than 55.
  const auto optimizer =
      wrap("weight-averaging", {{"start", 0.55}, {"budget", 100}}, unwrapped("sgd"));
  const std::vector<double> all = judged(*optimizer, 56);
  EXPECT_EQ(all[54], -55);
  EXPECT_NEAR(all[55], -55.5, 1e-4);
}

TEST(WeightAveraging, AveragesTheEvaluationPointOfTheInnerOptimizer) {
  // Lookahead's slow weights after each step are 0, -1, -1, -2...
  const auto optimizer = wrap("weight-averaging", {{"start", 0}, {"budget", 1}},
                              wrap("lookahead", {{"k", 2}, {"alpha", 0.5}}, unwrapped("sgd")));
  reset(*optimizer, 1);
  Vector w{0};
  Stream stream("optimizer", 1);
  for (const double expected : {0.0, -0.5, -2.0 / 3, -1.0}) {
    Slope slope({1});
    optimizer->step(slope, w, {1, stream});
    expect_close(evaluation_of(*optimizer, w), {expected});
  }
}

}  // namespace
}  // namespace fall_line
