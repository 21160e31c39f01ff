// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "support/runs.hpp"
#include "support/second_order.hpp"

/// Claims of the literature about gradient descent and second-order rules, tested on runs.
namespace fall_line {
namespace {

/// The number of steps until no component of the gradient is larger than `flat`.
int steps_until(double flat, const Settings& race, int most = 10000) {
  const auto run = make_run(race);
  for (int k = 0; k < most; ++k) {
    const Vector g = run->gradient();
    if (std::all_of(g.begin(), g.end(), [&](Real x) { return std::fabs(x) <= flat; })) return k;
    run->step(1);
  }
  return most;
}

Settings down_the_valley(std::string_view rule, const Settings& more = {}) {
  // The start from which steepest descent is slowest: (κ, 1), scaled down.
  return on_surface("narrow-valley", {1, 0.01}, rule, more);
}

/// At the minimum along a line the line touches a level curve. The next gradient is therefore
/// orthogonal to the line (Nocedal & Wright, ch. 3.3).
TEST(Literature, ExactLineMinimizationZigZags) {
  if (!wide) GTEST_SKIP() << "float32 refuses these rules";
  const Settings exact = down_the_valley("line-search", {at("optimizer.search", "exact")});
  const auto run = make_run(exact);
  Vector before = run->gradient();
  for (int k = 0; k < 200; ++k) {
    run->step(1);
    const Vector g = run->gradient();
    ASSERT_LT(std::fabs(dense::dot(before, g)), 1e-9 * dense::norm(before) * dense::norm(g));
    before = g;
  }
  const int zig_zag = steps_until(1e-6, exact);
  EXPECT_GT(zig_zag, 500);
  EXPECT_LE(steps_until(1e-6, down_the_valley("newton", {at("optimizer.damping", 1e-12)})), 1);
  EXPECT_LE(steps_until(1e-6, down_the_valley("bfgs")), zig_zag / 50);
}

/// Undamped, and without a search.
TEST(Literature, NewtonSolvesAQuadraticInOneStep) {
  if (!wide) GTEST_SKIP() << "float32 refuses these rules";
  const Settings newton{at("optimizer.id", "newton"), at("optimizer.variant", "damped"),
                        at("optimizer.damping", 1e-14), at("optimizer.search", "none")};
  for (const char* surface : {"quadratic-bowl", "narrow-valley", "booth", "matyas"}) {
    SCOPED_TRACE(surface);
    const auto run = make_run(with(
        newton, {at("problem.surface.id", surface), at("problem.start", std::vector{1.5, -1.25})}));
    run->step(1);
    EXPECT_LT(dense::norm(run->gradient()), 1e-10);
  }
  // The loss of a linear network with squared errors is quadratic too.
  const auto run = make_run(with(newton, {at("problem.dataset.id", "plane"),
                                          at("problem.network.hidden", std::vector<double>{}),
                                          at("problem.batchSize", "full")}));
  EXPECT_GT(dense::norm(run->gradient()), 0.1);
  run->step(1);
  EXPECT_LT(dense::norm(run->gradient()), 1e-10);
}

/// A curve that rises at -1 and falls at 1, half as far again. A network of one tanh unit can fit
/// either step, but has to give up the first to fit the second.
std::shared_ptr<Samples> two_steps() {
  auto samples = std::make_shared<Samples>(
      Samples{.task = Task::regression, .shape = 1, .outputs = 1, .classes = 0, .x = {}, .y = {}});
  for (int i = 0; i < 12; ++i) {
    const double x = (i - 5.5) / 3;
    samples->x.push_back(x);
    samples->y.push_back(0.4 * std::tanh(2 * (x + 1)) - 0.6 * std::tanh(2 * (x - 1)));
  }
  return samples;
}

std::unique_ptr<Run> one_unit(const std::vector<double>& from, const Settings& rule) {
  const Settings network{at("problem.standardize", false),
                         at("problem.testFraction", 0),
                         at("problem.network.hidden", std::vector{1.0}),
                         at("problem.network.activation", "tanh"),
                         at("problem.batchSize", "full"),
                         at("optimizer.learningRate", 0.3)};
  auto run = make_run(with(network, rule), two_steps());
  EXPECT_TRUE(run->set_parameters(from));
  return run;
}

double smallest_curvature(Run& run) {
  const std::size_t n = run.parameters().size();
  Vector hessian, unit(n), values(n);
  for (std::size_t i = 0; i < n; ++i) {
    unit[i] = 1;
    const Vector row = run.hessian_product(unit);
    hessian.insert(hessian.end(), row.begin(), row.end());
    unit[i] = 0;
  }
  EXPECT_TRUE(dense::symmetric_eigen(hessian, values));
  return values[0];
}

TEST(Literature, NoiseOfSmallBatchesLeavesALocalMinimum) {
  if (!wide) GTEST_SKIP() << "Newton, which finds the minimum, needs float64";
  const auto newton =
      one_unit({2, 2, 0.4, 0}, {at("optimizer.id", "newton"), at("optimizer.learningRate", 1),
                                at("optimizer.damping", 1e-8)});
  newton->step(200);
  ASSERT_EQ(newton->report().status, Status::converged);
  ASSERT_GT(smallest_curvature(*newton), 1e-5);
  const double loss = newton->evaluate().train_loss;
  std::vector<double> beside;
  for (const Real x : newton->parameters()) beside.push_back(x + 0.1);

  const Settings sgd{at("optimizer.id", "sgd")};
  const auto full = one_unit(beside, sgd);
  EXPECT_GT(full->evaluate().train_loss, 1.05 * loss);
  full->step(20000);
  EXPECT_NEAR(full->evaluate().train_loss, loss, 1e-3 * loss);
  // The same start and rate with batches of one sample. Then full batches, to converge from there.
  for (int seed = 1; seed <= 10; ++seed) {
    const auto noisy = one_unit(beside, with(sgd, {at("problem.batchSize", 1), at("seed", seed)}));
    noisy->step(6000);
    const auto after = one_unit({noisy->parameters().begin(), noisy->parameters().end()}, sgd);
    after->step(20000);
    EXPECT_LT(after->evaluate().train_loss, 0.5 * loss) << "seed " << seed;
  }
}

constexpr int seeds = 10;
constexpr double most_evaluations = 2e6;

Settings small_regression(const Settings& more) {
  return with({at("problem.dataset.id", "sine"), at("problem.dataset.samples", 20),
               at("problem.dataset.noise", 0), at("problem.testFraction", 0),
               at("problem.network.hidden", std::vector{5.0}),
               at("problem.network.activation", "tanh"), at("problem.batchSize", "full")},
              more);
}

/// The number of evaluations until the training loss is 1e-6, or infinity beyond `limit`.
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

/// The median cost over the seeds. Infinite if half of the costs are.
double median_cost(const Settings& rule, double limit) {
  std::vector<double> costs;
  int lost = 0;
  for (int seed = 1; seed <= seeds; ++seed) {
    costs.push_back(cost(with(small_regression(rule), {at("seed", seed)}), limit));
    lost += costs.back() == infinity;
    if (2 * lost >= seeds) return infinity;
  }
  std::sort(costs.begin(), costs.end());
  return 0.5 * (costs[seeds / 2 - 1] + costs[seeds / 2]);
}

/// Learning rates from 1e-4 to 100 in steps of about 3. Only the default for a rule that finds its
/// own.
std::vector<Settings> rates_for(const OptimizerEntry& rule) {
  const Settings alone{at("optimizer.id", rule.id)};
  if (searches(rule)) return {alone};
  std::vector<Settings> all;
  for (int k = 0; k < 13; ++k)
    all.push_back(with(
        alone, {at("optimizer.learningRate", (k % 2 == 0 ? 1 : 3) * std::pow(10.0, k / 2 - 4))}));
  return all;
}

TEST(Literature, CurvatureBeatsEveryGradientRuleOnASmallRegression) {
  if (!wide) GTEST_SKIP() << "float32 refuses these rules";
  const double marquardt =
      median_cost({at("optimizer.id", "levenberg-marquardt")}, most_evaluations);
  const double bfgs = median_cost({at("optimizer.id", "bfgs")}, most_evaluations);
  ASSERT_LT(bfgs, infinity);
  EXPECT_LT(marquardt, bfgs);
  int rivals = 0;
  for (const OptimizerEntry* rule : rules_for(small_regression({}))) {
    if (!needs(*rule, Need::gradient) || docs_of(*rule).family == family::curvature) continue;
    rivals += 1;
    // A rival that needs more than BFGS has lost, so it can stop there.
    for (const Settings& rival : rates_for(*rule))
      EXPECT_GT(median_cost(rival, bfgs), bfgs) << rule->id;
  }
  EXPECT_GE(rivals, 25);
}

}  // namespace
}  // namespace fall_line
