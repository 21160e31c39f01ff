// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/landscape.hpp"

namespace fall_line {
namespace {

constexpr double tolerance = wide ? 1e-14 : 1e-6;

// One pair, w ± σ ε, with fitness ½ and -½: θ moves down the slope by η/(2σ) |ε|.
TEST(EvolutionStrategy, MovesTowardsTheBetterOfAPair) {
  const double epsilon = Stream("optimizer", 1).normal();
  for (const double slope : {3.0, -3.0}) {
    Landscape line(1, [&](std::span<const Real> w) { return slope * w[0]; });
    Walker walker("evolution-strategy", {{"learningRate", 0.1}, {"population", 2}, {"sigma", 0.5}},
                  line, {2});
    walker.step();
    ASSERT_EQ(line.points.size(), 2U);
    EXPECT_NEAR(line.points[0][0], 2 + 0.5 * epsilon, tolerance);
    EXPECT_NEAR(line.points[1][0], 2 - 0.5 * epsilon, tolerance);
    const double down = slope > 0 ? -1 : 1;
    EXPECT_NEAR(walker.w[0], 2 + down * 0.1 / (2 * 0.5) * std::fabs(epsilon), tolerance);
  }
}

// Four members with losses 1, 3, 2, 3 have the ranks 0, 2½, 1, 2½ of 3 and the fitness ½, -⅓, ⅙,
// -⅓.
TEST(EvolutionStrategy, GivesEqualLossesTheMeanOfTheirRanks) {
  const double losses[] = {1, 3, 2, 3};
  int call = 0;
  Landscape given(1, [&](std::span<const Real>) { return losses[call++ % 4]; });
  Walker walker("evolution-strategy", {{"learningRate", 1}, {"population", 5}, {"sigma", 0.25}},
                given, {0});
  Stream stream("optimizer", 1);
  const double first = stream.normal(), second = stream.normal();
  EXPECT_EQ(walker.step().loss, 1);
  EXPECT_EQ(call, 4) << "an odd population counts as one less";
  EXPECT_NEAR(walker.w[0], 5.0 / 6 * first + 0.5 * second, 4 * tolerance);
}

// On a plane the mean step over many generations points down the gradient, (3, 4) / 5. Theory gives
// its length: η/σ times E[F ε] = 1/(2√π).
TEST(EvolutionStrategy, EstimatesTheGradientsDirection) {
  Landscape plane(2, [](std::span<const Real> w) { return 3.0 * w[0] + 4.0 * w[1]; });
  Walker walker("evolution-strategy",
                {{"learningRate", 0.02}, {"population", 1000}, {"sigma", 0.2}}, plane, {0, 0});
  constexpr int steps = 100;
  for (int k = 0; k < steps; ++k) walker.step();
  const double length = steps * 0.02 / 0.2 * 0.5 / std::sqrt(3.14159265358979);
  EXPECT_NEAR(walker.w[0], -0.6 * length, 0.02 * length);
  EXPECT_NEAR(walker.w[1], -0.8 * length, 0.02 * length);
}

}  // namespace
}  // namespace fall_line
