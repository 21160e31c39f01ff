// SPDX-License-Identifier: MIT
#include "run/diagnosis/support.hpp"

/// Faults that the curve of a run shows: each in a run that has it, and in a twin that has not.
namespace fall_line {
namespace {

const std::vector<std::string> nothing;

TEST(RateTooHigh, IsFoundWhereTheLossStaysAboveItsStart) {
  const Settings race{at("problem.dataset.id", "spiral"), at("optimizer.id", "adam")};
  const Settings fast = with(race, {at("optimizer.learningRate", 1)});
  const Finding finding = found(diagnosis(fast, 1000), "rate-too-high");
  ASSERT_TRUE(finding.remedy);
  EXPECT_LT(std::get<double>(finding.remedy->value), 1);
  expect_cured(fast, finding, 1000);
  EXPECT_EQ(ids(diagnosis(race, 1000)), nothing);
}

TEST(RateTooHigh, NamesTheLimitOfItsRule) {
  const Settings valley{at("problem.surface.id", "narrow-valley"), at("optimizer.id", "sgd")};
  const Finding finding =
      found(diagnosis(with(valley, {at("optimizer.learningRate", 0.021)}), 60), "rate-too-high");
  EXPECT_NEAR(measured(finding, "threshold").value_or(0), 0.02, 1e-5);
  EXPECT_EQ(ids(diagnosis(with(valley, {at("optimizer.learningRate", 0.019)}), 60)), nothing);
}

TEST(IgnoredClass, IsARareOneThatIsNeverFound) {
  const Settings race{at("problem.dataset.id", "moons"), at("problem.dataset.imbalance", 0.9),
                      at("optimizer.id", "sgd")};
  const Settings flat = with(race, {at("problem.network.initializer", "zeros")});
  const Finding finding = found(diagnosis(flat, 300), "ignored-class");
  expect_cured(flat, finding, 300);
  EXPECT_EQ(measured(finding, "class"), 1);
  EXPECT_EQ(measured(finding, "found"), 0);
  EXPECT_NEAR(measured(finding, "share").value_or(0), 9, 1);
  EXPECT_GE(measured(finding, "triedFound").value_or(0), 50);
  EXPECT_FALSE(has(diagnosis(race, 300), "ignored-class"));
}

TEST(IgnoredClass, IsNotOneOfEqualClasses) {
  const Settings race{at("problem.dataset.id", "moons"), at("optimizer.id", "sgd"),
                      at("problem.network.initializer", "zeros")};
  EXPECT_FALSE(has(diagnosis(race, 300), "ignored-class"));
}

TEST(DecayedRate, IsThatOfAdaGradWithDecay) {
  const Settings race{at("problem.dataset.id", "spiral"), at("optimizer.id", "adagrad")};
  const Finding finding =
      found(diagnosis(with(race, {at("optimizer.learningRateDecay", 0.1)}), 2000), "decayed-rate");
  EXPECT_LT(measured(finding, "rate").value_or(1),
            0.1 * measured(finding, "firstRate").value_or(0));
  ASSERT_TRUE(finding.remedy);
  EXPECT_EQ(std::get<std::string>(finding.remedy->value), "rmsprop");
  EXPECT_LT(measured(finding, "triedLoss").value_or(1),
            0.6 * measured(finding, "loss").value_or(0));
  EXPECT_EQ(ids(diagnosis(race, 2000)), nothing);
}

TEST(DecayedRate, LeadsToARuleThatForgets) {
  for (const OptimizerEntry* rule : optimizers()) {
    if (rule->forgetful.empty()) continue;
    const OptimizerEntry* other = find(optimizers(), rule->forgetful);
    ASSERT_NE(other, nullptr) << rule->id;
    EXPECT_TRUE(other->forgetful.empty());
  }
}

TEST(Plateau, IsASaddleThatARunDoesNotLeave) {
  const Settings saddle{at("problem.surface.id", "saddle"),
                        at("problem.start", std::vector{1.5, 0.0}), at("optimizer.id", "sgd"),
                        at("optimizer.learningRate", 0.03)};
  const Finding finding = found(diagnosis(saddle, 200), "plateau");
  EXPECT_NEAR(measured(finding, "negative").value_or(0), -2, 1e-4);
  ASSERT_TRUE(finding.remedy);
  EXPECT_EQ(finding.remedy->path, "problem.gradientNoise");
  EXPECT_EQ(ids(diagnosis(with(saddle, {*finding.remedy}), 200)), nothing);
}

TEST(Plateau, IsALocalMinimum) {
  const Settings ripples{at("problem.surface.id", "rastrigin"), at("optimizer.id", "momentum"),
                         at("optimizer.learningRate", 0.001)};
  const Finding finding = found(diagnosis(ripples, 1000), "plateau");
  EXPECT_GT(measured(finding, "positive").value_or(0), 100);
  EXPECT_FALSE(measured(finding, "negative"));
  if (finding.remedy) expect_cured(ripples, finding, 1000);
}

TEST(Plateau, IsNoMinimumWhereTheLossStillFallsSlowly) {
  const Settings slow{at("problem.surface.id", "quadratic-bowl"), at("optimizer.id", "sgd"),
                      at("optimizer.learningRate", 1e-6)};
  for (const Finding& finding : diagnosis(slow, 100)) EXPECT_FALSE(measured(finding, "positive"));
}

TEST(Plateau, IsNotTheLowestMinimum) {
  const Settings bowl{at("problem.surface.id", "quadratic-bowl"), at("optimizer.id", "sgd"),
                      at("optimizer.learningRate", 0.5)};
  EXPECT_EQ(ids(diagnosis(bowl, 1000)), nothing);
}

TEST(NoiseFloor, IsLowerWithASmallerRate) {
  const Settings race{at("problem.dataset.id", "plane"),
                      at("problem.dataset.samples", 100),
                      at("problem.dataset.noise", 0.3),
                      at("problem.batchSize", 1),
                      at("problem.network.hidden", std::vector<double>{}),
                      at("optimizer.id", "sgd"),
                      at("optimizer.learningRate", 0.2)};
  const Finding finding = found(diagnosis(race, 300), "noise-floor");
  ASSERT_TRUE(finding.remedy);
  EXPECT_LT(std::get<double>(finding.remedy->value), 0.2);
  EXPECT_LT(measured(finding, "triedLoss").value_or(1),
            0.6 * measured(finding, "lastLoss").value_or(0));
  EXPECT_EQ(ids(diagnosis(with(race, {*finding.remedy}), 300)), nothing);
  EXPECT_EQ(measured(finding, "batch"), 10);
  EXPECT_LT(measured(finding, "batchLoss").value_or(1),
            0.6 * measured(finding, "lastLoss").value_or(0));
  EXPECT_EQ(ids(diagnosis(with(race, {at("problem.batchSize", "full")}), 300)), nothing);
}

TEST(Overfitting, BeginsWhereTheTestLossIsLowest) {
  const Settings race{at("problem.dataset.id", "xor"),
                      at("problem.dataset.samples", 80),
                      at("problem.dataset.noise", 0.4),
                      at("problem.batchSize", "full"),
                      at("problem.network.hidden", std::vector{16.0, 16.0}),
                      at("optimizer.id", "adam"),
                      at("optimizer.learningRate", 0.03)};
  const Finding finding = found(diagnosis(race, 150), "overfitting");
  EXPECT_NEAR(measured(finding, "epoch").value_or(0), 30, 20);
  EXPECT_GT(measured(finding, "lastLoss").value_or(0),
            1.5 * measured(finding, "lowestLoss").value_or(1));
  ASSERT_TRUE(finding.remedy);
  EXPECT_EQ(finding.remedy->path, "problem.network.l2");
  EXPECT_LT(measured(finding, "triedLoss").value_or(1), measured(finding, "lastLoss").value_or(0));
  expect_cured(race, finding, 150);
  EXPECT_EQ(ids(diagnosis(with(race, {at("problem.dataset.samples", 800)}), 150)), nothing);
  EXPECT_FALSE(has(diagnosis(with(race, {at("problem.testFraction", 0)}), 150), "overfitting"));
}

}  // namespace
}  // namespace fall_line
