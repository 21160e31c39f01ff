// SPDX-License-Identifier: MIT
#include "objective/surface_problem.hpp"

#include <gtest/gtest.h>

#include "catalog/find.hpp"
#include "run/check.hpp"
#include "run/run.hpp"

namespace fall_line {
namespace {

Settings on_surface(std::string id, double rate) {
  return {{"problem.surface.id", std::move(id)},
          {"optimizer.id", std::string("sgd")},
          {"optimizer.learningRate", rate}};
}

std::unique_ptr<Run> run_of(const Settings& settings) {
  Check checked = check(settings);
  for (const Problem& problem : checked.problems) ADD_FAILURE() << problem.message();
  return std::make_unique<Run>(std::move(checked.plan));
}

SurfaceProblem noisy_bowl(double noise) {
  return {*find(surfaces(), "quadratic-bowl"),
          {},
          {.start = {1, 2}, .gradient_noise = noise, .seed = 3}};
}

TEST(SurfaceRun, StepsDownTheSlope) {
  // On x²/2 + y²/2 from (4, 3) a rate of 1/2 halves both coordinates.
  const auto run = run_of(on_surface("quadratic-bowl", 0.5));
  const Report& report = run->step(2);
  EXPECT_EQ(run->parameters()[0], Real{1});
  EXPECT_EQ(run->parameters()[1], Real{0.75});
  EXPECT_EQ(report.loss, 0.5 * (4 + 2.25));
  EXPECT_EQ(report.gradient_norm, 2.5);
  EXPECT_EQ(report.work.samples(), 2U);
  EXPECT_EQ(report.epoch, 2);
  EXPECT_EQ(run->evaluate().train_loss, 0.5 * (1 + 0.5625));
}

TEST(SurfaceRun, StartsAtTheGivenPoint) {
  Settings settings = on_surface("rosenbrock", 0.001);
  EXPECT_EQ(run_of(settings)->parameters()[0], Real(-1.2));
  settings.push_back({"problem.start", std::vector<double>{30, -40.5}});
  EXPECT_EQ(run_of(settings)->parameters()[1], Real(-40.5));
}

TEST(SurfaceRun, RefusesABadStartAndNetworkSettings) {
  const auto first = [](SettingValue start) {
    Settings settings = on_surface("rosenbrock", 0.001);
    settings.push_back({"problem.start", std::move(start)});
    const auto problems = check(settings).problems;
    return problems.empty() ? std::string() : problems[0].message();
  };
  EXPECT_EQ(first(std::vector<double>{1}), "problem.start must be a list of two numbers (got [1])");
  EXPECT_EQ(first(std::vector<double>{1, infinity}),
            "problem.start[1] must be between -1000000 and 1000000 (got Infinity)");
  EXPECT_EQ(first(3.0), "problem.start must be a list of at most 1000 numbers (got 3)");
  Settings mixed = on_surface("rosenbrock", 0.001);
  mixed.push_back({"problem.batchSize", 10.0});
  ASSERT_EQ(check(mixed).problems.size(), 1U);
  EXPECT_EQ(check(mixed).problems[0].path, "problem.batchSize");
}

TEST(SurfaceRun, ContinuesTheNoiseFromASnapshot) {
  Settings settings = on_surface("himmelblau", 0.001);
  settings.push_back({"problem.gradientNoise", 2.0});
  const auto straight = run_of(settings), broken = run_of(settings);
  straight->step(50);
  broken->step(20);
  const auto snapshot = broken->snapshot();
  broken->step(7);
  ASSERT_TRUE(broken->restore(snapshot));
  broken->step(30);
  EXPECT_EQ(broken->parameters()[0], straight->parameters()[0]);
  EXPECT_EQ(broken->parameters()[1], straight->parameters()[1]);
}

TEST(SurfaceProblem, NoiseTiltsValueAndGradientConsistently) {
  SurfaceProblem problem = noisy_bowl(5);
  problem.next_batch();
  const Vector a{0, 0}, b{1, 0};
  Vector g(2), g0(2);
  const double value_a = problem.gradient(a, g), value_b = problem.gradient(b, g0);
  // f(b) - f(a) = 1/2 + xi_x, and the gradient at a is xi alone.
  EXPECT_NEAR(value_b - value_a, 0.5 + static_cast<double>(g[0]), 1e-6);
  EXPECT_NE(g[0], Real{0});
}

TEST(SurfaceProblem, NoiseHasTheGivenDeviationAndChangesEveryStep) {
  SurfaceProblem problem = noisy_bowl(2);
  const Vector origin{0, 0};
  Vector g(2);
  double sum = 0, squares = 0;
  const int n = 4000;
  for (int i = 0; i < n; ++i) {
    problem.next_batch();
    problem.gradient(origin, g);
    sum += g[0] + g[1];
    squares += static_cast<double>(g[0]) * g[0] + static_cast<double>(g[1]) * g[1];
  }
  // Standard errors: 2/√8000 = 0.022 and 4 √(2/8000) = 0.063.
  EXPECT_NEAR(sum / (2 * n), 0, 0.1);
  EXPECT_NEAR(squares / (2 * n), 4, 0.25);
}

}  // namespace
}  // namespace fall_line
