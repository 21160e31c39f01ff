// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>

#include "support/second_order.hpp"

/// The minima that gradient-free rules reach on the test surfaces, over ten seeds each.
namespace fall_line {
namespace {

constexpr int seeds = 10;

/// The heights above the surface's lowest value at which the runs end, lowest first.
std::vector<double> heights(const char* rule, const char* surface, std::vector<double> start,
                            std::uint64_t steps, const Settings& more = {}) {
  double lowest = infinity;
  for (const Minimum& m : docs_of(*find(surfaces(), surface)).minima)
    lowest = std::min(lowest, m.value);
  std::vector<double> all;
  for (int seed = 1; seed <= seeds; ++seed) {
    const auto run = make_run(with(on_surface(surface, start, rule, more), {at("seed", seed)}));
    run->step(steps);
    all.push_back(run->evaluate().train_loss - lowest);
  }
  std::sort(all.begin(), all.end());
  return all;
}

struct Demand {
  const char *rule, *surface;
  std::vector<double> start;
  std::uint64_t steps;
  double height;  ///< Every seed must end below it.
};

// Each bound is a few times what was measured when the rules were written.
TEST(PopulationMinima, AreReachedFromEverySeed) {
  const double tiny = wide ? 1e-12 : 1e-5;
  const Demand demands[] = {
      {"simulated-annealing", "himmelblau", {0, 0}, 2000, 1e-6},
      {"simulated-annealing", "narrow-valley", {1.75, 0.5}, 2000, 1e-6},
      {"simulated-annealing", "quadratic-bowl", {3, 4}, 2000, 1e-6},
      {"genetic-algorithm", "himmelblau", {0, 0}, 300, 1e-5},
      {"genetic-algorithm", "rosenbrock", {-1.2, 1}, 300, 1e-5},
      {"genetic-algorithm", "beale", {1, 1.25}, 300, 1e-5},
      {"evolution-strategy", "himmelblau", {0, 0}, 300, 5e-3},
      {"evolution-strategy", "narrow-valley", {1.75, 0.5}, 300, 5e-3},
      {"evolution-strategy", "quadratic-bowl", {3, 4}, 500, 1e-4},
      {"cma-es", "himmelblau", {0, 0}, 150, tiny},
      {"cma-es", "rosenbrock", {-1.2, 1}, 300, tiny},
      {"cma-es", "narrow-valley", {1.75, 0.5}, 150, tiny},
      {"cma-es", "beale", {1, 1.25}, 150, tiny},
      {"particle-swarm", "himmelblau", {0, 0}, 200, tiny},
      {"particle-swarm", "ackley", {3, 2.5}, 300, tiny},
      {"particle-swarm", "goldstein-price", {-1.5, 1}, 300, 1e-6},
      {"particle-swarm", "rosenbrock", {-1.2, 1}, 500, tiny},
  };
  for (const Demand& d : demands) {
    const std::vector<double> all = heights(d.rule, d.surface, d.start, d.steps);
    EXPECT_LT(all.back(), d.height) << d.rule << " on " << d.surface;
  }
}

/// From a local minimum of Rastrigin's function, 17.9 high, which gradient descent never leaves.
/// The local minima next to the global one are 1 high.
TEST(PopulationMinima, AreLowerThanTheLocalMinimumOfGradientDescent) {
  const std::vector<double> start{3.3, -2.7};
  for (const double rate : {1e-4, 1e-3, 1e-2})
    EXPECT_GT(heights("sgd", "rastrigin", start, 2000, {at("optimizer.learningRate", rate)})[0], 1);
  EXPECT_LT(heights("particle-swarm", "rastrigin", start, 300)[seeds / 2], 1e-6);
  EXPECT_LT(heights("genetic-algorithm", "rastrigin", start, 300,
                    {at("optimizer.mutation", 1)})[seeds / 2],
            1e-2);
  EXPECT_LT(heights("simulated-annealing", "rastrigin", start, 10000,
                    {at("optimizer.moveScale", 3), at("optimizer.cooling", 0.999)})[seeds / 2],
            1);
  EXPECT_LT(heights("cma-es", "rastrigin", start, 500, {at("optimizer.sigma", 3)})[seeds / 2], 5);
}

}  // namespace
}  // namespace fall_line
