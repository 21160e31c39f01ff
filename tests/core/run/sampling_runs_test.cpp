// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "support/runs.hpp"
#include "support/same_run.hpp"
#include "support/second_order.hpp"

/// Runs of rules that use the gradients of single samples.
namespace fall_line {
namespace {

Settings aw_sgd(const Settings& changes = {}) {
  return with(small_race({at("optimizer.id", "aw-sgd")}), changes);
}

/// A common class and a rare one.
Settings imbalanced(const char* dataset, int seed) {
  return {at("problem.dataset.id", dataset), at("problem.dataset.imbalance", 0.9),
          at("optimizer.id", "aw-sgd"), at("seed", seed)};
}

/// The expectation of d over the sampling probabilities is the gradient.
TEST(AwSgdRuns, EstimateTheGradientWithoutBias) {
  const double tolerance = wide ? 1e-12 : 1e-5;
  for (const char* groups : {"point", "class-cell"}) {
    const auto run =
        make_run(aw_sgd({at("problem.network.l2", 0.1), at("optimizer.groups", groups),
                         at("problem.dataset.id", "moons"), at("problem.dataset.imbalance", 0.8),
                         at("optimizer.samplerRate", 0.3)}));
    run->step(2000);
    const Sampling sampling = *run->sampling();
    const auto [least, most] =
        std::minmax_element(sampling.probabilities.begin(), sampling.probabilities.end());
    ASSERT_GT(*most, 2 * *least);
    const std::size_t n = run->parameters().size(), count = sampling.probabilities.size();
    std::vector<double> mean(n, 0);
    double second = 0, uniform = 0;
    Vector d(n), penalty(n);
    run->problem().weighted_gradient(run->parameters(), {}, penalty);
    for (std::uint32_t i = 0; i < count; ++i) {
      const double q = sampling.probabilities[i], weight = 1 / (static_cast<double>(count) * q);
      double norm = 0;
      run->problem().weighted_gradient(run->parameters(), {{&i, 1}, {&weight, 1}, {&norm, 1}}, d);
      double square = 0;
      for (std::size_t k = 0; k < n; ++k) {
        mean[k] += q * d[k];
        square += std::pow(static_cast<double>(d[k]) - penalty[k], 2);
      }
      second += q * square;
      uniform += square / (weight * weight) / static_cast<double>(count);
    }
    const Vector g = run->gradient();
    for (std::size_t k = 0; k < n; ++k) EXPECT_NEAR(mean[k], g[k], tolerance) << k;
    double gradient_square = 0;
    for (std::size_t k = 0; k < n; ++k)
      gradient_square += std::pow(static_cast<double>(g[k]) - penalty[k], 2);
    EXPECT_NEAR(sampling.gradient_square, gradient_square, 10 * tolerance * gradient_square);
    EXPECT_NEAR(sampling.second_moment, second, 10 * tolerance * second);
    EXPECT_NEAR(sampling.uniform_second_moment, uniform, 10 * tolerance * uniform);
  }
}

TEST(AwSgdRuns, ReduceTheNoiseOnImbalancedClasses) {
  for (const char* dataset : {"blobs", "spiral", "moons", "circles"})
    for (const int seed : {1, 2, 3}) {
      const auto run = make_run(imbalanced(dataset, seed));
      const Sampling before = *run->sampling();
      EXPECT_NEAR(before.second_moment, before.uniform_second_moment, 1e-12 * before.second_moment);
      run->step(3000);
      const Sampling after = *run->sampling();
      EXPECT_LE(after.second_moment, 0.7 * after.uniform_second_moment)
          << dataset << ", seed " << seed;
      EXPECT_LT(after.gradient_square, after.second_moment) << "no estimate is without noise";
    }
}

TEST(AwSgdRuns, DrawTheRareClassMoreOften) {
  const auto run = make_run(imbalanced("moons", 1));
  run->step(3000);
  const Sampling sampling = *run->sampling();
  const auto& train = run->problem().split().train;
  std::vector<double> drawn(2, 0), size(2, 0);
  for (std::size_t i = 0; i < train.size(); ++i) {
    const auto c = static_cast<std::size_t>(run->problem().samples().y[train[i]]);
    drawn[c] += sampling.probabilities[i];
    size[c] += 1.0 / static_cast<double>(train.size());
  }
  EXPECT_GT(drawn[1] / size[1], 2 * drawn[0] / size[0]);
}

/// They draw as many samples as a batch has, so epochs count as usual.
TEST(AwSgdRuns, ReportTheSamplesDrawn) {
  const auto run = make_run(aw_sgd({at("problem.batchSize", 8)}));
  const auto& train = run->problem().split().train;
  const std::set<std::uint32_t> training(train.begin(), train.end());
  const std::size_t sizes[] = {8, 8, 8, 6, 8};
  std::uint64_t drawn = 0;
  bool twice = false;
  for (const std::size_t size : sizes) {
    const Report& report = run->step(1);
    drawn += size;
    const std::vector<std::uint32_t> batch = run->last_batch();
    ASSERT_EQ(batch.size(), size);
    for (const std::uint32_t i : batch) EXPECT_TRUE(training.contains(i));
    twice = twice || std::set<std::uint32_t>(batch.begin(), batch.end()).size() < size;
    EXPECT_EQ(report.work.gradient, drawn);
    EXPECT_EQ(report.work.samples(), drawn);
    EXPECT_DOUBLE_EQ(report.epoch, static_cast<double>(drawn) / 30);
    EXPECT_TRUE(std::isfinite(report.loss));
    EXPECT_GT(report.gradient_norm, 0);
  }
  EXPECT_TRUE(twice) << "drawn with replacement";
}

TEST(AwSgdRuns, DrawFromTheStreamOfTheirSeed) {
  const auto one = make_run(aw_sgd()), same = make_run(aw_sgd()),
             other = make_run(aw_sgd({at("seed", 2)}));
  one->step(1);
  same->step(1);
  other->step(1);
  EXPECT_EQ(one->last_batch(), same->last_batch());
  EXPECT_NE(one->last_batch(), other->last_batch());
}

TEST(AwSgdRuns, ClipTheEstimatedGradient) {
  const auto clipped =
      make_run(aw_sgd({at("optimizer.clipNorm", 0.01), at("optimizer.learningRate", 0.1)}));
  const Vector before = parameters_of(*clipped);
  const Report& report = clipped->step(1);
  EXPECT_GT(report.gradient_norm, 0.01);
  double squares = 0;
  for (std::size_t i = 0; i < before.size(); ++i)
    squares += std::pow(static_cast<double>(clipped->parameters()[i]) - before[i], 2);
  EXPECT_NEAR(std::sqrt(squares), 0.1 * 0.01, wide ? 1e-12 : 1e-6);
}

/// With many samples there are fewer groups than samples.
TEST(AwSgdRuns, GroupByClassAndCellAboveFiveHundredSamples) {
  const auto groups = [](int samples) {
    const auto run =
        make_run(aw_sgd({at("problem.dataset.samples", samples), at("problem.testFraction", 0)}));
    const Sampling sampling = *run->sampling();
    EXPECT_EQ(sampling.probabilities.size(), static_cast<std::size_t>(samples));
    return run->state().at("tau").size();
  };
  EXPECT_EQ(groups(500), 500U);
  EXPECT_LE(groups(501), 128U);
  EXPECT_GT(groups(501), 20U);
}

TEST(SamplingRules, AreRefusedOnSurfaces) {
  for (const OptimizerEntry* rule : optimizers()) {
    if (!needs(*rule, Need::samples)) continue;
    EXPECT_EQ(messages(check(on_surface("rosenbrock", {0, 0}, rule->id)).problems),
              std::vector{
                  "optimizer.id must be a rule for this problem: " + std::string(rule->id) +
                  " needs training samples to choose from, which a surface does not have (got \"" +
                  std::string(rule->id) + "\")"});
  }
}

TEST(SamplingRules, AreTheOnlyOnesThatReportProbabilities) {
  EXPECT_FALSE(make_run(small_race())->sampling().has_value());
  EXPECT_FALSE(make_run(small_race({at("optimizer.id", "svrg")}))->sampling().has_value());
  EXPECT_FALSE(make_run(on_surface("rosenbrock", {0, 0}, "sgd"))->sampling().has_value());
  for (const OptimizerEntry* rule : optimizers()) {
    if (!needs(*rule, Need::samples)) continue;
    const auto run = make_run(small_race({at("optimizer.id", rule->id)}));
    EXPECT_EQ(rule->sampler, run->sampling().has_value()) << rule->id;
  }
}

TEST(SamplingRules, ContinueInARunThatHasNotStepped) {
  for (const OptimizerEntry* rule : optimizers()) {
    if (!needs(*rule, Need::samples)) continue;
    const Settings race = small_race({at("optimizer.id", rule->id)});
    const auto saved = make_run(race), loaded = make_run(race);
    saved->step(37);
    ASSERT_TRUE(loaded->restore(saved->snapshot()));
    saved->step(100);
    loaded->step(100);
    expect_same_run(*saved, *loaded);
  }
}

}  // namespace
}  // namespace fall_line
