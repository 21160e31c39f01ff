// SPDX-License-Identifier: MIT
#include "run/run.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/runs.hpp"

namespace fall_line {
namespace {

constexpr double tolerance = sizeof(Real) == 8 ? 1e-12 : 1e-5;

double length(const Vector& v) {
  double squares = 0;
  for (const Real x : v) squares += static_cast<double>(x) * static_cast<double>(x);
  return std::sqrt(squares);
}

Vector difference(const Vector& a, const Vector& b) {
  Vector result;
  for (std::size_t i = 0; i < a.size(); ++i) result.push_back(a[i] - b[i]);
  return result;
}

TEST(Run, BeginsAtStepZeroAndRecordsIt) {
  const auto run = make_run(small_race());
  const Report& report = run->report();
  EXPECT_EQ(report.step, 0u);
  EXPECT_EQ(report.epoch, 0);
  EXPECT_EQ(report.work.samples(), 0u);
  EXPECT_TRUE(std::isnan(report.loss));
  EXPECT_TRUE(std::isnan(report.learning_rate));
  EXPECT_TRUE(std::isnan(report.gradient_norm));
  EXPECT_EQ(report.status, Status::running);
  ASSERT_EQ(run->curve().size(), 1u);
  const Evaluation now = run->evaluate();
  EXPECT_EQ(run->curve()[0].step, 0u);
  EXPECT_EQ(run->curve()[0].train_loss, now.train_data_loss);
  EXPECT_EQ(run->curve()[0].test_loss, now.test_loss);
  EXPECT_TRUE(run->last_batch().empty());
}

TEST(Run, StartsItsBiasesAtZero) {
  for (const InitializerEntry* initializer : initializers()) {
    const auto run = make_run(small_race({at("problem.network.initializer", initializer->id),
                                          at("problem.network.hidden", {3.0, 5.0})}));
    const auto w = run->parameters();
    const Layout layout(dense_network({2, 3, 5, 1}));
    ASSERT_EQ(w.size(), layout.parameters);
    for (const LayerParameters& layer : layout.layers)
      for (std::size_t i = 0; i < layer.rows; ++i)
        EXPECT_EQ(w[layer.biases + i], 0) << initializer->id;
  }
}

TEST(Run, SplitsByTheTestFraction) {
  const auto run = make_run(small_race({at("problem.testFraction", 0.25)}));
  EXPECT_EQ(run->problem().split().test.size(), 15u);
  EXPECT_EQ(run->problem().split().train.size(), 45u);
  const auto without = make_run(small_race({at("problem.testFraction", 0)}));
  EXPECT_TRUE(without->problem().split().test.empty());
  EXPECT_FALSE(without->evaluate().test_loss.has_value());
  EXPECT_FALSE(without->evaluate().test_accuracy.has_value());
  EXPECT_TRUE(std::isnan(without->curve()[0].test_loss));
}

TEST(Run, ReportsLossAndGradientBeforeTheUpdate) {
  const auto run =
      make_run(small_race({at("problem.batchSize", "full"), at("problem.network.l1", 0.01),
                           at("problem.network.l2", 0.1), at("optimizer.learningRate", 0.1)}));
  for (int t = 1; t <= 3; ++t) {
    const Evaluation before = run->evaluate();
    const Vector gradient = run->gradient();
    const Report& report = run->step(1);
    EXPECT_NEAR(report.loss, before.train_loss, 1e-12);
    EXPECT_GT(before.train_loss, before.train_data_loss);
    EXPECT_NEAR(report.gradient_norm, length(gradient), 1e-12);
    EXPECT_EQ(report.learning_rate, 0.1);
    EXPECT_EQ(report.step, static_cast<std::uint64_t>(t));
    EXPECT_EQ(report.epoch, t);
    EXPECT_EQ(report.work.gradient, 30u * static_cast<std::uint64_t>(t));
    EXPECT_EQ(report.work.samples(), report.work.gradient);
  }
}

TEST(Run, StepsDownTheGradient) {
  const auto run =
      make_run(small_race({at("problem.batchSize", "full"), at("optimizer.learningRate", 0.1)}));
  const Vector before = parameters_of(*run), g = run->gradient();
  run->step(1);
  Vector expected;
  for (std::size_t i = 0; i < g.size(); ++i)
    expected.push_back(before[i] - static_cast<Real>(0.1) * g[i]);
  EXPECT_EQ(parameters_of(*run), expected);
}

TEST(Run, CountsEpochsBySamples) {
  const auto run = make_run(small_race({at("problem.batchSize", 8)}));
  // 8 + 8 + 8 + 6
  const std::size_t sizes[] = {8, 8, 8, 6, 8};
  std::uint64_t drawn = 0;
  for (const std::size_t size : sizes) {
    const Report& report = run->step(1);
    drawn += size;
    EXPECT_EQ(run->last_batch().size(), size);
    EXPECT_EQ(report.work.gradient, drawn);
    EXPECT_DOUBLE_EQ(report.epoch, static_cast<double>(drawn) / 30);
  }
}

TEST(Run, NamesItsBatchByIndicesIntoTheSamples) {
  const auto run = make_run(small_race({at("problem.batchSize", 30)}));
  run->step(1);
  EXPECT_EQ(run->last_batch(), run->problem().split().train);
}

TEST(Run, ClipsTheGradientButReportsItUnclipped) {
  const Settings full =
      small_race({at("problem.batchSize", "full"), at("optimizer.learningRate", 0.1)});
  const auto free = make_run(full),
             clipped = make_run(with(full, {at("optimizer.clipNorm", 0.01)})),
             loose = make_run(with(full, {at("optimizer.clipNorm", 1000)}));
  const Vector before = parameters_of(*free);
  const double norm = free->step(1).gradient_norm;
  ASSERT_GT(norm, 0.02);
  EXPECT_EQ(clipped->step(1).gradient_norm, norm);
  EXPECT_NEAR(length(difference(parameters_of(*free), before)), 0.1 * norm, tolerance);
  EXPECT_NEAR(length(difference(parameters_of(*clipped), before)), 0.1 * 0.01, 0.1 * tolerance);
  loose->step(1);
  EXPECT_EQ(parameters_of(*loose), parameters_of(*free));
}

TEST(Run, LowersItsLoss) {
  for (const char* id : {"spiral", "sine"}) {
    const auto run = make_run({at("problem.dataset.id", id), at("optimizer.id", "adam")});
    run->step(1000);
    EXPECT_LT(run->curve().back().train_loss, 0.8 * run->curve().front().train_loss) << id;
  }
}

TEST(Run, ShowsTheStateOfItsRule) {
  const auto run = make_run(small_race({at("optimizer.id", "adam")}));
  run->step(3);
  const auto state = run->state();
  ASSERT_EQ(state.size(), 2u);
  for (const char* name : {"m", "v"}) {
    ASSERT_TRUE(state.contains(name));
    EXPECT_EQ(state.at(name).size(), run->parameters().size());
    EXPECT_GT(length(state.at(name)), 0);
  }
}

TEST(SetParameters, RestartsFromThem) {
  const auto run = make_run(small_race({at("optimizer.id", "momentum")}));
  run->step(25);
  const Vector reached = parameters_of(*run);
  ASSERT_TRUE(run->set_parameters({std::vector<double>(reached.begin(), reached.end())}));
  EXPECT_EQ(parameters_of(*run), reached);
  EXPECT_EQ(run->report().step, 0u);
  EXPECT_EQ(run->report().work.samples(), 0u);
  EXPECT_TRUE(std::isnan(run->report().loss));
  EXPECT_TRUE(run->last_batch().empty());
  EXPECT_EQ(length(run->state().at("velocity")), 0);
  ASSERT_EQ(run->curve().size(), 1u);
  EXPECT_EQ(run->curve()[0].train_loss, run->evaluate().train_data_loss);
}

TEST(SetParameters, RepeatsTheRunFromTheSameStart) {
  const auto run = make_run(small_race({at("optimizer.id", "adam")}));
  const Vector start = parameters_of(*run);
  run->step(40);
  const Vector end = parameters_of(*run);
  ASSERT_TRUE(run->set_parameters({std::vector<double>(start.begin(), start.end())}));
  run->step(40);
  EXPECT_EQ(parameters_of(*run), end);
}

TEST(SetParameters, RefusesTheWrongSizeAndChangesNothing) {
  const auto run = make_run(small_race());
  run->step(5);
  const Vector before = parameters_of(*run);
  const std::size_t n = before.size();
  std::vector<double> bad(n, 0.5);
  for (const double x : {std::nan(""), HUGE_VAL, -HUGE_VAL}) {
    bad[n / 2] = x;
    EXPECT_FALSE(run->set_parameters(bad));
  }
  if (sizeof(Real) == 4) {
    bad[n / 2] = 1e39;
    EXPECT_FALSE(run->set_parameters(bad));
  }
  EXPECT_FALSE(run->set_parameters(std::vector<double>(n - 1, 0.5)));
  EXPECT_FALSE(run->set_parameters(std::vector<double>(n + 1, 0.5)));
  EXPECT_FALSE(run->set_parameters({}));
  EXPECT_EQ(parameters_of(*run), before);
  EXPECT_EQ(run->report().step, 5u);
}

}  // namespace
}  // namespace fall_line
