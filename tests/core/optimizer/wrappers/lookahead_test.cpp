// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/wrappers.hpp"

namespace fall_line {
namespace {

TEST(Lookahead, TakesTheStepsWorkedByHand) {
  const auto optimizer = wrap("lookahead", {{"k", 2}, {"alpha", 0.25}}, unwrapped("sgd"));
  reset(*optimizer, 1);
  Vector w{1};
  expect_close(evaluation_of(*optimizer, w), {1});
  Stream stream("optimizer", 1);
  // Every step is -1: 0, -1 -> 1 + 0.25 (-1 - 1) = 0.5, then -0.5, -1.5 -> 0.5 - 0.5 = 0.
  const std::vector<double> fast{0, 0.5, -0.5, 0}, slow{1, 0.5, 0.5, 0};
  for (std::size_t t = 0; t < fast.size(); ++t) {
    Slope slope({1});
    optimizer->step(slope, w, {1, stream});
    expect_close(w, {fast[t]});
    expect_close(evaluation_of(*optimizer, w), {slow[t]});
  }
}

TEST(Lookahead, KeepsTheRulesStateWhenItSetsTheWeightsBack) {
  const auto optimizer =
      wrap("lookahead", {{"k", 2}, {"alpha", 0.5}}, unwrapped("momentum", {{"momentum", 0.5}}));
  reset(*optimizer, 1);
  Vector w{0};
  Stream stream("optimizer", 1);
  // v = 1, 1.5, 1.75: w = -1, -2.5 -> -1.25, then -3.
  for (const double expected : {-1.0, -1.25, -3.0}) {
    Slope slope({1});
    optimizer->step(slope, w, {1, stream});
    expect_close(w, {expected});
  }
}

TEST(Lookahead, WithPeriodOneAndAlphaOneEqualsTheRuleAlone) {
  const auto ahead = wrap("lookahead", {{"k", 1}, {"alpha", 1}}, unwrapped("adam")),
             alone = unwrapped("adam");
  Quadratic bowl(5);
  Vector w(5, 1), v(5, 1);
  Stream stream("optimizer", 1);
  for (Optimizer* optimizer : {ahead.get(), alone.get()}) reset(*optimizer, 5);
  for (int t = 0; t < 20; ++t) {
    ahead->step(bowl, w, {0.1, stream});
    alone->step(bowl, v, {0.1, stream});
  }
  for (std::size_t i = 0; i < w.size(); ++i) EXPECT_NEAR(w[i], v[i], 1e-6);
  EXPECT_EQ(evaluation_of(*ahead, w), w);
}

}  // namespace
}  // namespace fall_line
