// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/runs.hpp"
#include "support/second_order.hpp"

namespace fall_line {
namespace {

/// A logistic regression with an L2 penalty: convex, with one minimum.
Settings convex(const char* rule, const Settings& changes = {}) {
  return with(
      {at("problem.dataset.id", "moons"), at("problem.dataset.samples", 100),
       at("problem.network.hidden", std::vector<double>{}), at("problem.network.l2", 0.05),
       at("problem.batchSize", 5), at("optimizer.id", rule), at("optimizer.learningRate", 0.1)},
      changes);
}

double length(const Vector& v) { return dense::norm(v); }

/// E‖d - ∇L‖² over an epoch, with the direction d computed from the steps.
double noise(Run& run, double rate) {
  double sum = 0;
  constexpr int steps = 10;
  for (int k = 0; k < steps; ++k) {
    const Vector before = parameters_of(run), g = run.gradient();
    run.step(1);
    for (std::size_t i = 0; i < g.size(); ++i)
      sum += std::pow((static_cast<double>(before[i]) - run.parameters()[i]) / rate - g[i], 2);
  }
  return sum / steps;
}

TEST(Svrg, HasLessNoiseCloserToTheMinimum) {
  const auto svrg = make_run(convex("svrg")), sgd = make_run(convex("sgd"));
  const double at_first = noise(*sgd, 0.1);
  svrg->step(4000);
  sgd->step(4000);
  EXPECT_GT(noise(*sgd, 0.1), 0.1 * at_first);
  EXPECT_LT(noise(*svrg, 0.1), (wide ? 1e-20 : 1e-8) * at_first);
  EXPECT_LT(length(svrg->gradient()), wide ? 1e-12 : 1e-5);
  EXPECT_GT(length(sgd->gradient()), 1e-4);
}

// An epoch of 50 samples has ten batches of five. It costs a full gradient, and two gradients of
// each batch.
TEST(Svrg, CountsTheEvaluationsForItsSnapshots) {
  const auto run = make_run(convex("svrg"));
  EXPECT_EQ(run->step(1).work.gradient, 50U + 2 * 5);
  EXPECT_EQ(run->step(9).work.gradient, 50U + 100);
  EXPECT_EQ(run->report().epoch, 1);
  EXPECT_EQ(run->step(1).work.gradient, 100U + 100 + 10);
  EXPECT_EQ(run->report().work.samples(), run->report().work.gradient);
}

/// The first step of an epoch is a full-batch gradient step, but it reports the loss of its batch.
TEST(Svrg, BeginsAnEpochWithTheFullGradient) {
  const auto run = make_run(convex("svrg")), sgd = make_run(convex("sgd"));
  const Vector before = parameters_of(*run), g = run->gradient();
  const Report& report = run->step(1);
  for (std::size_t i = 0; i < g.size(); ++i)
    EXPECT_NEAR(run->parameters()[i], before[i] - 0.1 * g[i], wide ? 1e-15 : 1e-6);
  EXPECT_EQ(report.loss, sgd->step(1).loss);
  EXPECT_EQ(report.gradient_norm, sgd->report().gradient_norm);
}

}  // namespace
}  // namespace fall_line
