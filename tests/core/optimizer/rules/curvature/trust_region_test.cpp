// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/second_order.hpp"

namespace fall_line {
namespace {

using TrustRegion = Float64Rule;

constexpr double tolerance = 1e-12;

// On the bowl (x² + y²)/2 from (6, 8) the model equals the loss. The steps towards the minimum have
// the lengths 1, 2, 4, as the radius doubles each time, and then 3, which is inside the radius.
TEST_F(TrustRegion, GrowsWhileItsModelIsRight) {
  Form bowl({1, 0, 0, 1}, 2);
  Walker walker("trust-region", {}, bowl, {6, 8});
  const double left[] = {9, 7, 3, 0}, radius[] = {2, 4, 8, 8};
  for (int k = 0; k < 4; ++k) {
    walker.step();
    EXPECT_NEAR(walker.w[0], 0.6 * left[k], tolerance);
    EXPECT_NEAR(walker.w[1], 0.8 * left[k], tolerance);
    EXPECT_EQ(walker.state().counters.at("radius"), radius[k]);
  }
  EXPECT_EQ(bowl.products, 4);
  EXPECT_EQ(bowl.gradients, 8);
}

TEST_F(TrustRegion, MinimizesItsModelToATolerance) {
  Form form({4, 1, 0, 1, 3, 1, 0, 1, 2}, 3);
  Walker walker("trust-region", {{"radius", 100}}, form, {0.01, -0.02, 0.03});
  walker.step();
  // The model is minimized until its gradient is √‖g‖ ‖g‖. With ‖g‖ = 0.049 that is 0.0108.
  Vector g(3);
  form.gradient(walker.w, g);
  EXPECT_LT(dense::norm(g), 0.0109);
}

/// Along negative curvature the step goes to the boundary of the trust region.
TEST_F(TrustRegion, FollowsNegativeCurvature) {
  Form saddle({1, 0, 0, -1}, 2);
  Walker walker("trust-region", {{"radius", 0.5}}, saddle, {0, 1});
  walker.step();
  EXPECT_NEAR(walker.w[1], 1.5, tolerance);
  EXPECT_EQ(walker.state().counters.at("radius"), 1);
}

/// A slope of 1 that ends in a cliff at -0.1. It reports a curvature of 1.
class Cliff final : public Column {
 public:
  Cliff() : Column(1) {}
  double gradient(const std::span<const Real>& w, const std::span<Real>& g) override {
    ++calls;
    g[0] = 1;
    return w[0] < Real{-0.1} ? 10 : w[0];
  }
  void hessian_product(std::span<const Real>, std::span<const Real> v,
                       std::span<Real> out) override {
    out[0] = v[0];
  }
  int calls = 0;
};

// The model's minimum at p = -1 lies beyond the cliff, and so does a step of Δ = 1/4. A step of
// Δ = 1/16 is accepted: the model predicts a decrease of 1/16 - 1/512, the loss falls by 1/16, and
// the radius doubles.
TEST_F(TrustRegion, ShrinksUntilTheLossFalls) {
  Cliff cliff;
  Walker walker("trust-region", {}, cliff, {0});
  const StepOutcome outcome = walker.step();
  EXPECT_FALSE(outcome.search_failed);
  EXPECT_NEAR(walker.w[0], -0.0625, tolerance);
  EXPECT_EQ(walker.state().counters.at("radius"), 0.125);
  EXPECT_EQ(cliff.calls, 4);
}

}  // namespace
}  // namespace fall_line
