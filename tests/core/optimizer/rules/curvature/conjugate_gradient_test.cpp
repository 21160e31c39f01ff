// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/second_order.hpp"

namespace fall_line {
namespace {

using ConjugateGradient = Float64Rule;

const Vector a{4, 1, 0, 1, 3, 1, 0, 1, 2};

// With exact searches on a quadratic, all three formulas for beta give the linear method, which
// reaches the minimum in n steps (Nocedal & Wright, theorem 5.1). On (x² + 4 y²)/2 from (1, 1): g =
// (1, 4), α = 17/65, w = (48, -3)/65, g = (48, -12)/65, β = (2448/4225)/17 = 144/4225, p = -g + β
// (-1, -4) =
// -(3264, -204)/4225, and α = 65/68 ends at 0.
TEST_F(ConjugateGradient, MinimizesAQuadraticInNSteps) {
  for (const double beta : {0, 1, 2}) {
    SCOPED_TRACE(beta);
    Form form({1, 0, 0, 4}, 2);
    Walker walker("conjugate-gradient", {{"beta", beta}, {"c2", 1e-9}}, form, {1, 1});
    const double close = 1e-9;
    EXPECT_NEAR(walker.step().rate, 17.0 / 65, close);
    EXPECT_NEAR(walker.w[0], 48.0 / 65, close);
    EXPECT_NEAR(walker.w[1], -3.0 / 65, close);
    EXPECT_NEAR(walker.step().rate, 65.0 / 68, 10 * close);
    const std::vector<double> p = walker.state().vectors.at("direction");
    EXPECT_NEAR(p[0], -3264.0 / 4225, close);
    EXPECT_NEAR(p[1], 204.0 / 4225, close);
    EXPECT_NEAR(walker.w[0], 0, close);
    EXPECT_NEAR(walker.w[1], 0, close);
  }
}

TEST_F(ConjugateGradient, RestartsEveryNSteps) {
  Form form(a, 3);
  Walker walker("conjugate-gradient", {{"beta", 1}, {"c2", 0.9}}, form, {1, 2, 3});
  for (const double since : {1, 2, 0, 1}) {
    walker.step();
    EXPECT_EQ(walker.state().counters.at("stepsSinceRestart"), since);
  }
}

/// The three formulas for beta differ if searches are inexact and the loss is not quadratic.
TEST_F(ConjugateGradient, HasThreeFormulasForBeta) {
  std::vector<Vector> ends;
  for (const char* beta : {"pr-plus", "fr", "hs"}) {
    Settings settings =
        on_surface("rosenbrock", {-1.2, 1}, "conjugate-gradient", {at("optimizer.beta", beta)});
    const auto run = make_run(settings);
    run->step(2);
    ends.push_back(parameters_of(*run));
  }
  EXPECT_NE(ends[0], ends[1]);
  EXPECT_NE(ends[0], ends[2]);
  EXPECT_NE(ends[1], ends[2]);
}

}  // namespace
}  // namespace fall_line
