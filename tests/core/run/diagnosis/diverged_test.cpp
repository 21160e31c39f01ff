// SPDX-License-Identifier: MIT
#include <cmath>

#include "run/diagnosis/support.hpp"

/// A run that diverged, and the limit of its learning rate where there is one.
namespace fall_line {
namespace {

/// f = (x² + 100 y²) / 2
Settings valley(const Settings& changes) {
  return with({at("problem.surface.id", "narrow-valley"), at("optimizer.id", "sgd")}, changes);
}

void expect_limit(const Settings& race, double limit) {
  const Finding finding = found(diagnosis(race, 20000), "diverged");
  EXPECT_NEAR(measured(finding, "curvature").value_or(0), 100, 0.1);
  EXPECT_NEAR(measured(finding, "threshold").value_or(0), limit, 1e-3 * limit);
}

TEST(Diverged, NamesTheLimitOfGradientDescent) {
  // 2 / 100
  expect_limit(valley({at("optimizer.learningRate", 0.021)}), 0.02);
}

TEST(Diverged, NamesTheLimitOfMomentum) {
  // 2 (1 + 0.5) / 100
  expect_limit(valley({at("optimizer.id", "momentum"), at("optimizer.momentum", 0.5),
                       at("optimizer.learningRate", 0.031)}),
               0.03);
}

TEST(Diverged, NamesNoLimitWhereNoneHolds) {
  for (const Settings& race :
       {valley({at("optimizer.learningRate", 0.1), at("problem.gradientNoise", 1)}),
        with(valley({at("optimizer.learningRate", 3)}),
             {at("optimizer.wrappers.0.id", "lookahead")}),
        Settings{at("problem.dataset.id", "polynomial"), at("problem.network.activation", "relu"),
                 at("optimizer.learningRate", 10)}}) {
    const Finding finding = found(diagnosis(race, 2000), "diverged");
    EXPECT_FALSE(measured(finding, "threshold"));
    EXPECT_TRUE(finding.remedy);
  }
}

TEST(Diverged, OffersATenthThatStaysFinite) {
  const Settings race = valley({at("optimizer.learningRate", 0.021)});
  const Finding finding = found(diagnosis(race, 20000), "diverged");
  ASSERT_TRUE(finding.remedy);
  EXPECT_EQ(finding.remedy->path, "optimizer.learningRate");
  EXPECT_EQ(std::get<double>(finding.remedy->value), 0.0021);
  const auto steps = static_cast<std::uint64_t>(measured(finding, "triedSteps").value_or(0));
  EXPECT_GE(steps, 500u);
  const auto remedied = make_run(with(race, {*finding.remedy}));
  remedied->step(steps);
  EXPECT_EQ(remedied->report().status, Status::running);
}

TEST(Diverged, OffersLessThanATenthWhereThatDivergesToo) {
  const Finding finding =
      found(diagnosis(valley({at("optimizer.learningRate", 5)}), 2000), "diverged");
  ASSERT_TRUE(finding.remedy);
  EXPECT_EQ(std::get<double>(finding.remedy->value), 0.005);
}

TEST(Diverged, OffersATenthUntriedAfterAChange) {
  const auto run = make_run(valley({at("optimizer.learningRate", 0.01)}));
  run->step(10);
  ASSERT_TRUE(run->configure({at("optimizer.learningRate", 5)}).empty());
  run->step(2000);
  const Finding finding = found(run->diagnose(true), "diverged");
  EXPECT_EQ(std::get<double>(finding.remedy->value), 0.5);
  EXPECT_FALSE(measured(finding, "triedSteps"));
  EXPECT_FALSE(measured(finding, "threshold"));
}

TEST(Diverged, NeedsNoSecondRun) {
  const auto run = make_run(valley({at("optimizer.learningRate", 5)}));
  run->step(2000);
  const Finding finding = found(run->diagnose(false), "diverged");
  EXPECT_EQ(std::get<double>(finding.remedy->value), 0.5);
  EXPECT_FALSE(measured(finding, "triedSteps"));
}

TEST(Diverged, IsNotSaidOfAFallWithoutEnd) {
  const Settings saddle{at("problem.surface.id", "saddle"),
                        at("problem.start", std::vector{1.0, 1.0}), at("optimizer.id", "sgd"),
                        at("optimizer.learningRate", 0.4)};
  EXPECT_EQ(ids(diagnosis(saddle, 5000)), std::vector<std::string>{"bottomless"});
}

TEST(Diverged, IsNotSaidOfARunThatGoesOn) {
  EXPECT_EQ(ids(diagnosis(valley({at("optimizer.learningRate", 0.019)}), 500)),
            std::vector<std::string>{});
}

}  // namespace
}  // namespace fall_line
