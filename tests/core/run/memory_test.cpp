// SPDX-License-Identifier: MIT
#include "run/memory.hpp"

#include <gtest/gtest.h>

#include "support/allocation.hpp"
#include "support/problems.hpp"
#include "support/registry.hpp"
#include "support/runs.hpp"
#include "support/watched.hpp"

namespace fall_line {
namespace {

std::vector<std::string> problems_with(const Settings& settings) {
  return messages(check(settings).problems);
}

struct Used {
  double most;  ///< The peak while a run is created, steps, is read, and is saved.
  double held;  ///< Memory held between two calls.
  double snapshot;
};

Used memory_of(const Settings& settings, std::shared_ptr<const Samples> own = nullptr) {
  Plan plan = check(settings, std::move(own)).plan;
  const std::size_t before = Allocation::now;
  Allocation::reset_peak();
  Run run(std::move(plan));
  run.step(3);
  run.gradient();
  run.hessian_product(run.parameters());
  run.state();
  const std::size_t snapshot = run.snapshot().size();
  run.restore(run.snapshot());
  return {static_cast<double>(Allocation::peak - before),
          static_cast<double>(Allocation::now - before), static_cast<double>(snapshot)};
}

/// Expects the use to be within the bound, and the bound not to be much larger than the use.
void expect_within(const Used& used, const MemoryNeed& need) {
  EXPECT_LE(used.most, need.total());
  EXPECT_LE(used.held, need.held);
  EXPECT_LE(used.snapshot, need.total() / 2) << "longer ones are refused before they are read";
}

TEST(MemoryBytes, AreAnUpperBoundOfARunsUse) {
  const Settings plans[] = {
      {at("problem.dataset.samples", 50'000), at("problem.testFraction", 0)},
      {at("problem.dataset.id", "sine"), at("problem.dataset.samples", 50'000)},
      {at("problem.dataset.id", "blobs"), at("problem.dataset.samples", 50'000),
       at("problem.dataset.classes", 6), at("problem.network.loss", "mean-squared-error")},
      {at("problem.dataset.id", "digits-28"), at("problem.dataset.samples", 600),
       at("problem.testFraction", 0), at("problem.network.loss", "huber")},
      {at("problem.network.hidden", {200.0, 200.0}), at("optimizer.id", "adam")},
      {at("problem.network.hidden", {200.0, 200.0}), at("optimizer.id", "adam"),
       at("optimizer.wrappers.0.id", "lookahead"), at("optimizer.wrappers.1.id", "sam"),
       at("optimizer.wrappers.2.id", "weight-averaging"), at("optimizer.wrappers.2.budget", 1)},
      {at("problem.network.hidden", std::vector<double>(1000, 8))},
  };
  for (const Settings& settings : plans) {
    SCOPED_TRACE(settings.front().path + ", " + std::to_string(settings.size()) + " settings");
    const MemoryNeed need = memory_need(check(settings).plan);
    const Used used = memory_of(settings);
    expect_within(used, need);
    EXPECT_GT(used.most, 0.1 * need.total()) << "an estimate, not a guess";
    EXPECT_GT(used.held, 0.1 * need.held) << "an estimate, not a guess";
  }
}

class MemoryOfRule : public testing::TestWithParam<const OptimizerEntry*> {};

/// On networks from the smallest to the largest that a rule with n × n matrices accepts, and on one
/// where the weight matrices need most of the memory. A rule that refuses the first loss needs
/// squares.
TEST_P(MemoryOfRule, TakesNoMoreThanItsBound) {
  const std::vector<double> networks[] = {{4}, {20, 18}, {100, 150}};
  int trained = 0;
  for (const auto& hidden : networks)
    for (const char* loss : {"cross-entropy", "mean-squared-error"}) {
      const Settings settings =
          small_race({at("problem.network.hidden", hidden), at("problem.network.loss", loss),
                      at("optimizer.id", GetParam()->id)});
      if (!check(settings).problems.empty()) continue;
      SCOPED_TRACE(loss + (", " + testing::PrintToString(hidden)));
      expect_within(memory_of(settings), memory_need(check(settings).plan));
      ++trained;
      break;
    }
  EXPECT_TRUE(trained > 0 || GetParam()->needs_float64);
}

/// The derivatives of all residuals take more than everything else.
TEST(MemoryBytes, CoverTheJacobianOfManySamples) {
  if (!wide) GTEST_SKIP() << "float32 refuses these rules";
  const Settings race{at("problem.dataset.samples", 10'000), at("problem.testFraction", 0),
                      at("problem.network.hidden", std::vector{20.0}),
                      at("problem.network.loss", "mean-squared-error"),
                      at("problem.batchSize", "full")};
  int tried = 0;
  for (const OptimizerEntry* rule : rules_for(race)) {
    if (!needs(*rule, Need::residuals)) continue;
    SCOPED_TRACE(rule->id);
    ++tried;
    const Settings settings = with(race, {at("optimizer.id", rule->id)});
    expect_within(memory_of(settings), memory_need(check(settings).plan));
  }
  EXPECT_GE(tried, 2);
}

/// A surface records every single step, and large populations can be used.
TEST_P(MemoryOfRule, TakesNoMoreOnASurface) {
  const Settings settings{at("problem.surface.id", "rosenbrock"),
                          at("optimizer.id", GetParam()->id)};
  if (!check(settings).problems.empty()) return;
  const MemoryNeed need = memory_need(check(settings).plan);
  expect_within(memory_of(settings), need);
  const std::size_t before = Allocation::now;
  const auto run = make_run(settings);
  run->step(6000);
  EXPECT_LE(static_cast<double>(Allocation::now - before), need.held);
}

INSTANTIATE_TEST_SUITE_P(MemoryBytes, MemoryOfRule, testing::ValuesIn(every(optimizers())), ById());

TEST(MemoryBytes, CoverOwnDataToo) {
  const auto own = std::make_shared<Samples>(random_samples(Task::regression, 40, 20, 0, 10'000));
  expect_within(memory_of({}, own), memory_need(check({}, own).plan));
  const MemoryNeed least = own_data_need(10'000, 40, 20, false);
  EXPECT_LE(least.total(), memory_need(check({}, own).plan).total());
  EXPECT_GT(least.held, 10'000 * 60 * sizeof(double)) << "they cross the border in double";
}

TEST(MemoryBytes, AreFarLessForInputsThatAreBytes) {
  Samples packed{.shape = {1, 28, 28}, .classes = 2};
  packed.bytes.resize(6000 * 784);
  for (std::size_t i = 0; i < 6000; ++i) packed.y.push_back(static_cast<double>(i % 2));
  for (std::size_t i = 0; i < packed.bytes.size(); ++i)
    packed.bytes[i] = static_cast<std::uint8_t>(i % 251);
  const auto own = std::make_shared<Samples>(packed);
  const MemoryNeed need = memory_need(check({}, own).plan);
  expect_within(memory_of({}, own), need);
  EXPECT_LT(need.total(), own_data_need(6000, 784, 1, false).total() / 6);
  EXPECT_LE(own_data_need(6000, 784, 1, true).total(), need.total());
}

TEST(MemoryBytes, CoverWhatIsWatched) {
  for (const std::vector<double>& hidden :
       {std::vector<double>{300, 300}, std::vector<double>(60, 5)}) {
    const auto run =
        make_run({at("problem.network.hidden", hidden), at("problem.dataset.samples", 60),
                  at("optimizer.id", "adam"), at("problem.network.activation", "relu"),
                  at("problem.batchSize", "full")});
    const std::vector<std::string> ids = suited_ids(*run);
    const MemoryNeed need =
        memory_need(run->check_instruments(ids, Reading::record).instruments, run->problem());
    run->hessian_product(run->parameters());  // Its work space is the run's own.
    const std::size_t before = Allocation::now;
    Allocation::reset_peak();
    watch(*run, ids);
    run->step(3);
    EXPECT_LE(static_cast<double>(Allocation::peak - before), need.total());
    EXPECT_LE(static_cast<double>(Allocation::now - before), need.held);
  }
}

TEST(MemoryBound, RefusesBeforeAllocating) {
  const Settings plans[] = {
      {at("problem.network.hidden", {1e6, 1e6})},
      {at("problem.network.hidden", std::vector<double>(1000, 1e6))},
      {at("problem.network.hidden", {5000.0, 5000.0})},
      {at("problem.dataset.id", "digits-28"), at("problem.dataset.samples", 1'000'000)},
  };
  for (const Settings& settings : plans) {
    Allocation::reset_peak();
    const std::size_t before = Allocation::now;
    const std::vector<Problem> problems = check(settings).problems;
    EXPECT_LT(Allocation::peak - before, 1u << 20);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].path, "problem");
    EXPECT_EQ(problems[0].rule, "must need at most 192 MB of memory");
  }
}

TEST(MemoryBound, NamesTheMemoryNeeded) {
  const double bytes =
      memory_need(check({at("problem.network.hidden", {5000.0, 5000.0})}).plan).total();
  EXPECT_EQ(check({at("problem.network.hidden", {5000.0, 5000.0})}).problems[0].value,
            std::to_string(static_cast<int>(bytes / 1048576 + 0.5)) + " MB");
  EXPECT_EQ(check({at("problem.network.hidden", std::vector<double>(1000, 1e6))}).problems[0].value,
            "far more");
}

TEST(MemoryBound, AcceptsOrdinaryRaces) {
  EXPECT_TRUE(problems_with({at("problem.dataset.samples", 1'000'000)}).empty());
  EXPECT_TRUE(problems_with({at("problem.network.hidden", {512.0, 512.0})}).empty());
  EXPECT_TRUE(
      problems_with({at("problem.dataset.id", "digits-28"), at("problem.dataset.samples", 10'000)})
          .empty());
}

// A check allocates next to nothing, so it can be made while other runs fill the memory.
TEST(MemoryBound, IsCheckedWithoutDrawingTheData) {
  for (const char* rule : {"k-fac", "gauss-newton"}) {
    const Settings settings{at("problem.dataset.samples", 1'000'000),
                            at("problem.network.loss", "mean-squared-error"),
                            at("optimizer.id", rule)};
    Allocation::reset_peak();
    const std::size_t before = Allocation::now;
    check(settings);
    EXPECT_LT(Allocation::peak - before, 1u << 20) << rule;
  }
}

TEST(MemoryBound, RefusesALongListBeforeCopyingIt) {
  const Settings settings{at("problem.network.hidden", std::vector<double>(10'000'000, 8))};
  Allocation::reset_peak();
  const std::size_t before = Allocation::now;
  EXPECT_EQ(problems_with(settings),
            std::vector<std::string>{"problem.network.hidden must be a list of at most 1000 "
                                     "integers (got a list of 10000000)"});
  EXPECT_LT(Allocation::peak - before, 1u << 20);
}

TEST(Budget, RefusesWhatDoesNotFitBesideExistingRuns) {
  constexpr double megabyte = 1024 * 1024;
  const MemoryNeed run{.held = 60 * megabyte, .passing = 30 * megabyte};
  Budget budget;
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(budget.refusal("problem", run), std::nullopt);
    budget.add(run);
  }
  const std::optional<Problem> refusal = budget.refusal("problem", run);
  ASSERT_TRUE(refusal);
  EXPECT_EQ(
      refusal->message(),
      "problem must fit into the memory left beside 3 other runs, which hold 180 MB of 224 MB "
      "(got 90 MB)");
  EXPECT_EQ(budget.refusal("problem", {.held = 14 * megabyte, .passing = 0}), std::nullopt)
      << "what passes is there for one run at a time";
  EXPECT_TRUE(budget.refusal("problem", {.held = 15 * megabyte, .passing = 0}));
  budget.remove(run);
  EXPECT_EQ(budget.refusal("problem", run), std::nullopt);
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
