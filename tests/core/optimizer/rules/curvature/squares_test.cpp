// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/second_order.hpp"

/// Levenberg-Marquardt and Gauss-Newton.
namespace fall_line {
namespace {

using LevenbergMarquardt = Float64Rule;
using GaussNewton = Float64Rule;

constexpr double tolerance = 1e-12;

/// |r|²/2 with r = (2x - 2, x + y). Counts its calls.
class Lines : public Column {
 public:
  Lines() : Column(2) {}
  double gradient(const std::span<const Real>&, const std::span<Real>&) override {
    ADD_FAILURE() << "the Jacobian holds the gradient";
    return 0;
  }
  double loss(std::span<const Real> w) override {
    ++losses;
    Vector r(2);
    return residuals_at(w, r);
  }
  std::size_t residual_count() const override { return 2; }
  double residuals(std::span<const Real> w, std::span<Real> r, std::span<Real> jacobian) override {
    ++jacobians;
    const Real rows[] = {2, 0, 1, 1};
    std::copy(std::begin(rows), std::end(rows), jacobian.begin());
    return residuals_at(w, r);
  }
  int losses = 0, jacobians = 0;

 protected:
  virtual double residuals_at(std::span<const Real> w, std::span<Real> r) const {
    r[0] = 2 * w[0] - 2;
    r[1] = w[0] + w[1];
    return 0.5 * (static_cast<double>(r[0]) * r[0] + static_cast<double>(r[1]) * r[1]);
  }
};

// At (0, 1): r = (-2, 1), Jᵀr = (-3, 1), JᵀJ = [5 1; 1 1]. With μ = 1: [6 1; 1 2] p = (3, -1), so
// p = (7, -9)/11. The loss is 5/2 before the step and, with r = (-8, 9)/11, 145/242 after it.
TEST_F(LevenbergMarquardt, TakesTheStepWorkedByHand) {
  Lines lines;
  Walker walker("levenberg-marquardt", {{"mu", 1}}, lines, {0, 1});
  EXPECT_EQ(walker.step().rate, 1);
  EXPECT_NEAR(walker.w[0], 7.0 / 11, tolerance);
  EXPECT_NEAR(walker.w[1], 2.0 / 11, tolerance);
  EXPECT_NEAR(walker.state().counters.at("mu"), 0.1, 1e-15);
  EXPECT_EQ(lines.jacobians, 1);
  EXPECT_EQ(lines.losses, 1);
}

/// Reports a loss of 100 at every point farther than 0.02 from the start.
class Wary final : public Lines {
  double residuals_at(std::span<const Real> w, std::span<Real> r) const override {
    const double loss = Lines::residuals_at(w, r);
    return std::hypot(w[0], w[1] - 1) > 0.02 ? 100 : loss;
  }
};

// p = -(JᵀJ + μ)⁻¹ Jᵀr is shorter than 0.02 only for μ > √10/0.02 = 158. So μ = 1, 10 and 100 are
// rejected. 1000 is accepted and then reduced to 100.
TEST_F(LevenbergMarquardt, DampsUntilTheLossFalls) {
  Wary wary;
  Walker walker("levenberg-marquardt", {{"mu", 1}}, wary, {0, 1});
  walker.step();
  EXPECT_EQ(wary.losses, 4);
  EXPECT_NEAR(walker.state().counters.at("mu"), 100, 1e-12);
  EXPECT_NEAR(walker.w[0], 0.003, 1e-4);
}

TEST_F(LevenbergMarquardt, EndsWhenNothingHelps) {
  Wary wary;
  Walker walker("levenberg-marquardt", {{"mu", 1}, {"muMax", 10}}, wary, {0, 1});
  EXPECT_FALSE(walker.step().converged.empty());
  EXPECT_EQ(walker.w, (Vector{0, 1}));
}

// The same matrix with μ = 1 and half the step: w = (0, 1) + (7, -9)/22.
TEST_F(GaussNewton, TakesTheStepWorkedByHand) {
  Lines lines;
  Walker walker("gauss-newton", {{"mu", 1}, {"learningRate", 0.5}}, lines, {0, 1});
  EXPECT_EQ(walker.step().rate, 0.5);
  EXPECT_NEAR(walker.w[0], 7.0 / 22, tolerance);
  EXPECT_NEAR(walker.w[1], 13.0 / 22, tolerance);
}

// |(7, -9)/11| = 1.0365: halved six times it is 0.0162, short enough.
TEST_F(GaussNewton, HalvesItsStepUntilTheLossFalls) {
  Wary wary;
  Walker walker("gauss-newton", {{"mu", 1}}, wary, {0, 1});
  EXPECT_EQ(walker.step().rate, 1.0 / 64);
  EXPECT_EQ(wary.losses, 7);
}

}  // namespace
}  // namespace fall_line
