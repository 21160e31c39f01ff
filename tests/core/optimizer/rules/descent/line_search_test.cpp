// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/second_order.hpp"

namespace fall_line {
namespace {

using LineSearchRule = Float64Rule;

constexpr double exact = 0, backtracking = 1;
constexpr double tolerance = 1e-12;

/// On (x² + κ y²)/2 from (κ, 1), every exact line minimization multiplies x by (κ-1)/(κ+1) and y by
/// its negative. This zig-zag across a narrow valley is the worst case of steepest descent.
TEST_F(LineSearchRule, ZigZagsInANarrowValley) {
  const double kappa = 100, ratio = 99.0 / 101;
  Form valley({1, 0, 0, 100}, 2);
  Walker walker("line-search", {{"search", exact}}, valley, {100, 1});
  for (int k = 1; k <= 20; ++k) {
    EXPECT_NEAR(walker.step().rate, 2 / (1 + kappa), tolerance);
    EXPECT_NEAR(walker.w[0], kappa * std::pow(ratio, k), kappa * tolerance);
    EXPECT_NEAR(walker.w[1], std::pow(-ratio, k), tolerance) << "step " << k;
  }
}

// φ(α) = 2 (1 - 4α)², φ(0) = 2, φ'(0) = -16. α = 1 gives 18 and α = 1/2 gives 2, neither of which
// is low enough. α = 1/4 gives 0.
TEST_F(LineSearchRule, BacktracksUntilTheLossFalls) {
  Form parabola({4}, 1);
  Walker walker("line-search", {{"search", backtracking}}, parabola, {1});
  const StepOutcome outcome = walker.step();
  EXPECT_EQ(walker.w[0], 0);
  EXPECT_EQ(outcome.rate, 0.25);
  EXPECT_EQ(parabola.losses, 3);
  EXPECT_EQ(parabola.gradients, 1);
}

// From 1 with η₀ = 1/8: φ'(1/8) = -8 meets the condition with c2 = 0.9. The next step first tries
// η₀ φ'_0/φ'_1 = 1/8 · 16/4 = 1/2, where w = 1/2 - 1/2·2 = -1/2 is no lower. The cubic through it
// leads to the minimum of the parabola, η = 1/4.
TEST_F(LineSearchRule, StartsWithTheDecreasePredictedByTheLastStep) {
  Form parabola({4}, 1);
  Walker walker("line-search", {{"initialStep", 0.125}}, parabola, {1});
  EXPECT_EQ(walker.step().rate, 0.125);
  EXPECT_EQ(walker.w[0], Real{0.5});
  EXPECT_EQ(parabola.gradients, 2);
  EXPECT_NEAR(walker.step().rate, 0.25, tolerance);
  EXPECT_NEAR(walker.w[0], 0, tolerance);
  EXPECT_EQ(parabola.gradients, 5);
}

TEST_F(LineSearchRule, EndsWhereTheGradientIsZero) {
  Form parabola({4}, 1);
  Walker walker("line-search", {}, parabola, {0});
  EXPECT_FALSE(walker.step().converged.empty());
  EXPECT_EQ(walker.w[0], 0);
}

}  // namespace
}  // namespace fall_line
