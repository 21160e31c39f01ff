// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/watched.hpp"

namespace fall_line {
namespace {

TEST(Accuracy, IsThatOfTheCurve) {
  const auto run = make_run(small_race());
  watch(*run, {"accuracy"});
  run->step(30);
  for (std::size_t row = 0; row <= 30; ++row) {
    EXPECT_EQ(column(*run, "accuracy", 0)[row], run->curve()[row].test_accuracy);
    EXPECT_EQ(column(*run, "accuracy", 1)[row], run->curve()[row].train_accuracy);
  }
  EXPECT_EQ(run->unsuited().at("r-squared"), "values to predict instead of classes");
}

const Settings sine = small_race(
    {at("problem.dataset.id", "sine"), at("problem.network.hidden", std::vector<double>{})});

/// The targets of a part of the data.
std::vector<double> targets(Run& run, const std::vector<std::uint32_t>& part) {
  std::vector<double> y;
  for (const std::uint32_t i : part) y.push_back(run.problem().samples().y[i]);
  return y;
}

/// A linear model of slope 0 predicts its bias.
TEST(RSquared, IsZeroForTheMeanAndLessForAnyOtherConstant) {
  const auto run = make_run(sine);
  const std::vector<double> y = targets(*run, run->problem().split().train);
  double mean = 0, spread = 0;
  for (const double each : y) mean += each / static_cast<double>(y.size());
  for (const double each : y) spread += (each - mean) * (each - mean);
  ASSERT_TRUE(run->set_parameters(std::vector<double>{0, mean}));
  watch(*run, {"r-squared"});
  EXPECT_NEAR(column(*run, "r-squared", 1)[0], 0, 1e-6);
  ASSERT_TRUE(run->set_parameters(std::vector<double>{0, mean + 2}));
  const double expected = -4 * static_cast<double>(y.size()) / spread;
  EXPECT_NEAR(column(*run, "r-squared", 1)[0], expected, 1e-5 * std::fabs(expected));
  EXPECT_EQ(run->unsuited().at("accuracy"), "classes to predict");
}

/// With the squared error, which is the mean of the squares.
TEST(RSquared, FollowsFromTheLosses) {
  const auto run = make_run(with(sine, {at("problem.network.hidden", std::vector{4.0}),
                                        at("problem.network.loss", "mean-squared-error")}));
  watch(*run, {"r-squared"});
  run->step(200);
  const Evaluation evaluation = run->evaluate();
  const auto expected = [&](const std::vector<std::uint32_t>& part, double loss) {
    const std::vector<double> y = targets(*run, part);
    double mean = 0, spread = 0;
    for (const double each : y) mean += each / static_cast<double>(y.size());
    for (const double each : y) spread += (each - mean) * (each - mean);
    return 1 - loss * static_cast<double>(y.size()) / spread;
  };
  const Split& split = run->problem().split();
  EXPECT_NEAR(column(*run, "r-squared", 0).back(), expected(split.test, *evaluation.test_loss),
              1e-5);
  EXPECT_NEAR(column(*run, "r-squared", 1).back(),
              expected(split.train, evaluation.train_data_loss), 1e-5);
}

TEST(RSquared, IsNothingWithoutATestSplit) {
  const auto run = make_run(with(sine, {at("problem.testFraction", 0)}));
  watch(*run, {"r-squared"});
  EXPECT_TRUE(std::isnan(column(*run, "r-squared", 0)[0]));
  EXPECT_TRUE(std::isfinite(column(*run, "r-squared", 1)[0]));
}

}  // namespace
}  // namespace fall_line
