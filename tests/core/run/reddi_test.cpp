// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/runs.hpp"
#include "support/same_run.hpp"

/// Reddi's sequence of slopes: 3, -1, -1, on x in [-1, 1].
namespace fall_line {
namespace {

Settings reddi(std::string_view rule, double rate, const Settings& more = {}) {
  return with({at("problem.surface.id", "reddi-counterexample"), at("optimizer.id", rule),
               at("optimizer.learningRate", rate)},
              more);
}

/// beta1 = 0, beta2 = 1 / (1 + C²), with C = 3.
const Settings forgetful{at("optimizer.beta1", 0), at("optimizer.beta2", 0.1)};

TEST(Reddi, GivesEachStepItsSlope) {
  const auto run = make_run(reddi("sgd", 0.125));
  std::vector<double> path;
  for (int t = 0; t < 6; ++t) {
    run->step(1);
    path.push_back(run->parameters()[0]);
    EXPECT_EQ(run->parameters()[1], Real{0});
  }
  EXPECT_EQ(path, (std::vector<double>{-0.375, -0.25, -0.125, -0.5, -0.375, -0.25}));
  EXPECT_EQ(run->report().loss, 0.375);  // -x at -3/8.
  EXPECT_EQ(run->report().gradient_norm, 1);
  EXPECT_NEAR(run->evaluate().train_loss, -0.25 / 3, 1e-15);
  EXPECT_NEAR(run->gradient()[0], 1.0 / 3, 1e-7);
}

TEST(Reddi, StopsAtTheBounds) {
  const auto run = make_run(reddi("sgd", 0.5));
  std::vector<double> path;
  for (int t = 0; t < 6; ++t) {
    run->step(1);
    path.push_back(run->parameters()[0]);
  }
  EXPECT_EQ(path, (std::vector<double>{-1, -0.5, 0, -1, -0.5, 0}));
  const auto outside = make_run(reddi("sgd", 0.125, {at("problem.start", {40.0, -7.0})}));
  outside->step(1);
  EXPECT_EQ(parameters_of(*outside), (Vector{1, -1}));
}

// The purpose of the sequence. A period ends where t mod 3 = 0.
TEST(Reddi, MisleadsAdamButNotAmsGrad) {
  const auto adam = make_run(reddi("adam", 0.01, forgetful));
  const auto amsgrad = make_run(reddi("amsgrad", 0.01, forgetful));
  adam->step(3000);
  amsgrad->step(3000);
  EXPECT_EQ(adam->parameters()[0], Real{1});
  EXPECT_NEAR(adam->evaluate().train_loss, 1.0 / 3, 1e-7);
  EXPECT_LT(amsgrad->parameters()[0], -0.99);
  EXPECT_GE(amsgrad->parameters()[0], Real{-1});
  // Adam ends at the right bound and AMSGrad at the left one, from either start.
  for (const double start : {-1.0, 1.0}) {
    const Settings from = with(forgetful, {at("problem.start", {start, 0.5})});
    const auto right = make_run(reddi("adam", 0.01, from));
    const auto left = make_run(reddi("amsgrad", 0.01, from));
    right->step(3000);
    left->step(3000);
    EXPECT_GT(right->parameters()[0], 0.99);
    EXPECT_LT(left->parameters()[0], -0.99);
    EXPECT_EQ(left->parameters()[1], Real{0.5});
  }
}

// With its defaults Adam averages over about a thousand steps, so the sequence does not mislead it.
TEST(Reddi, DoesNotMisleadAdamWithItsDefaults) {
  const auto adam = make_run(reddi("adam", 0.01));
  adam->step(3000);
  EXPECT_LT(adam->parameters()[0], -0.95);
}

TEST(Reddi, ContinuesFromASnapshot) {
  for (const std::uint64_t broken_at : {19, 20, 21}) {
    const Settings noisy = reddi("amsgrad", 0.05, {at("problem.gradientNoise", 0.5)});
    const auto straight = make_run(noisy), broken = make_run(noisy);
    straight->step(50);
    broken->step(broken_at);
    const auto snapshot = broken->snapshot();
    broken->step(8);
    ASSERT_TRUE(broken->restore(snapshot));
    broken->step(50 - broken_at);
    expect_same_run(*straight, *broken);
  }
}

TEST(Reddi, RefusesRulesThatEvaluateAPointAgain) {
  for (const OptimizerEntry* rule : optimizers()) {
    const auto refused = messages(check(reddi(rule->id, 0.1)).problems);
    if (rule->full_batch || needs(*rule, Need::value) || needs(*rule, Need::hessian_product) ||
        needs(*rule, Need::samples)) {
      EXPECT_FALSE(refused.empty()) << rule->id;
    } else if (!needs(*rule, Need::matrices)) {
      EXPECT_TRUE(refused.empty()) << rule->id;
    }
  }
  EXPECT_EQ(messages(check({at("problem.surface.id", "reddi-counterexample"),
                            at("optimizer.id", "rprop")})
                         .problems),
            std::vector<std::string>{
                "optimizer.id must be a rule for this problem: rprop needs one fixed function, "
                "and here it changes at every step (got \"rprop\")"});
}

// Every accepted rule stays within the bounds.
TEST(Reddi, KeepsEveryRuleWithinTheBounds) {
  const Settings race{at("problem.surface.id", "reddi-counterexample")};
  for (const OptimizerEntry* rule : rules_for(race)) {
    const auto run = make_run(with(race, {at("optimizer.id", rule->id)}));
    for (int t = 0; t < 100; ++t) {
      run->step(1);
      ASSERT_LE(std::abs(run->parameters()[0]), Real{1}) << rule->id;
    }
    EXPECT_EQ(run->report().status, Status::running) << rule->id;
  }
}

}  // namespace
}  // namespace fall_line
