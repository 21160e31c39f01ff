// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/allocation.hpp"
#include "support/runs.hpp"
#include "support/same_run.hpp"
#include "support/stated_memory.hpp"

/// Runs with normalization, dropout and an activation for each layer: every rule, their memory,
/// their snapshots.
namespace fall_line {
namespace {

Setting normalized(const char* kind) {
  return at("problem.network.normalization", std::string(kind));
}

Settings staged(std::string_view rule, const char* normalization, double dropout) {
  return small_race({at("optimizer.id", rule), at("problem.batchSize", 7),
                     normalized(normalization), at("problem.network.dropout", dropout),
                     at("problem.network.layerActivations", "relu")});
}

TEST(StagedRuns, ContinueEveryRuleBitForBit) {
  for (const char* kind : {"none", "layer", "batch"})
    for (const double dropout : {0.0, 0.25})
      for (const OptimizerEntry* rule : optimizers()) {
        if (!check(staged(rule->id, kind, dropout)).problems.empty()) continue;
        SCOPED_TRACE(testing::Message() << rule->id << ", " << kind << ", " << dropout);
        const auto straight = make_run(staged(rule->id, kind, dropout)),
                   saved = make_run(staged(rule->id, kind, dropout)),
                   loaded = make_run(staged(rule->id, kind, dropout));
        straight->step(40);
        saved->step(17);
        loaded->step(5);
        ASSERT_TRUE(loaded->restore(saved->snapshot()));
        expect_same_run(*saved, *loaded);
        loaded->step(23);
        expect_same_run(*straight, *loaded);
        if (straight->report().status == Status::running) {
          EXPECT_LT(straight->evaluate().train_loss, 1e3);
        }
      }
}

TEST(StagedRuns, LearnTheSpiral) {
  for (const Settings& stages : {Settings{normalized("layer")},
                                 {normalized("batch")},
                                 {normalized("batch"), at("problem.network.dropout", 0.1)}}) {
    Settings settings{at("optimizer.id", "adam"), at("optimizer.learningRate", 0.01)};
    settings.insert(settings.end(), stages.begin(), stages.end());
    const auto run = make_run(settings);
    const double before = run->evaluate().train_loss;
    run->step(1000);
    EXPECT_LT(run->evaluate().train_loss, 0.7 * before);
  }
}

TEST(StagedRuns, StayWithinTheStatedMemory) {
  const Setting wide = at("problem.network.hidden", std::vector<double>{120, 80});
  for (const char* kind : {"none", "layer", "batch"})
    for (const double dropout : {0.0, 0.5}) {
      SCOPED_TRACE(testing::Message() << kind << ", " << dropout);
      expect_stated_memory({wide, normalized(kind), at("problem.network.dropout", dropout),
                            at("problem.dataset.id", "blobs"), at("problem.dataset.samples", 600.0),
                            at("problem.testFraction", 0.2), at("optimizer.id", "adahessian")});
    }
}

TEST(StagedRuns, AllocateNothingInAStep) {
  for (const char* rule : {"adam", "adahessian"}) {
    const auto run = make_run(staged(rule, "batch", 0.25));
    run->step(1001);
    ASSERT_EQ(run->report().status, Status::running);
    const std::size_t before = Allocation::count;
    run->step(10);
    EXPECT_EQ(Allocation::count, before) << rule;
  }
}

TEST(StagedRuns, TellTheStatisticsOfBatchNormalization) {
  EXPECT_TRUE(make_run(staged("sgd", "layer", 0))->batch_statistics().empty());
  const auto run = make_run(staged("sgd", "batch", 0));
  run->step(10);
  const std::vector<double> all = run->batch_statistics();
  const std::size_t first = run->layers()[0].units;
  std::size_t hidden = 0;
  for (std::size_t l = 0; l + 1 < run->layers().size(); ++l) hidden += run->layers()[l].units;
  EXPECT_EQ(all.size(), 2 * hidden);
  for (std::size_t u = 0; u < first; ++u) EXPECT_GT(all[first + u], 0) << "a variance";
  const double loss = run->evaluate().train_loss;
  EXPECT_EQ(run->evaluate().train_loss, loss);
}

}  // namespace
}  // namespace fall_line
