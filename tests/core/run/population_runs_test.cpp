// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/runs.hpp"
#include "support/same_run.hpp"
#include "support/second_order.hpp"

/// Runs of gradient-free rules: what they count, report and refuse, and their snapshots.
namespace fall_line {
namespace {

std::vector<const OptimizerEntry*> populations() {
  std::vector<const OptimizerEntry*> rules;
  for (const OptimizerEntry* rule : optimizers())
    if (!needs(*rule, Need::gradient)) rules.push_back(rule);
  return rules;
}

TEST(Populations, CountAnEvaluationForEveryMember) {
  // 4 + ⌊3 ln 2⌋ = 6 and 4 + ⌊3 ln 17⌋ = 12 members of CMA-ES.
  struct Cost {
    const char* rule;
    std::uint64_t first, later, on_network;
  };
  for (const Cost& cost : {Cost{"simulated-annealing", 52, 1, 1},
                           {"genetic-algorithm", 50, 50, 50},
                           {"evolution-strategy", 50, 50, 50},
                           {"cma-es", 6, 6, 12},
                           {"particle-swarm", 30, 30, 30}}) {
    SCOPED_TRACE(cost.rule);
    const auto surface = make_run(on_surface("himmelblau", {0, 0}, cost.rule));
    EXPECT_EQ(surface->step(1).work.loss, cost.first);
    EXPECT_EQ(surface->step(9).work.loss, cost.first + 9 * cost.later);
    EXPECT_EQ(surface->report().work.gradient, 0U);
    EXPECT_EQ(surface->report().work.samples(), surface->report().work.loss);
    const auto network = make_run(small_race({at("optimizer.id", cost.rule)}));
    network->step(1);
    const std::uint64_t before = network->report().work.loss;
    const std::uint64_t batch = find(optimizers(), cost.rule)->full_batch ? 30 : 10;
    EXPECT_EQ(network->step(1).work.loss, before + cost.on_network * batch);
    EXPECT_EQ(network->last_batch().size(), batch);
    EXPECT_DOUBLE_EQ(network->report().epoch, 2.0 * static_cast<double>(batch) / 30);
  }
}

/// The parameters are those of the best member. The report gives its loss, which never rises.
TEST(Populations, ReportTheLossOfTheParameters) {
  for (const char* rule : {"simulated-annealing", "genetic-algorithm", "particle-swarm"}) {
    SCOPED_TRACE(rule);
    const auto run = make_run(small_race({at("optimizer.id", rule), at("problem.batchSize", "full"),
                                          at("problem.network.l2", 0.01)}));
    double before = run->evaluate().train_loss;
    for (int k = 0; k < 60; ++k) {
      const Report& report = run->step(1);
      EXPECT_NEAR(report.loss, before, wide ? 1e-12 : 1e-6);
      const double after = run->evaluate().train_loss;
      EXPECT_LE(after, before + (wide ? 1e-12 : 1e-6));
      before = after;
    }
  }
}

TEST(Populations, ReportNoGradientAndNoRateTheyDoNotHave) {
  for (const OptimizerEntry* rule : populations()) {
    SCOPED_TRACE(rule->id);
    const auto run = make_run(small_race({at("optimizer.id", rule->id)}));
    const Report& report = run->step(20);
    EXPECT_EQ(report.status, Status::running);
    EXPECT_TRUE(std::isfinite(report.loss));
    EXPECT_TRUE(std::isnan(report.gradient_norm));
    const auto rows = rule->hyperparameters;
    const bool rated = std::any_of(rows.begin(), rows.end(),
                                   [](const auto& row) { return row.id == "learningRate"; });
    EXPECT_EQ(std::isnan(report.learning_rate), !rated);
  }
}

TEST(Populations, RefuseToClipAGradientTheyDoNotHave) {
  const Check refused =
      check(small_race({at("optimizer.id", "cma-es"), at("optimizer.clipNorm", 1)}));
  EXPECT_EQ(messages(refused.problems),
            std::vector<std::string>{
                "optimizer.clipNorm must be 0 for cma-es, which uses no gradient (got 1)"});
}

/// If no member has a loss that can be compared, the run ends as diverged.
TEST(Populations, DivergeWhereNoMemberHasALoss) {
  for (const OptimizerEntry* rule : populations()) {
    SCOPED_TRACE(rule->id);
    const auto run = make_run(on_surface("goldstein-price", {0, 0}, rule->id));
    const double far = wide ? 1e200 : 3.3e38;
    ASSERT_TRUE(run->set_parameters(std::vector{far, far}));
    run->step(3);
    EXPECT_EQ(run->report().status, Status::diverged);
    EXPECT_EQ(run->report().cause->code, "loss");
  }
}

TEST(Populations, ContinueFromASnapshotOnSurfacesToo) {
  for (const OptimizerEntry* rule : populations()) {
    SCOPED_TRACE(rule->id);
    const Settings race =
        with(on_surface("rastrigin", {3.3, -2.7}, rule->id), {at("problem.gradientNoise", 0.5)});
    const auto straight = make_run(race), saved = make_run(race), loaded = make_run(race);
    straight->step(120);
    saved->step(57);
    ASSERT_TRUE(loaded->restore(saved->snapshot()));
    expect_same_run(*saved, *loaded);
    loaded->step(63);
    expect_same_run(*straight, *loaded);
  }
}

/// The members are created when the run begins. A later change of their number has no effect.
TEST(Populations, KeepTheirMembersThroughAChange) {
  for (const OptimizerEntry* rule : populations())
    for (const Hyperparameter& row : rule->hyperparameters) {
      if (row.kind != Kind::integer) continue;
      for (const double count : {row.domain.min, 200.0}) {
        const auto run = make_run(small_race({at("optimizer.id", rule->id)}));
        run->step(3);
        EXPECT_TRUE(run->configure({at("optimizer." + std::string(row.id), count)}).empty());
        EXPECT_EQ(run->step(5).status, Status::running);
      }
    }
}

}  // namespace
}  // namespace fall_line
