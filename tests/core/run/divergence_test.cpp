// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/problems.hpp"
#include "support/runs.hpp"
#include "support/same_run.hpp"

/// A run ends when the loss, the gradient, or a parameter is not finite. It says which, and stays
/// at its last point.
namespace fall_line {
namespace {

constexpr double huge = sizeof(Real) == 4 ? 1e38 : 1e300;

bool finite(const Vector& v) {
  for (const Real x : v)
    if (!std::isfinite(x)) return false;
  return true;
}

/// Every sample has one input of 1e30 and the target 0. A linear unit overflows with a weight of
/// `huge`.
std::unique_ptr<Run> steep_run(const Settings& changes) {
  const Samples samples{.task = Task::regression,
                        .shape = 1,
                        .outputs = 1,
                        .classes = 0,
                        .x = {1e30, 1e30, 1e30, 1e30},
                        .y = {0, 0, 0, 0}};
  return make_run(
      with({at("problem.standardize", false), at("problem.network.activation", "linear"),
            at("problem.network.hidden", std::vector<double>{}),
            at("problem.network.loss", "mean-absolute-error"), at("optimizer.id", "sgd"),
            at("optimizer.learningRate", 1e-30)},
           changes),
      std::make_shared<Samples>(samples));
}

void expect_end(Run& run, const std::string& code) {
  EXPECT_EQ(run.report().status, Status::diverged);
  EXPECT_EQ(run.report().cause->code, code);
  EXPECT_FALSE(run.report().cause->message.empty());
}

TEST(Divergence, NamesTheLoss) {
  const auto run = steep_run({});
  ASSERT_TRUE(run->set_parameters(std::vector{huge, 0.0}));
  EXPECT_FALSE(std::isfinite(run->step(1).loss));
  expect_end(*run, "loss");
}

// The status refers to the batch of a step, before its update. evaluate() uses the point after the
// update, and all samples.
TEST(Divergence, RefersToTheBatchBeforeTheUpdate) {
  Samples samples{.task = Task::regression, .shape = 1, .outputs = 1};
  for (int i = 0; i < 100; ++i) {
    samples.x.push_back(i == 50 ? 1e30 : 0);
    samples.y.push_back(0);
  }
  const auto own = std::make_shared<Samples>(samples);
  const Settings linear{at("problem.standardize", false), at("problem.testFraction", 0),
                        at("problem.network.hidden", std::vector<double>{}),
                        at("optimizer.id", "sgd")};
  const auto one = make_run(with(linear, {at("problem.batchSize", 1)}), own);
  const auto all = make_run(with(linear, {at("problem.batchSize", "full")}), own);
  for (auto* run : {one.get(), all.get()}) {
    ASSERT_TRUE(run->set_parameters(std::vector{huge, 0.0}));
    EXPECT_FALSE(std::isfinite(run->evaluate().train_loss));
    EXPECT_EQ(run->report().status, Status::running) << "no step has been made";
    run->step(1);
  }
  EXPECT_EQ(one->report().status, Status::running);
  EXPECT_EQ(one->report().loss, 0) << "another sample was in the batch";
  expect_end(*all, "loss");
  one->step(99);
  expect_end(*one, "loss");
}

// y = w2 (w1 x) with w1 = 0: the output is 0, but dy/dw1 = w2 x overflows.
TEST(Divergence, NamesTheGradient) {
  const auto run = steep_run({at("problem.network.hidden", std::vector{1.0})});
  ASSERT_TRUE(run->set_parameters(std::vector{0.0, 0.0, huge, 1.0}));
  EXPECT_EQ(run->step(1).loss, 1);
  EXPECT_FALSE(std::isfinite(run->report().gradient_norm));
  expect_end(*run, "gradient");
}

TEST(Divergence, NamesTheParameters) {
  const auto run = steep_run({at("optimizer.learningRate", huge)});
  ASSERT_TRUE(run->set_parameters(std::vector{1e-30, 1.0}));
  EXPECT_TRUE(std::isfinite(run->step(1).loss));
  EXPECT_TRUE(std::isfinite(run->report().gradient_norm));
  EXPECT_FALSE(finite(parameters_of(*run)));
  expect_end(*run, "parameters");
}

/// Runs that diverge sooner or later.
std::vector<std::unique_ptr<Run>> wild_runs() {
  std::vector<std::unique_ptr<Run>> runs;
  for (const char* rule : {"sgd", "momentum", "nesterov"})
    for (const char* activation : {"relu", "linear", "gelu"})
      for (const double rate : {2.0, 1e3, 1e30, huge})
        runs.push_back(
            make_run({at("problem.dataset.id", "polynomial"), at("problem.dataset.samples", 60),
                      at("problem.network.activation", activation), at("optimizer.id", rule),
                      at("optimizer.learningRate", rate)}));
  return runs;
}

TEST(Divergence, IsFlaggedAtTheFirstNonFiniteNumber) {
  int ended = 0;
  for (const auto& run : wild_runs()) {
    while (run->report().step < 300) {
      const Report report = run->step(1);
      const bool sound = std::isfinite(report.loss) && finite(parameters_of(*run));
      if (report.status == Status::running) {
        ASSERT_TRUE(sound) << "step " << report.step;
        continue;
      }
      ++ended;
      EXPECT_TRUE(!sound || report.cause->code == "gradient");
      EXPECT_EQ(run->curve().back().step, report.step) << "the end is recorded";
      break;
    }
  }
  EXPECT_GT(ended, 20);
}

TEST(Divergence, IsTheEnd) {
  for (const auto& run : wild_runs()) {
    run->step(300);
    if (run->report().status == Status::running) continue;
    const Report report = run->report();
    const std::size_t records = run->curve().size();
    EXPECT_EQ(run->advance(10), 0u);
    run->step(1000);
    EXPECT_EQ(run->report().step, report.step);
    EXPECT_EQ(run->report().cause->message, report.cause->message);
    EXPECT_EQ(run->report().work.samples(), report.work.samples());
    EXPECT_EQ(run->curve().size(), records);
  }
}

TEST(Divergence, HappensAtTheSameStepHoweverSliced) {
  const auto whole = wild_runs(), sliced = wild_runs();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    whole[i]->step(300);
    for (int slice = 0; slice < 100; ++slice) sliced[i]->step(3);
    EXPECT_EQ(whole[i]->report().step, sliced[i]->report().step);
    EXPECT_TRUE(whole[i]->report().cause == sliced[i]->report().cause);
    EXPECT_EQ(whole[i]->curve().size(), sliced[i]->curve().size());
  }
}

TEST(Divergence, IsClearedByARestart) {
  const auto run = steep_run({});
  ASSERT_TRUE(run->set_parameters(std::vector{huge, 0.0}));
  run->step(5);
  ASSERT_EQ(run->report().status, Status::diverged);
  ASSERT_TRUE(run->set_parameters(std::vector{0.0, 0.5}));
  EXPECT_EQ(run->report().status, Status::running);
  EXPECT_FALSE(run->report().cause.has_value());
  run->step(5);
  EXPECT_EQ(run->report().step, 5u);
}

TEST(Divergence, IsPreventedByClippingASteepGradient) {
  // Neither the gradient nor its norm overflows, so clipping can scale it down.
  const auto run = steep_run({at("optimizer.learningRate", 0.001), at("optimizer.clipNorm", 1)});
  run->step(50);
  EXPECT_EQ(run->report().status, Status::running);
  EXPECT_GT(run->report().gradient_norm, 1e29);
}

TEST(Boxes, EndFiniteOrDivergedAtEveryCorner) {
  for (const char* dataset : {"circles", "sine"}) {
    const Settings race{at("problem.dataset.id", dataset), at("problem.dataset.samples", 40),
                        at("problem.network.hidden", std::vector{4.0})};
    for (const OptimizerEntry* entry : rules_for(race)) {
      const auto rows = docs_of(*entry).hyperparameters;
      for (std::size_t corner = 0; corner < std::size_t{1} << rows.size(); ++corner) {
        Settings settings = with(race, {at("optimizer.id", entry->id)});
        for (std::size_t i = 0; i < rows.size(); ++i) {
          if (rows[i].kind == Kind::choice) continue;
          settings.push_back(at("optimizer." + std::string(rows[i].id),
                                (corner >> i & 1) == 0 ? rows[i].slider.min : rows[i].slider.max));
        }
        const auto run = make_run(settings);
        run->step(100);
        SCOPED_TRACE(testing::Message() << entry->id << ", corner " << corner);
        if (run->report().status == Status::diverged) {
          EXPECT_FALSE(run->report().cause->code.empty());
          continue;
        }
        if (run->report().status == Status::running) {
          EXPECT_EQ(run->report().step, 100u);
        }
        EXPECT_TRUE(finite(parameters_of(*run)));
        EXPECT_TRUE(std::isfinite(run->report().loss));
      }
    }
  }
}

}  // namespace
}  // namespace fall_line
