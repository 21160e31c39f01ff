// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "support/runs.hpp"
#include "support/second_order.hpp"

/// What the literature claims of second-order rules, raced.
namespace fall_line {
namespace {

constexpr int seeds = 10;
constexpr double most_evaluations = 2e6;

Settings small_regression(int seed) {
  return {at("problem.dataset.id", "sine"), at("problem.dataset.samples", 20),
          at("problem.dataset.noise", 0), at("problem.testFraction", 0),
          at("problem.network.hidden", std::vector{5.0}), at("problem.network.activation", "tanh"),
          at("problem.batchSize", "full"), at("seed", seed)};
}

/// Evaluations until the training loss is 1e-6; infinite beyond `limit`.
double cost(const Settings& race, double limit) {
  const auto run = make_run(race);
  while (run->report().status == Status::running) {
    run->step(1);
    const auto spent = static_cast<double>(run->report().work.samples());
    if (run->report().loss <= 1e-6) return spent;
    if (spent > limit) break;
  }
  return infinity;
}

double median_cost(const Settings& rule, double limit) {
  std::vector<double> costs;
  for (int seed = 1; seed <= seeds; ++seed)
    costs.push_back(cost(with(small_regression(seed), rule), limit));
  std::sort(costs.begin(), costs.end());
  return 0.5 * (costs[seeds / 2 - 1] + costs[seeds / 2]);
}

TEST(Literature, CurvatureBeatsEveryGradientRuleOnASmallRegression) {
  if (!wide) GTEST_SKIP() << "float32 refuses these rules";
  const double marquardt =
      median_cost({at("optimizer.id", "levenberg-marquardt")}, most_evaluations);
  const double bfgs = median_cost({at("optimizer.id", "bfgs")}, most_evaluations);
  ASSERT_LT(bfgs, infinity);
  EXPECT_LT(marquardt, bfgs);
  for (const OptimizerEntry* rule : optimizers()) {
    if (needs(*rule, Need::value)) continue;
    for (int k = 0; k < 13; ++k) {
      // 1e-4 to 100 on a 1-3-10 grid.
      const double rate = (k % 2 == 0 ? 1 : 3) * std::pow(10.0, k / 2 - 4);
      // No rule need go on for longer than BFGS took.
      EXPECT_GT(median_cost({at("optimizer.id", rule->id), at("optimizer.learningRate", rate)}, bfgs),
                bfgs)
          << rule->id << " at " << rate;
    }
  }
}

}  // namespace
}  // namespace fall_line
