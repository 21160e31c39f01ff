// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/runs.hpp"
#include "support/same_run.hpp"

namespace fall_line {
namespace {

using Bytes = std::vector<std::uint8_t>;

Settings race_with(std::string_view rule) {
  return small_race({at("optimizer.id", rule), at("problem.batchSize", 7)});
}

TEST(Snapshot, ContinuesEveryRuleBitForBit) {
  for (const OptimizerEntry* rule : rules_for(race_with("sgd"))) {
    SCOPED_TRACE(rule->id);
    const auto straight = make_run(race_with(rule->id)), saved = make_run(race_with(rule->id)),
               loaded = make_run(race_with(rule->id));
    straight->step(300);
    saved->step(133);
    const Bytes bytes = saved->snapshot();
    loaded->step(5);
    ASSERT_TRUE(loaded->restore(bytes));
    expect_same_run(*saved, *loaded);
    EXPECT_TRUE(loaded->snapshot() == bytes);
    loaded->step(167);
    expect_same_run(*straight, *loaded);
  }
}

TEST(Snapshot, WorksAtEveryStep) {
  // Steps around the end of an epoch, which has five batches.
  const auto straight = make_run(race_with("adam"));
  straight->step(30);
  for (std::uint64_t n = 0; n <= 16; ++n) {
    const auto saved = make_run(race_with("adam")), loaded = make_run(race_with("adam"));
    saved->step(n);
    ASSERT_TRUE(loaded->restore(saved->snapshot()));
    loaded->step(30 - n);
    expect_same_run(*straight, *loaded);
  }
}

TEST(Snapshot, KeepsChangedHyperparameters) {
  const auto saved = make_run(race_with("adam")), loaded = make_run(race_with("adam"));
  saved->step(10);
  saved->configure({at("optimizer.learningRate", 0.2), at("optimizer.clipNorm", 0.5)});
  ASSERT_TRUE(loaded->restore(saved->snapshot()));
  saved->step(50);
  loaded->step(50);
  expect_same_run(*saved, *loaded);
}

TEST(Snapshot, KeepsTheStatusOfAnEndedRun) {
  const Settings wild =
      small_race({at("problem.dataset.id", "sine"), at("optimizer.learningRate", 1e30),
                  at("problem.network.activation", "linear")});
  const auto saved = make_run(wild), loaded = make_run(wild);
  saved->step(50);
  ASSERT_EQ(saved->report().status, Status::diverged);
  ASSERT_TRUE(loaded->restore(saved->snapshot()));
  expect_same_run(*saved, *loaded);
  loaded->step(5);
  expect_same_run(*saved, *loaded);
}

/// Expects that the bytes are refused and the run does not change.
void expect_refused(Run& run, const Bytes& bytes, const std::string& what) {
  const Bytes before = run.snapshot();
  EXPECT_FALSE(run.restore(bytes)) << what;
  EXPECT_TRUE(run.snapshot() == before) << what << " changed something";
}

TEST(Restore, RefusesATruncatedSnapshot) {
  const auto run = make_run(race_with("adam"));
  run->step(8);
  const Bytes whole = run->snapshot();
  run->step(3);
  for (std::size_t size = 0; size < whole.size(); ++size)
    expect_refused(*run, {whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)},
                   std::to_string(size) + " bytes");
  Bytes longer = whole;
  longer.push_back(0);
  expect_refused(*run, longer, "one byte more");
}

TEST(Restore, RefusesRandomBytes) {
  const auto run = make_run(race_with("adam"));
  run->step(8);
  const std::size_t size = run->snapshot().size();
  Stream stream("noise", 1);
  for (int i = 0; i < 2000; ++i) {
    Bytes noise(i % 2 == 0 ? size : stream.below(static_cast<std::uint32_t>(2 * size)));
    for (std::uint8_t& byte : noise) byte = static_cast<std::uint8_t>(stream.bits());
    expect_refused(*run, noise, "noise");
  }
}

TEST(Restore, RefusesAChangedByte) {
  const auto run = make_run(race_with("adam"));
  run->step(8);
  const Bytes whole = run->snapshot();
  for (std::size_t i = 0; i < whole.size(); ++i)
    for (const int flip : {0x01, 0x80, 0xff}) {
      Bytes broken = whole;
      broken[i] = static_cast<std::uint8_t>(broken[i] ^ flip);
      expect_refused(*run, broken, "byte " + std::to_string(i));
      ASSERT_FALSE(testing::Test::HasFailure());
    }
}

TEST(Restore, RefusesTheSnapshotOfAnotherPlan) {
  const auto run = make_run(race_with("adam"));
  const Settings others[] = {
      {at("optimizer.id", "rmsprop")},
      {at("optimizer.id", "sgd")},
      {at("optimizer.wrappers.0.id", "sam")},
      {at("optimizer.batchSize", 5)},
      {at("optimizer.batchSize", "full")},
      {at("problem.dataset.id", "moons")},
      {at("problem.dataset.noise", 0.5)},
      {at("problem.dataset.samples", 62)},
      {at("problem.dataset.seed", 2)},
      {at("problem.testFraction", 0.4)},
      {at("problem.stratify", false)},
      {at("problem.standardize", true)},
      {at("problem.network.hidden", {4.0, 4.0})},
      {at("problem.network.activation", "relu")},
      {at("problem.network.loss", "hinge")},
      {at("problem.network.initializer", "uniform")},
      {at("problem.network.l2", 0.1)},
      {at("schedule.id", "cosine")},
      {at("schedule.warmupSteps", 5)},
      {at("seed", 2)},
  };
  for (const Settings& change : others) {
    const auto other = make_run(with(race_with("adam"), change));
    other->step(8);
    expect_refused(*run, other->snapshot(), change[0].path);
  }
}

}  // namespace
}  // namespace fall_line
