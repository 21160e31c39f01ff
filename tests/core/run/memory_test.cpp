// SPDX-License-Identifier: MIT
#include "run/memory.hpp"

#include <gtest/gtest.h>

#include "support/allocation.hpp"
#include "support/problems.hpp"
#include "support/registry.hpp"
#include "support/runs.hpp"

namespace fall_line {
namespace {

std::vector<std::string> problems_with(const Settings& settings) {
  return messages(check(settings).problems);
}

/// Most bytes in use while a run of the settings is made, walks, and is saved.
std::size_t bytes_used(const Settings& settings, std::shared_ptr<const Samples> own = nullptr) {
  Plan plan = check(settings, std::move(own)).plan;
  const std::size_t before = Allocation::now;
  Allocation::reset_peak();
  Run run(std::move(plan));
  run.step(3);
  run.gradient();
  run.hessian_product(run.parameters());
  run.state();
  run.restore(run.snapshot());
  return Allocation::peak - before;
}

TEST(MemoryBytes, AreNeverFewerThanARunTakes) {
  const Settings plans[] = {
      {at("problem.dataset.samples", 200'000), at("problem.testFraction", 0)},
      {at("problem.dataset.id", "sine"), at("problem.dataset.samples", 200'000)},
      {at("problem.dataset.id", "blobs"), at("problem.dataset.samples", 200'000),
       at("problem.dataset.classes", 6), at("problem.network.loss", "mean-squared-error")},
      {at("problem.dataset.id", "digits-28"), at("problem.dataset.samples", 2000),
       at("problem.testFraction", 0), at("problem.network.loss", "huber")},
      {at("problem.network.hidden", {500.0, 500.0}), at("optimizer.id", "adam")},
      {at("problem.network.hidden", {500.0, 500.0}), at("optimizer.id", "adam"),
       at("optimizer.wrappers.0.id", "lookahead"), at("optimizer.wrappers.1.id", "sam"),
       at("optimizer.wrappers.2.id", "weight-averaging"), at("optimizer.wrappers.2.budget", 1)},
      {at("problem.network.hidden", std::vector<double>(1000, 20))},
  };
  for (const Settings& settings : plans) {
    const double bound = memory_bytes(check(settings).plan);
    const auto used = static_cast<double>(bytes_used(settings));
    EXPECT_LE(used, bound) << testing::PrintToString(settings.front().path) << ", "
                           << settings.size() << " settings";
    EXPECT_GT(used, 0.1 * bound) << "an estimate, not a guess";
  }
}

class MemoryOfRule : public testing::TestWithParam<const OptimizerEntry*> {};

/// On networks from the smallest to the largest that a rule with n × n matrices takes, and on one
/// whose matrices outweigh everything else.
TEST_P(MemoryOfRule, TakesNoMoreThanItsBound) {
  const std::vector<double> networks[] = {{4}, {20, 18}, {200, 300}};
  int trained = 0;
  for (const auto& hidden : networks)
    for (const char* loss : {"cross-entropy", "mean-squared-error"}) {
      const Settings settings =
          small_race({at("problem.network.hidden", hidden), at("problem.network.loss", loss),
                      at("optimizer.id", GetParam()->id)});
      if (!check(settings).problems.empty()) continue;
      const double bound = memory_bytes(check(settings).plan);
      EXPECT_LE(static_cast<double>(bytes_used(settings)), bound)
          << loss << ", " << testing::PrintToString(hidden);
      ++trained;
    }
  EXPECT_TRUE(trained > 0 || GetParam()->needs_float64);
}

INSTANTIATE_TEST_SUITE_P(MemoryBytes, MemoryOfRule, testing::ValuesIn(every(optimizers())), ById());

TEST(MemoryBytes, CoverOwnDataToo) {
  const auto own = std::make_shared<Samples>(random_samples(Task::regression, 40, 20, 0, 10'000));
  EXPECT_LE(static_cast<double>(bytes_used({}, own)), memory_bytes(check({}, own).plan));
}

TEST(MemoryBound, RefusesBeforeAnythingIsAllocated) {
  const Settings plans[] = {
      {at("problem.network.hidden", {1e6, 1e6})},
      {at("problem.network.hidden", std::vector<double>(1'000'000, 1e6))},
      {at("problem.network.hidden", {5000.0, 5000.0})},
      {at("problem.dataset.id", "digits-28"), at("problem.dataset.samples", 1'000'000)},
  };
  for (const Settings& settings : plans) {
    Allocation::reset_peak();
    const std::size_t before = Allocation::now;
    const std::vector<Problem> problems = check(settings).problems;
    // The settings themselves are the largest part.
    EXPECT_LT(Allocation::peak - before, 64u << 20);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].path, "problem");
    EXPECT_EQ(problems[0].rule, "must need at most 192 MB of memory for data and network");
  }
}

TEST(MemoryBound, SaysHowMuchItWouldBe) {
  const double bytes = memory_bytes(check({at("problem.network.hidden", {5000.0, 5000.0})}).plan);
  EXPECT_EQ(check({at("problem.network.hidden", {5000.0, 5000.0})}).problems[0].value,
            std::to_string(static_cast<int>(bytes / 1048576 + 0.5)) + " MB");
  EXPECT_EQ(check({at("problem.network.hidden", std::vector<double>(1000, 1e6))}).problems[0].value,
            "far more");
}

TEST(MemoryBound, LetsOrdinaryRacesPass) {
  EXPECT_TRUE(problems_with({at("problem.dataset.samples", 1'000'000)}).empty());
  EXPECT_TRUE(problems_with({at("problem.network.hidden", {512.0, 512.0})}).empty());
  EXPECT_TRUE(
      problems_with({at("problem.dataset.id", "digits-28"), at("problem.dataset.samples", 10'000)})
          .empty());
}

TEST(MemoryBound, HoldsForADataSetAlone) {
  const DatasetCheck checked =
      check_dataset({at("dataset.id", "digits-28"), at("dataset.samples", 1'000'000)});
  ASSERT_EQ(checked.problems.size(), 1u);
  EXPECT_EQ(checked.problems[0].path, "dataset");
  EXPECT_TRUE(
      check_dataset({at("dataset.id", "digits-12"), at("dataset.samples", 5000)}).problems.empty());
}

}  // namespace
}  // namespace fall_line
