// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/wrappers.hpp"

namespace fall_line {
namespace {

/// w_0² / 2 + 2 w_1². Counts the gradient evaluations.
class Bowl final : public Objective {
 public:
  std::size_t size() const override { return 2; }
  std::span<const ParameterBlock> blocks() const override { return {&block_, 1}; }
  double gradient(const std::span<const Real>& w, const std::span<Real>& g) override {
    ++gradients;
    g[0] = w[0];
    g[1] = 4 * w[1];
    return 0.5 * w[0] * w[0] + 2 * w[1] * w[1];
  }
  int gradients = 0;

 private:
  ParameterBlock block_{0, 2, 1};
};

TEST(Sam, TakesTheStepWorkedByHand) {
  const auto optimizer = wrap("sam", {{"rho", 0.5}}, unwrapped("sgd"));
  reset(*optimizer, 2);
  Bowl bowl;
  Vector w{3, 1};
  Stream stream("optimizer", 1);
  // g = (3, 4) has length 5. At (3.3, 1.4) the gradient is (3.3, 5.6).
  optimizer->step(bowl, w, {0.1, stream});
  expect_close(w, {3 - 0.33, 1 - 0.56});
  EXPECT_EQ(bowl.gradients, 2);
}

TEST(Sam, StaysPutWhereTheGradientIsZero) {
  const auto optimizer = wrap("sam", {}, unwrapped("sgd"));
  reset(*optimizer, 2);
  Bowl bowl;
  Vector w{0, 0};
  Stream stream("optimizer", 1);
  optimizer->step(bowl, w, {0.1, stream});
  expect_close(w, {0, 0});
  EXPECT_EQ(bowl.gradients, 1);
}

TEST(Sam, PerturbsThePointWhereTheRuleTakesItsGradient) {
  // From the second step on, schedule-free SGD takes its gradient at a point other than w.
  const auto optimizer = wrap("sam", {{"rho", 0.5}}, unwrapped("schedule-free-sgd", {{"beta", 0}}));
  reset(*optimizer, 2);
  Bowl bowl;
  Vector w{3, 1};
  Stream stream("optimizer", 1);
  optimizer->step(bowl, w, {0.1, stream});
  expect_close(w, {2.67, 0.44});
  // x = z after the first step, so y = z and g = (2.67, 1.76).
  const double norm = std::sqrt(2.67 * 2.67 + 1.76 * 1.76);
  const double zx = 2.67 - 0.1 * (2.67 + 0.5 * 2.67 / norm),
               zy = 0.44 - 0.1 * 4 * (0.44 + 0.5 * 1.76 / norm);
  optimizer->step(bowl, w, {0.1, stream});
  expect_close(w, {(2.67 + zx) / 2, (0.44 + zy) / 2});
}

}  // namespace
}  // namespace fall_line
