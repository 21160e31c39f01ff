// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/watched.hpp"

namespace fall_line {
namespace {

std::vector<double> angles(const Settings& race, std::uint64_t steps) {
  const auto run = make_run(race);
  watch(*run, {"update-angle"});
  run->step(steps);
  return column(*run, "update-angle");
}

Settings bowl(double rate) {
  return on_surface("quadratic-bowl", {4, 3}, "sgd", {at("optimizer.learningRate", rate)});
}

/// On a round bowl a step multiplies the point by 1 - η.
TEST(UpdateAngle, IsZeroAheadAndHalfATurnBack) {
  const double tolerance = wide ? 1e-5 : 1e-2;
  const std::vector<double> ahead = angles(bowl(0.5), 5), back = angles(bowl(1.5), 5);
  for (std::size_t row = 0; row < 2; ++row) EXPECT_TRUE(std::isnan(ahead[row]));
  for (std::size_t row = 2; row <= 5; ++row) {
    EXPECT_NEAR(ahead[row], 0, tolerance);
    EXPECT_NEAR(back[row], 180, tolerance);
  }
}

/// A step at rate 1 ends at the minimum, where the next one does not move.
TEST(UpdateAngle, IsNothingWithoutMovement) { EXPECT_TRUE(std::isnan(angles(bowl(1), 2)[2])); }

TEST(UpdateAngle, IsThatOfTheScalarProduct) {
  const auto run = make_run(small_race({at("optimizer.id", "adam")}));
  watch(*run, {"update-angle"});
  Vector earlier, before, now = parameters_of(*run);
  for (std::size_t t = 1; t <= 40; ++t) {
    earlier = before;
    before = now;
    run->step(1);
    now = parameters_of(*run);
    if (t < 2) continue;
    double dot = 0, one = 0, other = 0;
    for (std::size_t i = 0; i < now.size(); ++i) {
      const double u = double{now[i]} - before[i], v = double{before[i]} - earlier[i];
      dot += u * v;
      one += u * u;
      other += v * v;
    }
    const double angle = std::acos(dot / std::sqrt(one * other)) * 180 / std::acos(-1.0);
    EXPECT_NEAR(column(*run, "update-angle")[t], angle, 1e-6) << "step " << t;
  }
}

}  // namespace
}  // namespace fall_line
