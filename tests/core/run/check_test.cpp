// SPDX-License-Identifier: MIT
#include "run/check.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "catalog/find.hpp"
#include "run/option_rows.hpp"
#include "support/runs.hpp"

namespace fall_line {
namespace {

using Messages = std::vector<std::string>;

Messages problems_with(const Settings& settings) { return messages(check(settings).problems); }

TEST(Check, AcceptsEmptySettings) {
  const Check checked = check({});
  EXPECT_EQ(messages(checked.problems), Messages{});
  const NetworkPlan& network = network_plan(checked.plan);
  EXPECT_EQ(network.dataset.entry->id, "spiral");
  EXPECT_EQ(network.hidden, (std::vector<std::size_t>{8, 8}));
  EXPECT_EQ(network.loss->id, "cross-entropy");
  EXPECT_EQ(network.activation->id, "tanh");
  EXPECT_EQ(network.initializer->id, "glorot-uniform");
  EXPECT_EQ(network.options.batch_size, 10);
  EXPECT_EQ(network.options.test_fraction, 0.5);
  EXPECT_EQ(checked.plan.schedule.entry->id, "constant");
  EXPECT_EQ(checked.plan.run.seed, 1);
  EXPECT_FALSE(network.standardize);
}

TEST(Check, ReadsTheGivenSettings) {
  const Plan plan =
      check({at("problem.dataset.id", "blobs"), at("problem.dataset.classes", 4),
             at("problem.dataset.seed", 9), at("problem.standardize", true),
             at("problem.testFraction", 0.25), at("problem.batchSize", "full"),
             at("problem.network.hidden", std::vector<double>{}),
             at("problem.network.activation", "gelu-tanh"), at("problem.network.loss", "hinge"),
             at("problem.network.initializer", "zeros"), at("problem.network.l1", 0.5),
             at("problem.network.l2", 0.25), at("optimizer.id", "momentum"),
             at("optimizer.momentum", 0.5), at("optimizer.batchSize", 7),
             at("optimizer.clipNorm", 3), at("schedule.id", "constant"), at("seed", 42)})
          .plan;
  const NetworkPlan& network = network_plan(plan);
  EXPECT_EQ(network.dataset.entry->id, "blobs");
  EXPECT_EQ(network.dataset.values, (Values{500, 0.2, 0, 9, 4}));
  EXPECT_EQ(network.dataset_seed, 9);
  EXPECT_TRUE(network.standardize);
  EXPECT_EQ(network.options.test_fraction, 0.25);
  EXPECT_EQ(network.options.batch_size, full_batch);
  EXPECT_TRUE(network.hidden.empty());
  EXPECT_EQ(network.activation->id, "gelu-tanh");
  EXPECT_EQ(network.loss->id, "hinge");
  EXPECT_EQ(network.initializer->id, "zeros");
  EXPECT_EQ(network.penalty.l1, 0.5);
  EXPECT_EQ(network.penalty.l2, 0.25);
  EXPECT_EQ(plan.optimizer.entry->id, "momentum");
  EXPECT_EQ(plan.optimizer.values, (Values{0.1, 0.5, 0}));
  EXPECT_EQ(plan.racer.batch_size, 7);
  EXPECT_EQ(plan.racer.clip_norm, 3);
  EXPECT_EQ(plan.run.seed, 42);
}

TEST(Check, DefaultsToTheLossForTheTask) {
  EXPECT_EQ(network_plan(check({at("problem.dataset.id", "sine")}).plan).loss->id,
            "mean-squared-error");
  EXPECT_EQ(network_plan(check({at("problem.dataset.id", "xor")}).plan).loss->id, "cross-entropy");
}

/// An exact error message.
struct Refusal {
  Setting setting;
  std::string message;
};

TEST(Check, ExplainsEachError) {
  const double nan = std::nan("");
  const Refusal refusals[] = {
      {at("optimizer.learningRate", -1), "optimizer.learningRate must be > 0 (got -1)"},
      {at("optimizer.learningRate", 0), "optimizer.learningRate must be > 0 (got 0)"},
      {at("optimizer.learningRate", nan), "optimizer.learningRate must be > 0 (got NaN)"},
      {at("optimizer.learningRate", "0.1"), R"(optimizer.learningRate must be > 0 (got "0.1"))"},
      {at("optimizer.learningRate", true), "optimizer.learningRate must be > 0 (got true)"},
      {{"optimizer.learningRate", Unsupported{"null"}},
       "optimizer.learningRate must be > 0 (got null)"},
      {at("optimizer.beta1", 1), "optimizer.beta1 must be >= 0 and < 1 (got 1)"},
      {at("optimizer.beta1", {0.9, 0.5}), "optimizer.beta1 must be >= 0 and < 1 (got [0.9, 0.5])"},
      {at("optimizer.clipNorm", -0.5), "optimizer.clipNorm must be >= 0 (got -0.5)"},
      {at("optimizer.batchSize", 0),
       R"(optimizer.batchSize must be an integer from 1 to 1000000 or "race" or "full" (got 0))"},
      {at("optimizer.batchSize", "all"),
       R"(optimizer.batchSize must be an integer from 1 to 1000000 or "race" or "full" (got "all"))"},
      {at("problem.batchSize", 2.5),
       R"(problem.batchSize must be an integer from 1 to 1000000 or "full" (got 2.5))"},
      {at("problem.testFraction", 1), "problem.testFraction must be >= 0 and < 1 (got 1)"},
      {at("problem.standardize", 1), "problem.standardize must be true or false (got 1)"},
      {at("problem.dataset.samples", 3),
       "problem.dataset.samples must be an integer from 4 to 1000000 (got 3)"},
      {at("problem.dataset.noise", 1e9),
       "problem.dataset.noise must be between 0 and 10 (got 1000000000)"},
      {at("problem.dataset.turns", 0), "problem.dataset.turns must be > 0 and <= 10 (got 0)"},
      {at("problem.network.hidden", 8),
       "problem.network.hidden must be a list of at most 1000 integers (got 8)"},
      {at("problem.network.hidden", {8.0, 0.0}),
       "problem.network.hidden[1] must be an integer from 1 to 1000000 (got 0)"},
      {at("problem.network.hidden", std::vector{2.5}),
       "problem.network.hidden[0] must be an integer from 1 to 1000000 (got 2.5)"},
      {at("problem.network.loss", "least-squares"),
       "problem.network.loss must be one of cross-entropy, mean-squared-error, "
       R"(mean-absolute-error, huber, hinge (got "least-squares"))"},
      {at("problem.network.loss", 3),
       "problem.network.loss must be one of cross-entropy, mean-squared-error, "
       "mean-absolute-error, huber, hinge (got 3)"},
      {at("schedule.id", "cosinus"),
       "schedule.id must be one of " + known_ids(schedules()) + R"( (got "cosinus"))"},
      {at("seed", 0.5), "seed must be an integer from 0 to 2147483647 (got 0.5)"},
      {at("seed", 2147483648.0), "seed must be an integer from 0 to 2147483647 (got 2147483648)"},
      {at("schedule.warmup", 5),
       "schedule.warmup is not a setting; known here: id, warmupSteps (got 5)"},
      {at("optimizer.momentum", 0.5),
       "optimizer.momentum is not a setting; known here: id, learningRate, beta1, beta2, epsilon, "
       "wrappers, batchSize, clipNorm (got 0.5)"},
      {at("optimiser.id", "sgd"), R"(optimiser.id is not a setting (got "sgd"))"},
      {at("steps", 5), "steps is not a setting; known here: seed (got 5)"},
  };
  for (const auto& [setting, message] : refusals)
    EXPECT_EQ(problems_with({at("optimizer.id", "adam"), setting}), Messages{message});
}

TEST(Check, BoundsEveryNumberThatDescribesAProblem) {
  const auto expect_bounded = [](const Hyperparameter& row) {
    if (row.kind == Kind::choice || row.kind == Kind::toggle || row.kind == Kind::text) return;
    EXPECT_GT(row.domain.min, -infinity) << row.id;
    EXPECT_LT(row.domain.max, infinity) << row.id;
  };
  for (const DatasetEntry* entry : datasets())
    for (const Hyperparameter& row : entry->hyperparameters) expect_bounded(row);
  for (const SurfaceEntry* entry : surfaces())
    for (const Hyperparameter& row : entry->hyperparameters) expect_bounded(row);
  for (const auto& row : problem_rows) expect_bounded(row.text.facts());
  for (const auto& row : penalty_rows) expect_bounded(row.text.facts());
  for (const auto& row : surface_rows) expect_bounded(row.text.facts());
  expect_bounded(start_row.facts());
  expect_bounded(hidden_row.facts());
}

TEST(Check, ReportsAllErrorsAtOnce) {
  EXPECT_EQ(problems_with({at("seed", -1), at("optimizer.learningRate", 0), at("typo", 1),
                           at("problem.network.hidden", {0.0, 8.0, -1.0})})
                .size(),
            5u);
}

TEST(Check, RefusesALossForTheOtherTask) {
  for (const LossEntry* loss : losses())
    for (const char* id : {"sine", "xor"}) {
      const Task task = find(datasets(), id)->task;
      const Messages expected =
          loss->supports(task)
              ? Messages{}
              : Messages{"problem.network.loss must be a loss for regression (got \"" +
                         std::string(loss->id) + "\")"};
      EXPECT_EQ(problems_with({at("problem.dataset.id", id), at("problem.network.loss", loss->id)}),
                expected);
    }
}

// Settings that depend on an id can't be checked while the id is unknown.
TEST(Check, ReportsOnlyTheUnknownId) {
  EXPECT_EQ(check({at("optimizer.id", "adm"), at("optimizer.learningRate", 0.1),
                   at("optimizer.batchSize", 5)})
                .problems.size(),
            1u);
  EXPECT_EQ(check({at("problem.dataset.id", "sprial"), at("problem.dataset.samples", 100)})
                .problems.size(),
            1u);
  EXPECT_EQ(check({at("schedule.id", "cosinus"), at("schedule.period", 100)}).problems.size(), 1u);
}

TEST(Check, UsesTheLastOfTwoEqualKeys) {
  const Check checked = check({at("seed", -5), at("seed", 5)});
  EXPECT_TRUE(checked.problems.empty());
  EXPECT_EQ(checked.plan.run.seed, 5);
}

TEST(CheckDataset, ReadsADataSetAlone) {
  const DatasetCheck checked =
      check_dataset({at("dataset.id", "spiral"), at("dataset.samples", 50), at("dataset.seed", 3)});
  EXPECT_TRUE(checked.problems.empty());
  EXPECT_EQ(checked.dataset.entry->id, "spiral");
  EXPECT_EQ(checked.seed, 3);
  EXPECT_EQ(draw(checked.dataset, checked.seed).count(), 50u);
  EXPECT_EQ(
      messages(check_dataset({at("dataset.id", "spiral"), at("dataset.samples", 3)}).problems),
      Messages{"dataset.samples must be an integer from 4 to 1000000 (got 3)"});
  EXPECT_EQ(messages(check_dataset({at("dataset.id", "spiral"), at("seed", 3)}).problems),
            Messages{"seed is not a setting (got 3)"});
}

TEST(Draw, ReturnsTheSamplesOfARun) {
  const auto run = make_run({at("problem.dataset.id", "moons"), at("problem.dataset.seed", 3)});
  const DatasetCheck alone = check_dataset({at("dataset.id", "moons"), at("dataset.seed", 3)});
  EXPECT_EQ(run->problem().samples().x, draw(alone.dataset, alone.seed).x);
}

}  // namespace
}  // namespace fall_line
