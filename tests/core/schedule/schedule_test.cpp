// SPDX-License-Identifier: MIT
#include "schedule/schedule.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "schedule/warm_up.hpp"
#include "support/registry.hpp"
#include "support/schedules.hpp"

namespace fall_line {
namespace {

/// The factors of the first `count` steps.
std::vector<double> first(std::size_t count, const Schedule& schedule) {
  std::vector<double> factors;
  for (std::size_t t = 0; t < count; ++t) factors.push_back(schedule.factor(t));
  return factors;
}

void expect_near(const std::vector<double>& factors, const std::vector<double>& expected) {
  ASSERT_EQ(factors.size(), expected.size());
  for (std::size_t t = 0; t < factors.size(); ++t)
    EXPECT_NEAR(factors[t], expected[t], 1e-15) << "step " << t;
}

class EverySchedule : public testing::TestWithParam<const ScheduleEntry*> {};

TEST_P(EverySchedule, StaysBetweenZeroAndTheChosenRate) {
  for (const Declaration& row : docs_of(*GetParam()).hyperparameters)
    for (const double value : {row.default_value, row.slider.min, row.slider.max}) {
      const auto schedule = make_schedule(GetParam()->id, {{row.id, value}});
      for (std::uint64_t t = 0; t < 5000; ++t) {
        const double factor = schedule->factor(t);
        ASSERT_TRUE(factor >= 0 && factor <= 1) << row.id << " " << value << " at step " << t;
        schedule->hear(1);
      }
      for (const std::uint64_t t : {999'999'999, 1'000'000'000})
        ASSERT_TRUE(schedule->factor(t) >= 0 && schedule->factor(t) <= 1) << row.id << " " << value;
    }
}

TEST_P(EverySchedule, ReachesTheChosenRateWithinItsDefaultLength) {
  const auto schedule = make_schedule(GetParam()->id);
  double highest = 0;
  for (std::uint64_t t = 0; t < 2000; ++t) highest = std::max(highest, schedule->factor(t));
  EXPECT_EQ(highest, 1);
}

/// A function of the step alone gives the same factors in any order, and ignores the loss.
TEST_P(EverySchedule, DependsOnTheStepAloneUnlessItFollowsTheLoss) {
  const auto schedule = make_schedule(GetParam()->id);
  const std::vector<double> forwards = first(3000, *schedule);
  bool heard = false;
  for (std::uint64_t t = 3000; t-- > 0;) {
    schedule->hear(1);
    heard = heard || schedule->factor(t) != forwards[t];
  }
  EXPECT_EQ(heard, GetParam()->listens);
  schedule->reset();
  EXPECT_EQ(first(3000, *schedule), forwards);
}

TEST_P(EverySchedule, CitesItsSource) {
  const ScheduleDocs& docs = docs_of(*GetParam());
  EXPECT_NE(docs.formula.find("\\eta"), std::string_view::npos);
  EXPECT_TRUE(docs.paper.url.starts_with("https://"));
  EXPECT_GT(docs.paper.year, 1900);
  EXPECT_TRUE(docs.notes.ends_with('.'));
  EXPECT_EQ(docs.checked_against, "PyTorch 1.13");
}

INSTANTIATE_TEST_SUITE_P(Registry, EverySchedule, testing::ValuesIn(every(schedules())), ById());

TEST(StepDecay, ByHand) {
  expect_near(first(7, *make_schedule("step-decay", {{"interval", 3}, {"gamma", 0.5}})),
              {1, 1, 1, 0.5, 0.5, 0.5, 0.25});
}

TEST(Exponential, ByHand) {
  expect_near(first(4, *make_schedule("exponential", {{"gamma", 0.5}})), {1, 0.5, 0.25, 0.125});
}

TEST(InverseTime, ByHand) {
  expect_near(first(4, *make_schedule("inverse-time", {{"decay", 1}})), {1, 0.5, 1.0 / 3, 0.25});
}

TEST(Polynomial, ByHand) {
  expect_near(first(6, *make_schedule("polynomial", {{"totalSteps", 4}, {"power", 2}})),
              {1, 0.5625, 0.25, 0.0625, 0, 0});
}

TEST(Cosine, ByHandAndConstantAfterItsEnd) {
  const double root = std::sqrt(0.5);
  const auto cosine = make_schedule("cosine", {{"totalSteps", 4}, {"minFactor", 0.2}});
  expect_near(first(7, *cosine),
              {1, 0.2 + 0.4 * (1 + root), 0.6, 0.2 + 0.4 * (1 - root), 0.2, 0.2, 0.2});
  for (const std::uint64_t t : {8, 12, 1000, 1'000'000}) EXPECT_EQ(cosine->factor(t), 0.2);
}

TEST(CosineRestarts, ByHand) {
  const auto restarts = make_schedule("cosine-restarts", {{"period", 2}, {"growth", 2}});
  const double root = std::sqrt(0.5);
  expect_near(first(7, *restarts), {1, 0.5, 1, (1 + root) / 2, 0.5, (1 - root) / 2, 1});
}

TEST(LinearWarmup, ByHand) {
  expect_near(first(6, *make_schedule("linear-warmup", {{"warmupSteps", 4}})),
              {0.25, 0.5, 0.75, 1, 1, 1});
  for (const double steps : {0, 1})
    EXPECT_EQ(make_schedule("linear-warmup", {{"warmupSteps", steps}})->factor(0), 1) << steps;
}

TEST(OneCycle, PeaksOneStepBeforeItsFractionAndEndsAtTheLastStep) {
  const auto cycle = make_schedule(
      "one-cycle",
      {{"totalSteps", 10}, {"pctStart", 0.3}, {"divFactor", 10}, {"finalDivFactor", 100}});
  const std::vector<double> factors = first(12, *cycle);
  EXPECT_NEAR(factors[0], 0.1, 1e-15);
  EXPECT_NEAR(factors[1], 0.55, 1e-15);
  EXPECT_NEAR(factors[2], 1, 1e-15) << "0.3 * 10 - 1";
  for (std::size_t t = 3; t < 10; ++t) EXPECT_LT(factors[t], factors[t - 1]) << t;
  for (std::size_t t = 9; t < 12; ++t) EXPECT_NEAR(factors[t], 0.001, 1e-15) << t;
}

TEST(OneCycle, StartsAtItsPeakWhereTheRisingFractionIsAtMostAStep) {
  for (const double share : {0.0, 0.05, 0.1}) {
    const auto cycle = make_schedule("one-cycle", {{"totalSteps", 10}, {"pctStart", share}});
    EXPECT_EQ(cycle->factor(0), 1) << share;
  }
  const auto later = make_schedule("one-cycle", {{"totalSteps", 10}, {"pctStart", 0.11}});
  EXPECT_LT(later->factor(0), 1);
}

TEST(OneCycle, MayRiseOrFallAlone) {
  const auto falls = make_schedule("one-cycle", {{"totalSteps", 10}, {"pctStart", 0}});
  const auto rises = make_schedule("one-cycle", {{"totalSteps", 10}, {"pctStart", 1}});
  const auto single = make_schedule("one-cycle", {{"totalSteps", 1}});
  EXPECT_EQ(falls->factor(0), 1);
  EXPECT_LT(falls->factor(1), 1);
  EXPECT_EQ(rises->factor(9), 1);
  EXPECT_LT(rises->factor(8), 1);
  EXPECT_LT(rises->factor(10), 1e-4);
  EXPECT_EQ(single->factor(0), 1);
  EXPECT_LT(single->factor(1), 1e-4);
}

TEST(Triangular, ByHand) {
  expect_near(first(7, *make_schedule("triangular", {{"halfCycle", 2}, {"minFactor", 0.2}})),
              {0.2, 0.6, 1, 0.6, 0.2, 0.6, 1});
}

/// The factor after each loss.
std::vector<double> after(Schedule& schedule, const std::vector<double>& losses) {
  std::vector<double> factors;
  for (const double loss : losses) {
    schedule.hear(loss);
    factors.push_back(schedule.factor(0));
  }
  return factors;
}

TEST(ReduceOnPlateau, ReducesAfterItsPatienceAndThenCoolsDown) {
  const auto plateau =
      make_schedule("reduce-on-plateau", {{"factor", 0.5}, {"patience", 2}, {"cooldown", 1}});
  expect_near(after(*plateau, {5, 5, 5, 5, 5, 5, 5, 5, 4}),
              {1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25});
}

TEST(ReduceOnPlateau, KeepsTheRateWhileTheLossFallsByMoreThanTheThreshold) {
  const Named settings{{"factor", 0.5}, {"patience", 0}, {"threshold", 0.1}};
  expect_near(after(*make_schedule("reduce-on-plateau", settings), {10, 8.9, 8.02, 7.2}),
              {1, 1, 0.5, 0.5});
}

TEST(ReduceOnPlateau, RequiresADecreaseForNegativeLossesToo) {
  const Named settings{{"factor", 0.5}, {"patience", 0}, {"threshold", 0.1}};
  expect_near(after(*make_schedule("reduce-on-plateau", settings), {-10, -10, -10.5, -11.5}),
              {1, 0.5, 0.25, 0.25});
}

TEST(ReduceOnPlateau, NeverFallsBelowItsMinimumFactor) {
  const Named settings{{"factor", 0.1}, {"patience", 0}, {"minFactor", 0.05}};
  expect_near(after(*make_schedule("reduce-on-plateau", settings), {1, 1, 1, 1}),
              {1, 0.1, 0.05, 0.05});
}

}  // namespace
}  // namespace fall_line
