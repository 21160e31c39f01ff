// SPDX-License-Identifier: MIT
#include "support/schedules.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <span>

#include "catalog/find.hpp"
#include "support/runs.hpp"
#include "support/same_run.hpp"

/// Schedules in a run.
namespace fall_line {
namespace {

using Messages = std::vector<std::string>;

Settings race_at(std::string_view schedule, const Settings& changes = {}) {
  return with(small_race({at("schedule.id", schedule), at("problem.batchSize", 7),
                          at("optimizer.learningRate", 0.1)}),
              changes);
}

/// The learning rates of the first updates.
std::vector<double> rates(Run& run, int steps) {
  std::vector<double> all;
  for (int t = 0; t < steps; ++t) all.push_back(run.step(1).learning_rate);
  return all;
}

TEST(Schedules, SetTheRateOfTheUpdate) {
  const auto run =
      make_run(race_at("step-decay", {at("schedule.interval", 2), at("schedule.gamma", 0.5),
                                      at("optimizer.learningRate", 0.4)}));
  EXPECT_EQ(rates(*run, 5), (std::vector{0.4, 0.4, 0.2, 0.2, 0.1}));
}

TEST(Schedules, ReachTheRule) {
  const auto scheduled =
      make_run(race_at("step-decay", {at("schedule.interval", 1), at("schedule.gamma", 0.5)}));
  const auto by_hand = make_run(race_at("constant"));
  for (const double rate : {0.1, 0.05, 0.025, 0.0125}) {
    by_hand->configure({at("optimizer.learningRate", rate)});
    by_hand->step(1);
    scheduled->step(1);
    EXPECT_EQ(parameters_of(*scheduled), parameters_of(*by_hand)) << rate;
  }
}

TEST(Schedules, FollowARateThatChanges) {
  const auto run = make_run(race_at("step-decay", {at("schedule.interval", 1)}));
  run->step(2);
  run->configure({at("optimizer.learningRate", 1)});
  EXPECT_EQ(run->step(1).learning_rate, 0.1 * 0.1);
}

TEST(Schedules, RecordTheirRatesInTheCurve) {
  const auto run = make_run(race_at("exponential", {at("optimizer.learningRate", 0.3)}));
  for (int t = 1; t <= 130; ++t) run->step(1);
  EXPECT_TRUE(std::isnan(run->curve().front().learning_rate)) << "no update yet";
  const auto exponential = make_schedule("exponential");
  for (const Record& record : std::span(run->curve()).subspan(1))
    EXPECT_EQ(record.learning_rate, 0.3 * exponential->factor(record.step - 1)) << record.step;
}

TEST(Schedules, PreviewTheirRates) {
  const Settings choice{at("schedule.id", "one-cycle"), at("schedule.totalSteps", 60),
                        at("schedule.warmupSteps", 7)};
  const RatesCheck checked = check_rates(choice);
  ASSERT_TRUE(checked.problems.empty());
  const Rates before(checked.schedule, checked.pace);
  const auto run = make_run(with(race_at("one-cycle"), choice));
  for (std::uint64_t t = 0; t < 70; ++t)
    EXPECT_EQ(run->step(1).learning_rate, before.at(t, 0.1)) << "update " << t;
  EXPECT_EQ(messages(check_rates({at("schedule.id", "reduce-on-plateau")}).problems),
            Messages{"schedule.id must be a schedule that does not depend on losses "
                     R"((got "reduce-on-plateau"))"});
  EXPECT_EQ(check_rates({at("schedule.id", "cosine"), at("schedule.gamma", 1)}).problems.size(),
            1u);
}

TEST(Schedules, CombineWithAWarmUp) {
  const auto run = make_run(
      race_at("step-decay", {at("schedule.interval", 3), at("schedule.gamma", 0.5),
                             at("schedule.warmupSteps", 4), at("optimizer.learningRate", 8)}));
  EXPECT_EQ(rates(*run, 7), (std::vector{2.0, 4.0, 6.0, 4.0, 4.0, 4.0, 2.0}));
}

TEST(Schedules, WarmUpAloneEqualsWarmUpOfAConstantRate) {
  const auto alone = make_run(race_at("linear-warmup", {at("schedule.warmupSteps", 20)}));
  const auto beside = make_run(race_at("constant", {at("schedule.warmupSteps", 20)}));
  alone->step(50);
  beside->step(50);
  expect_same_run(*alone, *beside);
}

TEST(Schedules, ContinueFromASnapshot) {
  for (const ScheduleEntry* entry : schedules()) {
    SCOPED_TRACE(entry->id);
    const Settings race = race_at(entry->id, {at("schedule.warmupSteps", 50)});
    const auto straight = make_run(race), saved = make_run(race), loaded = make_run(race);
    straight->step(300);
    saved->step(133);
    ASSERT_TRUE(loaded->restore(saved->snapshot()));
    EXPECT_TRUE(loaded->snapshot() == saved->snapshot());
    loaded->step(167);
    expect_same_run(*straight, *loaded);
  }
}

/// An epoch of 30 samples has five batches. The last one is smaller.
Settings plateau() {
  return race_at("reduce-on-plateau", {at("schedule.patience", 1), at("schedule.factor", 0.5),
                                       at("schedule.threshold", 0.3)});
}

TEST(ReduceOnPlateauInARun, FollowsTheMeanLossOfEachEpoch) {
  const auto run = make_run(plateau());
  const auto schedule = find(schedules(), "reduce-on-plateau")->make({0.5, 1, 0.3, 0, 0});
  double changes = 0;
  for (int epoch = 0; epoch < 30; ++epoch) {
    double sum = 0;
    for (const double samples : {7, 7, 7, 7, 2}) {
      const Report& report = run->step(1);
      EXPECT_EQ(report.learning_rate, 0.1 * schedule->factor(0)) << "step " << report.step;
      ASSERT_EQ(run->last_batch().size(), samples);
      sum += samples * report.loss;
    }
    const double before = schedule->factor(0);
    schedule->hear(sum / 30);
    changes += schedule->factor(0) != before;
  }
  EXPECT_GT(changes, 3);
}

TEST(ReduceOnPlateauInARun, DoesNotDependOnTheSlicing) {
  const auto straight = make_run(plateau());
  straight->step(400);
  EXPECT_LT(straight->report().learning_rate, 0.05);
  const std::vector<std::vector<std::uint64_t>> slicings{{1, 3, 96, 1, 299}, {200, 200}, {399, 1}};
  for (const auto& slices : slicings) {
    ASSERT_EQ(std::accumulate(slices.begin(), slices.end(), std::uint64_t{0}), 400u);
    const auto sliced = make_run(plateau());
    for (const std::uint64_t n : slices) {
      const auto again = make_run(plateau());
      sliced->step(n);
      ASSERT_TRUE(again->restore(sliced->snapshot()));
      ASSERT_TRUE(sliced->restore(again->snapshot()));
    }
    expect_same_run(*straight, *sliced);
  }
}

TEST(ReduceOnPlateauInARun, CountsStepsInFullBatchesAndOnSurfaces) {
  const Settings impatient{at("schedule.id", "reduce-on-plateau"), at("schedule.patience", 0),
                           at("schedule.factor", 0.5), at("schedule.threshold", 0.99)};
  const std::vector halved{0.001, 0.001, 0.0005, 0.00025};
  const auto full = make_run(small_race(
      with(impatient, {at("problem.batchSize", "full"), at("optimizer.learningRate", 0.001)})));
  EXPECT_EQ(rates(*full, 4), halved);
  const auto surface = make_run(
      with(impatient, {at("problem.surface.id", "rosenbrock"), at("optimizer.id", "sgd"),
                       at("optimizer.learningRate", 0.001), at("schedule.threshold", 0.9)}));
  EXPECT_EQ(rates(*surface, 2), (std::vector{0.001, 0.001}));
  EXPECT_LT(surface->step(20).learning_rate, 0.001 / 1000);
}

TEST(ReduceOnPlateauInARun, RestartsWithTheRun) {
  const auto run = make_run(plateau()), fresh = make_run(plateau());
  const Vector start = parameters_of(*run);
  run->step(203);
  ASSERT_TRUE(run->set_parameters({std::vector<double>(start.begin(), start.end())}));
  run->step(100);
  fresh->step(100);
  expect_same_run(*run, *fresh);
}

TEST(Schedules, AreRefusedWhereTheRuleTakesNoRate) {
  if (sizeof(Real) < sizeof(double)) GTEST_SKIP() << "float32 refuses these rules";
  for (const OptimizerEntry* rule : rules_for(small_race({at("problem.dataset.id", "sine")}))) {
    const Settings race =
        small_race({at("problem.dataset.id", "sine"), at("optimizer.id", rule->id)});
    const std::string why = " for " + std::string(rule->id) + ", which has no learning rate (got ";
    const bool free = rate_row(*rule).has_value();
    EXPECT_EQ(messages(check(with(race, {at("schedule.id", "cosine")})).problems),
              free ? Messages{} : Messages{"schedule.id must be constant" + why + "\"cosine\")"});
    EXPECT_EQ(messages(check(with(race, {at("schedule.warmupSteps", 5)})).problems),
              free ? Messages{} : Messages{"schedule.warmupSteps must be 0" + why + "5)"});
  }
}

}  // namespace
}  // namespace fall_line
