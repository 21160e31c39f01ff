// SPDX-License-Identifier: MIT
#include "run/path.hpp"

#include <gtest/gtest.h>

#include "support/runs.hpp"
#include "support/same_run.hpp"

namespace fall_line {
namespace {

Settings downhill(double rate, std::vector<double> start = {4, 3}) {
  return {at("problem.surface.id", "quadratic-bowl"), at("problem.start", std::move(start)),
          at("optimizer.id", "sgd"), at("optimizer.learningRate", rate)};
}

TEST(Path, HoldsEveryStepOfAShortRunAndThenOnlyRecords) {
  const auto run = make_run(downhill(1e-4));
  run->step(6000);
  std::vector<std::uint64_t> steps;
  for (const Waypoint& waypoint : run->path()) steps.push_back(waypoint.step);
  ASSERT_EQ(steps.size(), 5001U + 10);
  for (std::uint64_t i = 0; i <= 5000; ++i) EXPECT_EQ(steps[i], i);
  for (std::uint64_t i = 1; i <= 10; ++i) EXPECT_EQ(steps[5000 + i], 5000 + 100 * i);
}

TEST(Path, HoldsThePointsOfTheRun) {
  const auto run = make_run(downhill(0.5));
  run->step(2);
  ASSERT_EQ(run->path().size(), 3U);
  EXPECT_EQ(run->path()[0].x, 4);
  EXPECT_EQ(run->path()[0].y, 3);
  EXPECT_EQ(run->path()[1].x, 2);
  EXPECT_EQ(run->path()[2].y, 0.75);
}

TEST(Path, IsTheSameHoweverTheStepsAreSliced) {
  const auto straight = make_run(downhill(0.1)), sliced = make_run(downhill(0.1));
  straight->step(5300);
  for (const std::uint64_t n : {1, 99, 0, 4950, 1, 249}) sliced->step(n);
  expect_same_run(*straight, *sliced);
}

TEST(Path, ContinuesFromASnapshotAndRestartsWithNewParameters) {
  const auto saved = make_run(downhill(0.1)), loaded = make_run(downhill(0.1));
  saved->step(7);
  loaded->step(3);
  ASSERT_TRUE(loaded->restore(saved->snapshot()));
  expect_same_run(*saved, *loaded);
  ASSERT_TRUE(loaded->set_parameters(std::vector<double>{1, 2}));
  ASSERT_EQ(loaded->path().size(), 1U);
  EXPECT_EQ(loaded->path()[0].y, 2);
}

TEST(Path, EndsAtTheLastFinitePointOfADivergedRun) {
  const auto run = make_run(downhill(1e30));
  run->step(100);
  ASSERT_EQ(run->report().status, Status::diverged);
  ASSERT_GT(run->path().size(), 1U);
  EXPECT_LE(run->path().back().step, run->report().step);
  for (const Waypoint& waypoint : run->path()) EXPECT_EQ(waypoint.x - waypoint.x, 0);
}

TEST(Path, IsEmptyOnData) {
  const auto run = make_run(small_race());
  run->step(10);
  EXPECT_TRUE(run->path().empty());
}

}  // namespace
}  // namespace fall_line
