// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/watched.hpp"

namespace fall_line {
namespace {

const Settings race = small_race(
    {at("problem.batchSize", "full"), at("problem.network.hidden", std::vector{5.0, 3.0})});

TEST(LayerGradients, AreThoseOfTheGradientBeforeTheStep) {
  const auto run = make_run(race);
  watch(*run, {"layer-gradients"});
  const Vector g = run->gradient();
  run->step(1);
  std::size_t i = 0;
  for (std::size_t l = 0; l < 3; ++l) {
    double squares = 0;
    const LayerParameters& layer = run->layers()[l];
    for (; i < layer.biases + layer.rows; ++i) squares += double{g[i]} * g[i];
    EXPECT_NEAR(column(*run, "layer-gradients", l)[1], std::sqrt(squares), wide ? 1e-14 : 1e-6);
    EXPECT_TRUE(std::isnan(column(*run, "layer-gradients", l)[0]));
  }
  EXPECT_EQ(i, g.size());
}

void expect_whole_norm(const char* normalization) {
  const auto run = make_run(with(race, {at("problem.batchSize", 7), at("optimizer.id", "adam"),
                                        at("problem.network.normalization", normalization)}));
  watch(*run, {"gradient-norm", "layer-gradients"});
  run->step(50);
  for (std::size_t row = 1; row <= 50; ++row) {
    double squares = 0;
    for (std::size_t l = 0; l < 3; ++l)
      squares += std::pow(column(*run, "layer-gradients", l)[row], 2);
    const double norm = column(*run, "gradient-norm")[row];
    EXPECT_NEAR(std::sqrt(squares), norm, 1e-6 * norm);
  }
}

TEST(LayerGradients, AddUpToTheWholeNorm) {
  for (const char* normalization : {"none", "layer"}) {
    SCOPED_TRACE(normalization);
    expect_whole_norm(normalization);
  }
}

}  // namespace
}  // namespace fall_line
