// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "support/problems.hpp"
#include "support/runs.hpp"

namespace fall_line {
namespace {

using Messages = std::vector<std::string>;

Samples classes() { return random_samples(Task::classification, 2, 1, 3, 30); }
Samples values() { return random_samples(Task::regression, 2, 2, 0, 30); }

Messages problems_with(const Samples& samples, const Settings& settings = {}) {
  return messages(check(settings, std::make_shared<Samples>(samples)).problems);
}

TEST(OwnData, AreUsedForTraining) {
  for (const Samples& samples : {classes(), values()}) {
    const auto run = make_run({}, std::make_shared<Samples>(samples));
    EXPECT_EQ(run->problem().samples().x, samples.x);
    EXPECT_EQ(run->problem().samples().y, samples.y);
    EXPECT_EQ(run->problem().split().test.size(), 15u);
    run->step(300);
    EXPECT_LT(run->curve().back().train_loss, run->curve().front().train_loss);
  }
}

TEST(OwnData, AreStandardizedByDefault) {
  const auto samples = std::make_shared<Samples>(classes());
  EXPECT_TRUE(network_plan(check({}, samples).plan).standardize);
  EXPECT_FALSE(network_plan(check({at("problem.standardize", false)}, samples).plan).standardize);
  Samples far = classes();
  for (double& x : far.x) x = 1e6 + 1000 * x;
  const auto plain = make_run({}, samples), moved = make_run({}, std::make_shared<Samples>(far));
  EXPECT_NEAR(plain->evaluate().train_loss, moved->evaluate().train_loss, 1e-5);
}

TEST(OwnData, SplitByTheirOwnSeed) {
  const auto samples = std::make_shared<Samples>(classes());
  const auto one = make_run({}, samples), same = make_run({at("problem.dataset.seed", 1)}, samples),
             other = make_run({at("problem.dataset.seed", 2)}, samples);
  EXPECT_EQ(one->problem().split().test, same->problem().split().test);
  EXPECT_NE(one->problem().split().test, other->problem().split().test);
  EXPECT_EQ(problems_with(classes(), {at("problem.dataset.seed", -1)}),
            Messages{"problem.dataset.seed must be an integer from 0 to 2147483647 (got -1)"});
}

// The only sample of class 1 among twenty is used for training, at any index and with any seed.
TEST(OwnData, TrainOnTheOnlySampleOfAClass) {
  for (const int seed : {1, 2, 3})
    for (std::size_t place = 0; place < 20; ++place) {
      Samples samples = random_samples(Task::classification, 2, 1, 2, 20);
      samples.y.assign(20, 0);
      samples.y[place] = 1;
      const auto run =
          make_run({at("problem.dataset.seed", seed)}, std::make_shared<Samples>(samples));
      const auto& test = run->problem().split().test;
      EXPECT_EQ(std::count(test.begin(), test.end(), place), 0) << place;
      EXPECT_EQ(test.size(), 10u);
    }
}

TEST(OwnData, AreSplitWithoutStratificationOnRequest) {
  Samples samples = random_samples(Task::classification, 2, 1, 2, 20);
  const auto shared = std::make_shared<Samples>(samples);
  Stream stream("split", 1);
  EXPECT_EQ(make_run({at("problem.stratify", false)}, shared)->problem().split().test,
            split(20, 0.5, stream).test);
  samples.task = Task::regression;
  samples.classes = 0;
  const auto values = std::make_shared<Samples>(samples);
  EXPECT_EQ(make_run({}, values)->problem().split().test,
            make_run({at("problem.stratify", false)}, values)->problem().split().test);
}

TEST(OwnData, NeedALossForTheirTask) {
  EXPECT_EQ(problems_with(values(), {at("problem.network.loss", "hinge")}),
            Messages{"problem.network.loss must be a loss for regression (got \"hinge\")"});
  EXPECT_EQ(problems_with(classes(), {at("problem.network.loss", "hinge")}), Messages{});
}

TEST(OwnData, NeedMatchingShapes) {
  Samples bad = classes();
  bad.shape = 0;
  EXPECT_EQ(problems_with(bad),
            Messages{"problem.dataset.inputs must have a column (got 0 columns)"});
  bad = classes();
  bad.y = {0};
  EXPECT_EQ(problems_with(bad),
            Messages{"problem.dataset.inputs must be at least 2 samples (got 1 sample)"});
  bad.y = {};
  EXPECT_EQ(problems_with(bad),
            Messages{"problem.dataset.inputs must be at least 2 samples (got 0 samples)"});
  bad = classes();
  bad.y.pop_back();
  EXPECT_EQ(
      problems_with(bad),
      Messages{"problem.dataset.targets must be one per sample of the inputs (got 29 targets)"});
  bad = values();
  bad.x.pop_back();
  EXPECT_EQ(
      problems_with(bad),
      Messages{"problem.dataset.targets must be one per sample of the inputs (got 30 targets)"});
}

TEST(OwnData, NeedWholeRowsOfTargets) {
  Samples bad = values();
  bad.outputs = 0;
  EXPECT_EQ(problems_with(bad).size(), 1u);
  bad = values();
  bad.y.push_back(1);
  EXPECT_EQ(problems_with(bad).size(), 1u) << "61 targets in rows of 2";
  bad = classes();
  bad.outputs = 2;
  bad.y.resize(60, 0.0);
  EXPECT_EQ(problems_with(bad).size(), 1u) << "two class numbers a sample";
}

TEST(OwnData, ReportTheIndexOfABadInput) {
  for (const auto& [value, quote] :
       {std::pair{std::nan(""), "NaN"}, std::pair{HUGE_VAL, "Infinity"},
        std::pair{-HUGE_VAL, "-Infinity"}, std::pair{1.1e30, "1.1e+30"}}) {
    Samples bad = classes();
    bad.x[2 * 7 + 1] = value;
    EXPECT_EQ(
        problems_with(bad),
        Messages{"problem.dataset.inputs[7][1] must be a number between -1e30 and 1e30 (got " +
                 std::string(quote) + ")"});
  }
}

TEST(OwnData, ReportTheIndexOfABadTarget) {
  for (const auto& [value, quote] : {std::pair{3.0, "3"}, std::pair{-1.0, "-1"},
                                     std::pair{0.5, "0.5"}, std::pair{std::nan(""), "NaN"},
                                     std::pair{HUGE_VAL, "Infinity"}, std::pair{1e300, "1e+300"}}) {
    Samples bad = classes();
    bad.y[4] = value;
    EXPECT_EQ(problems_with(bad),
              Messages{"problem.dataset.targets[4] must be a class number from 0 to 2 (got " +
                       std::string(quote) + ")"});
  }
  Samples bad = values();
  bad.y[5] = std::nan("");
  EXPECT_EQ(problems_with(bad).size(), 1u);
}

TEST(OwnData, HaveTwoToAThousandClasses) {
  for (const int count : {-1, 0, 1, 1001}) {
    Samples bad = classes();
    bad.classes = count;
    EXPECT_EQ(problems_with(bad),
              Messages{"problem.dataset.classes must be an integer from 2 to 1000 (got " +
                       std::to_string(count) + ")"});
  }
  Samples many = classes();
  many.classes = 1000;
  EXPECT_EQ(problems_with(many), Messages{});
}

TEST(OwnData, WorkWithAsFewAsTwoSamples) {
  const Samples two = random_samples(Task::classification, 1, 1, 2, 2);
  for (const bool stratify : {false, true}) {
    const auto run = make_run({at("problem.stratify", stratify)}, std::make_shared<Samples>(two));
    // In a stratified split, each is the only sample of its class, so both are for training.
    EXPECT_EQ(run->problem().split().train.size(), stratify ? 2u : 1u);
    run->step(20);
    EXPECT_EQ(run->report().status, Status::running);
  }
}

}  // namespace
}  // namespace fall_line
