// SPDX-License-Identifier: MIT
#include "run/diagnosis/support.hpp"

/// A loss that falls steadily and slowly, where a tenfold rate is better.
namespace fall_line {
namespace {

Settings spiral(double rate) {
  return {at("problem.dataset.id", "spiral"), at("optimizer.id", "sgd"),
          at("optimizer.learningRate", rate)};
}

TEST(RateTooLow, OffersATenfoldRateThatReachesALowerLoss) {
  const Finding finding = found(diagnosis(spiral(0.03), 2000), "rate-too-low");
  ASSERT_TRUE(finding.remedy);
  EXPECT_EQ(finding.remedy->path, "optimizer.learningRate");
  EXPECT_EQ(std::get<double>(finding.remedy->value), 0.3);
  const auto remedied = make_run(with(spiral(0.03), {*finding.remedy}));
  remedied->step(static_cast<std::uint64_t>(measured(finding, "triedSteps").value_or(0)));
  EXPECT_LT(remedied->curve().back().train_loss, 0.6 * *measured(finding, "lastLoss"));
  EXPECT_NEAR(remedied->curve().back().train_loss, *measured(finding, "triedLoss"), 0.1);
}

TEST(RateTooLow, IsNotSaidOfTheUsualRate) {
  EXPECT_FALSE(has(diagnosis(spiral(0.3), 2000), "rate-too-low"));
}

TEST(RateTooLow, IsNotSaidWhereATenfoldRateDiverges) {
  // The limit is 0.02.
  const Settings valley{at("problem.surface.id", "narrow-valley"), at("optimizer.id", "sgd"),
                        at("optimizer.learningRate", 0.003)};
  EXPECT_FALSE(has(diagnosis(valley, 200), "rate-too-low"));
}

TEST(RateTooLow, IsNotSaidOfAShortRun) {
  EXPECT_FALSE(has(diagnosis(spiral(0.03), 50), "rate-too-low"));
}

}  // namespace
}  // namespace fall_line
