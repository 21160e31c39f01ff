// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/watched.hpp"

namespace fall_line {
namespace {

TEST(UpdateRatio, IsTheRateTimesTheGradientOverTheWeights) {
  const auto run =
      make_run(small_race({at("problem.batchSize", "full"), at("optimizer.learningRate", 0.25)}));
  watch(*run, {"update-ratio"});
  const Vector w = parameters_of(*run), g = run->gradient();
  run->step(1);
  for (std::size_t l = 0; l < 2; ++l) {
    double gradients = 0, weights = 0;
    const LayerParameters& layer = run->layers()[l];
    for (std::size_t i = layer.weights; i < layer.biases; ++i) {
      gradients += double{g[i]} * g[i];
      weights += double{w[i]} * w[i];
    }
    const std::vector<double> ratios = column(*run, "update-ratio", l);
    EXPECT_TRUE(std::isnan(ratios[0]));
    EXPECT_NEAR(ratios[1], 0.25 * std::sqrt(gradients / weights), wide ? 1e-14 : 1e-6);
  }
}

TEST(UpdateRatio, IsNothingForWeightsOfZero) {
  const auto run = make_run(small_race({at("problem.network.initializer", "zeros")}));
  watch(*run, {"update-ratio"});
  run->step(1);
  EXPECT_TRUE(std::isnan(column(*run, "update-ratio", 0)[1]));
  EXPECT_TRUE(std::isnan(column(*run, "update-ratio", 1)[1]));
}

}  // namespace
}  // namespace fall_line
