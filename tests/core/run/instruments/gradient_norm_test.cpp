// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/watched.hpp"

namespace fall_line {
namespace {

/// The gradient of (x² + y²) / 2 is (x, y), so a step at rate 0.1 leaves 0.9 of it.
TEST(GradientNorm, IsThatOfTheGradientBeforeTheStep) {
  const auto run =
      make_run(on_surface("quadratic-bowl", {3, 4}, "sgd", {at("optimizer.learningRate", 0.1)}));
  watch(*run, {"gradient-norm"});
  run->step(2);
  const std::vector<double> norms = column(*run, "gradient-norm");
  EXPECT_TRUE(std::isnan(norms[0])) << "no step has been taken";
  EXPECT_NEAR(norms[1], 5, 1e-6);
  EXPECT_NEAR(norms[2], 4.5, 1e-6);
}

TEST(GradientNorm, IsTakenBeforeClipping) {
  const Settings race = small_race({at("optimizer.clipNorm", 1e-3)});
  const auto run = make_run(race);
  watch(*run, {"gradient-norm"});
  run->step(20);
  for (std::size_t row = 1; row <= 20; ++row) EXPECT_GT(column(*run, "gradient-norm")[row], 1e-3);
}

}  // namespace
}  // namespace fall_line
