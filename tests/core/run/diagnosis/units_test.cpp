// SPDX-License-Identifier: MIT
#include "run/diagnosis/support.hpp"

/// Hidden layers of units that are dead or saturated.
namespace fall_line {
namespace {

Settings relu_race(double rate) {
  return {at("problem.dataset.id", "moons"), at("problem.network.activation", "relu"),
          at("problem.network.initializer", "he-normal"), at("optimizer.id", "sgd"),
          at("optimizer.learningRate", rate)};
}

Settings tanh_race(double rate) {
  return {at("problem.dataset.id", "spiral"), at("optimizer.id", "sgd"),
          at("optimizer.learningRate", rate)};
}

TEST(DeadUnits, AreFoundWhereOneLongStepKilledThem) {
  const std::vector<Finding> findings = diagnosis(relu_race(10), 60);
  const Finding finding = found(findings, "dead-units");
  EXPECT_EQ(measured(finding, "units"), 8);
  EXPECT_GE(measured(finding, "idle").value_or(0), 4);
  ASSERT_TRUE(finding.remedy);
  EXPECT_LT(measured(finding, "triedLoss").value_or(1), 0.6);
  expect_cured(relu_race(10), finding, 60);
  EXPECT_FALSE(has(findings, "saturated-units"));
}

TEST(DeadUnits, AreNotFoundAtTheUsualRate) {
  EXPECT_EQ(ids(diagnosis(relu_race(0.3), 60)), std::vector<std::string>{});
}

TEST(SaturatedUnits, AreFoundWhereLongStepsMadeTheWeightsLarge) {
  const std::vector<Finding> findings = diagnosis(tanh_race(30), 1000);
  const Finding finding = found(findings, "saturated-units");
  EXPECT_GE(measured(finding, "idle").value_or(0), 4);
  expect_cured(tanh_race(30), finding, 1000);
  EXPECT_FALSE(has(findings, "dead-units"));
}

TEST(SaturatedUnits, AreNotFoundAtTheUsualRate) {
  EXPECT_EQ(ids(diagnosis(tanh_race(0.3), 1000)), std::vector<std::string>{});
}

}  // namespace
}  // namespace fall_line
