// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <numeric>

#include "support/runs.hpp"
#include "support/same_run.hpp"
#include "support/second_order.hpp"

/// The same plan gives the same bits, however the steps are sliced and whatever is read in between.
namespace fall_line {
namespace {

Settings race() {
  return {at("problem.dataset.id", "moons"), at("problem.dataset.samples", 90),
          at("problem.network.hidden", {5.0, 3.0}), at("problem.network.l2", 0.001),
          at("optimizer.id", "adam")};
}

TEST(Slicing, ChangesNoBits) {
  const auto straight = make_run(race());
  straight->step(2000);
  const std::vector<std::vector<std::uint64_t>> slicings{
      {1, 7, 93, 1, 899, 999}, {1000, 1000}, {101, 149, 0, 1750}, {3, 1997}};
  for (const auto& slices : slicings) {
    ASSERT_EQ(std::accumulate(slices.begin(), slices.end(), std::uint64_t{0}), 2000u);
    const auto sliced = make_run(race());
    for (const std::uint64_t n : slices) sliced->step(n);
    expect_same_run(*straight, *sliced);
  }
}

TEST(Slicing, IntoSingleStepsChangesNoBits) {
  const auto straight = make_run(race()), single = make_run(race());
  straight->step(700);
  for (int t = 0; t < 700; ++t) single->step(1);
  expect_same_run(*straight, *single);
}

TEST(Reading, ChangesNoBits) {
  const auto alone = make_run(race()), watched = make_run(race());
  alone->step(400);
  for (int slice = 0; slice < 40; ++slice) {
    watched->evaluate();
    watched->gradient();
    watched->state();
    watched->predict(watched->problem().samples().x);
    const UnitRange unit[] = {{0, 0, 1}};
    watched->activations(watched->problem().samples().x, unit);
    watched->last_batch();
    watched->snapshot();
    watched->record();
    watched->step(10);
  }
  expect_same_run(*alone, *watched);
}

TEST(Advance, StopsAtARecordThatIsDue) {
  const auto straight = make_run(race()), advanced = make_run(race());
  straight->step(600);
  std::uint64_t left = 600;
  EXPECT_EQ(advanced->advance(0), 0u);
  while (left > 0) {
    const std::uint64_t done = advanced->advance(left);
    ASSERT_GT(done, 0u);
    EXPECT_TRUE(is_recorded(advanced->report().step) || done == left);
    left -= done;
  }
  advanced->record();
  expect_same_run(*straight, *advanced);
}

// A line search sees another number of samples in each step, so no step size tells where to stop.
TEST(Advance, PausesWhereALineSearchReachesTheLimit) {
  if (!wide) GTEST_SKIP() << "float32 refuses it";
  const Settings searching = with(race(), {at("optimizer.id", "line-search")});
  const auto straight = make_run(searching);
  for (const double samples_seen : {1.0, 500.0, 2000.0, 2001.0}) {
    const auto paused = make_run(searching);
    while (paused->advance(1000, {.samples_seen = samples_seen}) > 0) paused->record();
    while (static_cast<double>(straight->report().samples_seen()) < samples_seen) straight->step(1);
    expect_same_run(*straight, *paused);
    EXPECT_EQ(paused->report().step, straight->report().step);
  }
}

TEST(Advance, PausesAtTheFirstStepThatReachesTheLimit) {
  const auto epochs = make_run(race());
  while (epochs->advance(1000, {.epoch = 2.5}) > 0) epochs->record();
  EXPECT_GE(epochs->report().epoch, 2.5);
  const auto before = make_run(race());
  before->step(epochs->report().step - 1);
  EXPECT_LT(before->report().epoch, 2.5);
}

TEST(Racers, StartFromTheSameBitsWithAnyRule) {
  std::vector<Vector> starts;
  for (const OptimizerEntry* rule : rules_for(race()))
    for (const char* size : {"race", "full"}) {
      const auto run =
          make_run(with(race(), {at("optimizer.id", rule->id), at("optimizer.batchSize", size)}));
      starts.push_back(parameters_of(*run));
    }
  for (const Vector& start : starts) EXPECT_EQ(start, starts.front());
}

TEST(Racers, SeeTheSameSampleOrderWithAnyRuleAndBatchSize) {
  const auto walk = [](const char* id, int batch_size) {
    const auto run =
        make_run(with(race(), {at("optimizer.id", id), at("optimizer.batchSize", batch_size)}));
    std::vector<std::uint32_t> all;
    while (all.size() < 3 * run->problem().split().train.size()) {
      run->step(1);
      for (const std::uint32_t i : run->last_batch()) all.push_back(i);
    }
    return all;
  };
  const auto stochastic = walk("sgd", 1);
  EXPECT_EQ(walk("adam", 1), stochastic);
  EXPECT_EQ(walk("momentum", 7), stochastic);
  EXPECT_EQ(walk("rmsprop", 44), stochastic);
}

TEST(Seeds, ChangeOnlyTheirOwnPart) {
  const auto base = make_run(race()), start = make_run(with(race(), {at("seed", 2)})),
             data = make_run(with(race(), {at("problem.dataset.seed", 2)}));
  EXPECT_EQ(start->problem().samples().x, base->problem().samples().x);
  EXPECT_EQ(start->problem().split().train, base->problem().split().train);
  EXPECT_NE(parameters_of(*start), parameters_of(*base));
  EXPECT_EQ(parameters_of(*data), parameters_of(*base));
  EXPECT_NE(data->problem().samples().x, base->problem().samples().x);
  EXPECT_NE(data->problem().split().train, base->problem().split().train);
  base->step(1);
  start->step(1);
  EXPECT_NE(start->last_batch(), base->last_batch());
}

TEST(BatchSizes, OfARacerOverrideThatOfTheRace) {
  const auto size = [](const Settings& changes) {
    const auto run = make_run(with(race(), changes));
    run->step(1);
    return run->last_batch().size();
  };
  EXPECT_EQ(size({}), 10u);
  EXPECT_EQ(size({at("problem.batchSize", 4)}), 4u);
  EXPECT_EQ(size({at("problem.batchSize", "full")}), 45u);
  EXPECT_EQ(size({at("problem.batchSize", 4), at("optimizer.batchSize", 6)}), 6u);
  EXPECT_EQ(size({at("problem.batchSize", 4), at("optimizer.batchSize", "race")}), 4u);
  EXPECT_EQ(size({at("problem.batchSize", 4), at("optimizer.batchSize", "full")}), 45u);
  EXPECT_EQ(size({at("optimizer.batchSize", 1000)}), 45u);
}

}  // namespace
}  // namespace fall_line
