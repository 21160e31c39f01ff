// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <numeric>

#include "catalog/find.hpp"
#include "support/runs.hpp"
#include "support/same_run.hpp"
#include "support/second_order.hpp"

/// Runs of second-order rules: what they refuse, count and report, and their snapshots.
namespace fall_line {
namespace {

Settings squares(const Settings& changes = {}) {
  return with({at("problem.dataset.id", "sine"), at("problem.dataset.samples", 60),
               at("problem.network.hidden", std::vector{4.0})},
              changes);
}

std::string refusal(const Settings& settings) {
  const std::vector<std::string> all = messages(check(settings).problems);
  return all.size() == 1 ? all[0] : testing::PrintToString(all);
}

const std::string no_rule = "optimizer.id must be a rule for this problem: levenberg-marquardt ";

TEST(Needs, RefuseLossesThatAreNoSumOfSquares) {
  if (!wide) {
    EXPECT_EQ(refusal(squares({at("optimizer.id", "levenberg-marquardt")})),
              "optimizer.id must be an optimizer that works in float32 (got "
              "\"levenberg-marquardt\")");
    return;
  }
  const auto on = [](const Settings& changes) {
    return refusal(with(squares({at("optimizer.id", "levenberg-marquardt")}), changes));
  };
  EXPECT_TRUE(check(squares({at("optimizer.id", "levenberg-marquardt")})).problems.empty());
  EXPECT_EQ(
      on({at("problem.dataset.id", "spiral")}),
      no_rule + "needs a sum of squares, such as mean-squared-error (got \"levenberg-marquardt\")");
  EXPECT_EQ(
      on({at("problem.network.loss", "huber")}),
      no_rule + "needs a sum of squares, such as mean-squared-error (got \"levenberg-marquardt\")");
  EXPECT_EQ(on({at("problem.network.l1", 0.1)}),
            no_rule +
                "needs a sum of squares, which an L1 penalty is not (got "
                "\"levenberg-marquardt\")");
  EXPECT_EQ(refusal(on_surface("rastrigin", {1, 1}, "levenberg-marquardt")),
            no_rule +
                "needs a sum of squares, which this surface is not (got "
                "\"levenberg-marquardt\")");
}

TEST(Needs, RefuseTooManyParametersForAMatrix) {
  if (!wide) return;
  // 1·24 + 24 + 24·16 + 16 + 16 + 1 = 465 and 1·25 + 25 + 25·18 + 18 + 18 + 1 = 537.
  for (const char* rule : {"newton", "bfgs", "levenberg-marquardt", "gauss-newton"}) {
    EXPECT_TRUE(check(squares({at("optimizer.id", rule),
                               at("problem.network.hidden", std::vector{24.0, 16.0})}))
                    .problems.empty());
    EXPECT_EQ(refusal(squares({at("optimizer.id", rule),
                               at("problem.network.hidden", std::vector{25.0, 18.0})})),
              "optimizer.id must be a rule for this problem: " + std::string(rule) +
                  " needs at most 500 parameters, and this network has 537 (got \"" + rule + "\")");
  }
}

TEST(Needs, RefuseClippingWithALineSearch) {
  if (!wide) return;
  EXPECT_EQ(refusal(squares({at("optimizer.id", "bfgs"), at("optimizer.clipNorm", 1)})),
            "optimizer.clipNorm must be 0 for bfgs, which compares losses along its gradient (got "
            "1)");
  const auto run = make_run(squares({at("optimizer.id", "bfgs")}));
  EXPECT_EQ(run->configure({at("optimizer.clipNorm", 1)}).size(), 1U);
}

std::vector<const OptimizerEntry*> second_order() {
  std::vector<const OptimizerEntry*> rules;
  for (const OptimizerEntry* rule : optimizers())
    if (searches(*rule)) rules.push_back(rule);
  return rules;
}

TEST(SecondOrder, LowersTheLossOfANetworkAtEveryStep) {
  if (!wide) return;
  for (const OptimizerEntry* rule : second_order()) {
    SCOPED_TRACE(rule->id);
    const auto run = make_run(squares({at("optimizer.id", rule->id)}));
    double before = run->evaluate().train_loss;
    const double start = before;
    for (int k = 0; k < 30 && run->report().status == Status::running; ++k) {
      run->step(1);
      const double after = run->evaluate().train_loss;
      EXPECT_LE(after, before * (1 + 1e-12)) << "step " << k;
      before = after;
    }
    EXPECT_LT(before, 0.7 * start);
    EXPECT_NE(run->report().status, Status::diverged);
  }
}

TEST(SecondOrder, ContinuesFromASnapshotBitForBit) {
  if (!wide) return;
  for (const OptimizerEntry* rule : second_order())
    for (const Settings& race :
         {squares({at("optimizer.id", rule->id)}), on_surface("rosenbrock", {-1.2, 1}, rule->id),
          on_surface("beale", {1, 1}, rule->id)}) {
      SCOPED_TRACE(rule->id);
      const auto straight = make_run(race), saved = make_run(race), loaded = make_run(race);
      straight->step(17);
      saved->step(8);
      loaded->step(3);
      ASSERT_TRUE(loaded->restore(saved->snapshot()));
      expect_same_run(*saved, *loaded);
      loaded->step(9);
      expect_same_run(*straight, *loaded);
    }
}

TEST(SecondOrder, CountsEveryEvaluationOnce) {
  if (!wide) return;
  // The bowl from (6, 8) of TrustRegion.GrowsWhileItsModelIsRight. The gradient after each step is
  // already known from the trial there.
  const auto trust = make_run(on_surface("quadratic-bowl", {6, 8}, "trust-region"));
  const Work w = trust->step(4).work;
  EXPECT_EQ(w.gradient, 5U);
  EXPECT_EQ(w.hessian_product, 4U);
  EXPECT_EQ(w.loss, 0U);
  EXPECT_EQ(w.samples(), 13U);
  // Backtracking from η = 1 on 2 w², as in line_search_test.cpp. A step takes 3 losses and a
  // gradient.
  const auto line =
      make_run(with(on_surface("narrow-valley", {0, 1}, "line-search"),
                    {at("problem.surface.condition", 4), at("optimizer.search", "backtracking")}));
  const Work l = line->step(1).work;
  EXPECT_EQ(l.loss, 3U);
  EXPECT_EQ(l.gradient, 1U);
  // On data an evaluation counts once per training sample, and there are 30.
  const auto newton =
      make_run(squares({at("optimizer.id", "newton"), at("optimizer.search", "none")}));
  const Work n = newton->step(2).work;
  EXPECT_EQ(n.gradient, 60U);
  EXPECT_EQ(n.hessian_product, 2 * 13 * 30U);
  // Sophia measures the curvature in steps 1 and 11.
  const auto sophia = make_run(squares({at("optimizer.id", "sophia"), at("problem.batchSize", 5)}));
  const Work s = sophia->step(12).work;
  EXPECT_EQ(s.gradient, 60U);
  EXPECT_EQ(s.hessian_product, 10U);
  const auto marquardt = make_run(squares({at("optimizer.id", "levenberg-marquardt")}));
  const Work m = marquardt->step(1).work;
  EXPECT_EQ(m.gradient, 30U);
  EXPECT_EQ(m.loss % 30, 0U);
  EXPECT_GE(m.loss, 30U);
}

TEST(SecondOrder, ReportsTheFoundRateAndTheGradientBeforeTheStep) {
  if (!wide) return;
  const auto run = make_run(with(on_surface("narrow-valley", {100, 1}, "line-search"),
                                 {at("optimizer.search", "exact")}));
  const Report& report = run->step(1);
  EXPECT_NEAR(report.learning_rate, 2.0 / 101, 1e-15);
  EXPECT_NEAR(report.gradient_norm, std::sqrt(2.0) * 100, 1e-12);
  EXPECT_EQ(report.loss, 0.5 * (1e4 + 100));
  // Least-squares rules compute the gradient from the Jacobian.
  const auto squares_run = make_run(on_surface("quadratic-bowl", {3, 4}, "levenberg-marquardt"));
  EXPECT_EQ(squares_run->step(1).gradient_norm, 5);
  EXPECT_EQ(squares_run->report().loss, 12.5);
}

TEST(SecondOrder, SaysWhyItStopped) {
  if (!wide) return;
  const auto cause = [](const Settings& race) {
    const Report report = make_run(race)->step(1000);
    EXPECT_EQ(report.status, Status::converged);
    return report.cause->message;
  };
  EXPECT_EQ(cause(on_surface("rosenbrock", {-1.2, 1}, "bfgs")),
            "every component of the gradient is at most 1e-10 in size");
  EXPECT_EQ(cause(with(on_surface("rosenbrock", {-1.2, 1}, "levenberg-marquardt"),
                       {at("optimizer.muMax", 1e-12)})),
            "no step lowers the loss, even with the damping at its maximum");
  // A full step leads to the minimum of the bowl. Steps 1e8 times as long go far beyond it.
  EXPECT_EQ(cause(with(on_surface("quadratic-bowl", {3, 4}, "gauss-newton"),
                       {at("optimizer.learningRate", 1e20)})),
            "even 1e-12 of the step does not lower the loss");
  // A network of linear units is a straight line, so only two of its seven parameters matter.
  EXPECT_EQ(cause(squares({at("optimizer.id", "gauss-newton"), at("optimizer.mu", 1e-300),
                           at("problem.network.activation", "linear"),
                           at("problem.network.hidden", std::vector{2.0})})),
            "the damping is too small to compute a step");
}

TEST(SecondOrder, CountsItsFailedSearches) {
  if (!wide) return;
  const auto run =
      make_run(with(on_surface("saddle", {0, 1}, "newton"), {at("optimizer.variant", "damped")}));
  EXPECT_EQ(run->step(3).failed_searches, 3U);
}

TEST(RunHessianProduct, UsesTheFullBatchLoss) {
  // f = x² - y²: H = diag(2, -2).
  const auto surface = make_run(on_surface("saddle", {1, 1}, "sgd"));
  EXPECT_EQ(surface->hessian_product(Vector{3, 5}), (Vector{6, -10}));
  const auto run = make_run(squares({at("optimizer.id", "sgd"), at("problem.network.l2", 0.1)}));
  const Vector w = parameters_of(*run), g = run->gradient();
  const Work before = run->report().work;
  Vector v(w.size());
  for (std::size_t i = 0; i < v.size(); ++i) v[i] = static_cast<Real>(i % 3) - 1;
  const Vector product = run->hessian_product(v);
  EXPECT_EQ(run->report().work.samples(), before.samples());
  const double h = wide ? 1e-6 : 1e-3;
  Vector above = w, below = w;
  for (std::size_t i = 0; i < w.size(); ++i) {
    above[i] += static_cast<Real>(h * v[i]);
    below[i] -= static_cast<Real>(h * v[i]);
  }
  const auto gradient_at = [&](const Vector& at) {
    run->set_parameters(std::vector<double>(at.begin(), at.end()));
    return run->gradient();
  };
  const Vector up = gradient_at(above), down = gradient_at(below);
  for (std::size_t i = 0; i < w.size(); ++i)
    EXPECT_NEAR(product[i], (up[i] - down[i]) / (2 * h), wide ? 1e-8 : 1e-2) << i;
}

}  // namespace
}  // namespace fall_line
