// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/runs.hpp"
#include "support/second_order.hpp"

namespace fall_line {
namespace {

constexpr double tolerance = wide ? 1e-12 : 1e-6;

const Named named{{"learningRate", 0.1}, {"beta1", 0.9}, {"beta2", 0.75}, {"epsilon", 0.1}};

// With one parameter D is the curvature, whatever sign is drawn. On w² from 1, with β2 = 0.75,
// ε = 0.1:
//   g = 2      m = 0.2           m^ = 2               v = 4/4 = 1       v^ = 1/0.25 = 4
//   w = 1 - 0.1·2/2.1 = 19/21
//   g = 38/21  m = 0.18 + 3.8/21 m^ = m/0.19 = 36.1/19 v = 0.75 + 1      v^ = 1.75/0.4375 = 4
//   w = 19/21 - 0.1 (0.18 + 3.8/21)/0.19/2.1
TEST(AdaHessian, TakesTheStepsWorkedByHand) {
  Form parabola({2}, 1);
  Walker walker("adahessian", named, parabola, {1});
  walker.step();
  EXPECT_NEAR(walker.w[0], 19.0 / 21, tolerance);
  walker.step();
  EXPECT_NEAR(walker.w[0], 19.0 / 21 - 0.1 * (0.18 + 3.8 / 21) / 0.19 / 2.1, tolerance);
  EXPECT_EQ(parabola.gradients, 2);
  EXPECT_EQ(parabola.products, 2);
}

// H = [2 1; 1 3], g = H (1, 1) = (3, 4), D = (2 + z₁z₂, 3 + z₁z₂). After one step √v^ = |D|.
TEST(AdaHessian, DrawsItsRandomSignsFromItsStream) {
  Form form({2, 1, 1, 3}, 2);
  Walker walker("adahessian", named, form, {1, 1});
  walker.step();
  Stream stream("optimizer", 1);
  const double both = (stream.bits() >> 63) == (stream.bits() >> 63) ? 1 : -1;
  EXPECT_NEAR(walker.w[0], 1 - 0.1 * 3 / (2 + both + 0.1), tolerance);
  EXPECT_NEAR(walker.w[1], 1 - 0.1 * 4 / (3 + both + 0.1), tolerance);
}

/// v^ tends to the mean of D². It includes the square of the off-diagonal entry.
TEST(AdaHessian, AveragesTheSquaredEstimates) {
  Form form({2, 1, 1, 3}, 2);
  Walker walker("adahessian", {{"learningRate", 1e-9}, {"beta2", 0.999}}, form, {1, 1});
  for (int k = 0; k < 4000; ++k) walker.step();
  const StateCopy state = walker.state();
  const double start = 1 - state.counters.at("beta2Power");
  // E (2 ± 1)² = 5, E (3 ± 1)² = 10.
  EXPECT_NEAR(state.vectors.at("v")[0] / start, 5, 0.4);
  EXPECT_NEAR(state.vectors.at("v")[1] / start, 10, 0.6);
}

/// Every step goes part of the way to the tip of the cone, where no derivative exists.
TEST(AdaHessian, StaysAtTheTipOfACone) {
  for (const auto& [x, y] : {std::pair{0.3, 0.0}, std::pair{0.0, -0.2}, std::pair{0.2, 0.1}}) {
    const auto run = make_run({at("problem.surface.id", "ackley"), at("problem.start", {x, y}),
                               at("optimizer.id", "adahessian")});
    run->step(20000);
    EXPECT_EQ(run->report().status, Status::running) << x << ", " << y;
  }
}

}  // namespace
}  // namespace fall_line
