// SPDX-License-Identifier: MIT
#include "run/diagnosis/support.hpp"

/// Gradients that vanish or explode.
namespace fall_line {
namespace {

Settings deep_race(const char* activation, std::size_t layers) {
  return {at("problem.dataset.id", "spiral"), at("problem.network.activation", activation),
          at("problem.network.hidden", std::vector<double>(layers, 8)), at("optimizer.id", "sgd")};
}

Settings wide_race(const char* initializer) {
  return {at("problem.dataset.id", "sine"),
          at("problem.dataset.samples", 100),
          at("problem.network.hidden", std::vector{100.0, 100.0}),
          at("problem.network.initializer", initializer),
          at("optimizer.id", "sgd"),
          at("optimizer.learningRate", 0.04)};
}

TEST(VanishingGradients, AreFoundInTheFirstOfManyLayersOfSigmoidUnits) {
  const Finding finding = found(diagnosis(deep_race("sigmoid", 8), 1000), "vanishing-gradients");
  EXPECT_EQ(measured(finding, "layer"), 1);
  EXPECT_GT(measured(finding, "times").value_or(0), 1000);
}

TEST(VanishingGradients, OfferAnotherActivation) {
  const Finding finding = found(diagnosis(deep_race("sigmoid", 5), 2000), "vanishing-gradients");
  ASSERT_TRUE(finding.remedy);
  EXPECT_EQ(finding.remedy->path, "problem.network.activation");
  expect_cured(deep_race("sigmoid", 5), finding, 2000);
}

TEST(VanishingGradients, AreFoundWhereAllWeightsAreZero) {
  const Finding finding = found(diagnosis(wide_race("zeros"), 50), "vanishing-gradients");
  EXPECT_EQ(measured(finding, "zeroLayer"), 1);
  EXPECT_FALSE(measured(finding, "layer"));
}

TEST(VanishingGradients, AreNotFoundInATwinOfTanhOrOneLayer) {
  for (const Settings& race : {deep_race("tanh", 5), deep_race("sigmoid", 1)})
    EXPECT_FALSE(has(diagnosis(race, 1000), "vanishing-gradients"));
}

TEST(ExplodingGradients, AreFoundWithLargeWeightsAndCuredByClipping) {
  const Finding finding = found(diagnosis(wide_race("uniform"), 1000), "exploding-gradients");
  EXPECT_GT(measured(finding, "lastNorm").value_or(0), measured(finding, "firstNorm").value_or(1));
  expect_cured(wide_race("uniform"), finding, 100);
}

TEST(ExplodingGradients, AreNotFoundWithScaledWeights) {
  EXPECT_EQ(ids(diagnosis(wide_race("lecun-normal"), 50)), std::vector<std::string>{});
}

TEST(ExplodingGradients, AreNotFoundWhereTheRateAloneIsTooHigh) {
  const Settings race{at("problem.dataset.id", "sine"), at("optimizer.id", "sgd"),
                      at("optimizer.learningRate", 3)};
  EXPECT_EQ(ids(diagnosis(race, 1000)), std::vector<std::string>{"diverged"});
}

}  // namespace
}  // namespace fall_line
