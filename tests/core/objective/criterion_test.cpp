// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <memory>

#include "catalog/find.hpp"
#include "objective/network_problem.hpp"
#include "support/closed_forms.hpp"
#include "support/naive_network.hpp"
#include "support/problems.hpp"

/// What a network minimizes with label smoothing and weights of classes: its gradient, its Hessian,
/// and what other rules ask for.
namespace fall_line {
namespace {

constexpr bool wide = sizeof(Real) == 8;
constexpr double tolerance = wide ? 1e-12 : 1e-5;

struct Kind {
  const char* loss;
  double smoothing;
  std::vector<double> weights;
};

std::vector<Kind> kinds(int classes) {
  const std::vector<double> equal(static_cast<std::size_t>(classes), 1);
  const auto odd = classes == 2 ? std::vector{0.25, 1.75} : std::vector{0.5, 2.0, 1.25};
  return {{"cross-entropy", 0.2, equal},  {"cross-entropy", 0, odd},
          {"cross-entropy", 0.2, odd},    {"cross-entropy", 1, odd},
          {"mean-squared-error", 0, odd}, {"hinge", 0, odd}};
}

NetworkProblem problem_of(const Samples& samples, const Kind& kind,
                          std::vector<std::size_t> hidden = {4, 3}, Penalty penalty = {}) {
  hidden.insert(hidden.begin(), 2);
  hidden.push_back(samples.classes == 2 ? 1 : static_cast<std::size_t>(samples.classes));
  NetworkProblem problem(samples, all_training(samples), no_standardization(2),
                         Network(dense_network(hidden), *find(activations(), "tanh")),
                         *find(losses(), kind.loss), penalty);
  problem.train_by(std::make_unique<Criterion>(kind.smoothing, kind.weights));
  return problem;
}

Samples three_or_two(int classes, std::size_t count) {
  return random_samples(Task::classification, 2, 1, classes, count);
}

/// The formula of Criterion, sample by sample in double.
double naive_loss(const NetworkProblem& problem, const Kind& kind, const Samples& samples,
                  const std::vector<std::uint32_t>& batch, const std::vector<double>& w) {
  const NaiveNetwork naive{problem.layout(), "tanh", kind.loss, {}};
  const auto classes = static_cast<std::size_t>(samples.classes);
  double sum = 0, weights = 0;
  for (const std::uint32_t i : batch) {
    const std::vector<double> s = naive.outputs(w, samples.input(i));
    const auto y = static_cast<std::size_t>(samples.y[i]);
    const auto loss = [&](std::size_t k) {
      return kind.weights[k] * closed_form::class_loss(kind.loss, s, static_cast<int>(k));
    };
    sum += (1 - kind.smoothing) * loss(y);
    if (kind.smoothing > 0)
      for (std::size_t k = 0; k < classes; ++k)
        sum += kind.smoothing / static_cast<double>(classes) * loss(k);
    weights += kind.weights[y];
  }
  return sum / weights;
}

TEST(TrainingCriterion, HasTheGradientOfItsFormula) {
  for (const int classes : {2, 3})
    for (const Kind& kind : kinds(classes)) {
      SCOPED_TRACE(testing::Message()
                   << classes << " classes, " << kind.loss << ", " << kind.smoothing);
      // More samples than a chunk holds.
      const Samples samples = three_or_two(classes, 150);
      NetworkProblem problem = problem_of(samples, kind);
      const Vector w = random_parameters(problem.parameters());
      const std::vector<std::uint32_t> batch = indices_up_to(131);
      problem.take(batch);
      Vector g(w.size(), 42);
      std::vector<double> at = to_double(w);
      const double value = problem.gradient(w, g);
      EXPECT_NEAR(value, naive_loss(problem, kind, samples, batch, at), wide ? 1e-13 : 1e-5);
      EXPECT_NEAR(problem.loss(w), value, tolerance);
      constexpr double h = 0x1p-20;
      for (std::size_t i = 0; i < g.size(); ++i) {
        const double here = at[i];
        at[i] = here + h;
        const double above = naive_loss(problem, kind, samples, batch, at);
        at[i] = here - h;
        const double below = naive_loss(problem, kind, samples, batch, at);
        at[i] = here;
        const double slope = (above - below) / (2 * h);
        EXPECT_NEAR(g[i], slope, (wide ? 1e-8 : 4e-6) + (wide ? 1e-6 : 1e-4) * std::fabs(slope))
            << "at " << i;
      }
    }
}

TEST(TrainingCriterion, HasTheHessianOfItsGradient) {
  for (const int classes : {2, 3})
    for (const Kind& kind : kinds(classes)) {
      // It has a kink within the differences.
      if (std::string_view(kind.loss) == "hinge") continue;
      SCOPED_TRACE(testing::Message()
                   << classes << " classes, " << kind.loss << ", " << kind.smoothing);
      const Samples samples = three_or_two(classes, 7);
      NetworkProblem problem = problem_of(samples, kind);
      const Vector w = random_parameters(problem.parameters(), 3);
      const Vector v = random_parameters(problem.parameters(), 5);
      const std::vector<std::uint32_t> batch = indices_up_to(7);
      problem.take(batch);
      Vector product(w.size());
      problem.hessian_product(w, v, product);
      // The error of four differences is of order h⁴.
      const double h = wide ? 1e-3 : 0.01;
      std::vector<double> slopes(w.size());
      for (const auto& [steps, share] : {std::pair{1, 8.0}, {-1, -8.0}, {2, -1.0}, {-2, 1.0}}) {
        Vector place = w, g(w.size());
        for (std::size_t i = 0; i < w.size(); ++i) place[i] += static_cast<Real>(steps * h * v[i]);
        problem.gradient(place, g);
        for (std::size_t i = 0; i < w.size(); ++i) slopes[i] += share * g[i] / (12 * h);
      }
      for (std::size_t i = 0; i < w.size(); ++i)
        EXPECT_NEAR(product[i], slopes[i], (wide ? 1e-7 : 1e-3) * (1 + std::fabs(slopes[i]))) << i;
    }
}

TEST(TrainingCriterion, IsASumOfSquaresIfTheLossIs) {
  for (const int classes : {2, 3}) {
    const Kind kind = kinds(classes)[4];
    ASSERT_STREQ(kind.loss, "mean-squared-error");
    const Samples samples = three_or_two(classes, 150);
    NetworkProblem problem = problem_of(samples, kind, {3}, {0, 0.1});
    const Vector w = random_parameters(problem.parameters());
    const std::vector<std::uint32_t> batch = indices_up_to(150);
    problem.take(batch);
    const std::size_t n = w.size(), count = problem.residual_count();
    Vector r(count), jacobian(count * n), g(n);
    EXPECT_NEAR(problem.residuals(w, r, jacobian), problem.gradient(w, g), tolerance);
    double half = 0;
    std::vector<double> slopes(n);
    for (std::size_t i = 0; i < count; ++i) {
      half += 0.5 * static_cast<double>(r[i]) * r[i];
      for (std::size_t j = 0; j < n; ++j)
        slopes[j] += static_cast<double>(jacobian[i * n + j]) * r[i];
    }
    EXPECT_NEAR(half, problem.gradient(w, g), tolerance);
    for (std::size_t j = 0; j < n; ++j) EXPECT_NEAR(g[j], slopes[j], tolerance) << j;
  }
}

/// A draw of every sample once, with equal weights, is the whole training set.
TEST(TrainingCriterion, IsEstimatedByDraws) {
  for (const Kind& kind : kinds(3)) {
    const Samples samples = three_or_two(3, 20);
    NetworkProblem problem = problem_of(samples, kind);
    const Vector w = random_parameters(problem.parameters());
    Vector whole(w.size()), drawn(w.size());
    std::vector<double> norms(20);
    const std::vector<double> weights(20, 1.0 / 20);
    const std::vector<std::uint32_t> all = indices_up_to(20);
    const double loss = problem.full_gradient(w, whole);
    EXPECT_NEAR(problem.weighted_gradient(w, {all, weights, norms}, drawn), loss, tolerance);
    for (std::size_t i = 0; i < w.size(); ++i) EXPECT_NEAR(drawn[i], whole[i], tolerance);
  }
}

/// With one output the factor of the slopes is exact: the mean of the Hessians by that output.
TEST(TrainingCriterion, WeighsTheFactorsOfKFac) {
  const Kind kind = kinds(2)[2];
  const Samples samples = three_or_two(2, 9);
  NetworkProblem problem = problem_of(samples, kind, {});
  const Vector w = random_parameters(problem.parameters());
  const std::vector<std::uint32_t> batch = indices_up_to(9);
  problem.take(batch);
  Vector factors(9 + 1);
  Stream random("optimizer", 1);
  problem.kronecker_factors(w, random, factors);
  const Criterion criterion(kind.smoothing, kind.weights);
  const NaiveNetwork naive{problem.layout(), "tanh", kind.loss, {}};
  double sum = 0, weights = 0;
  for (const std::uint32_t i : batch) {
    const double s = naive.outputs(to_double(w), samples.input(i))[0], p = 1 / (1 + std::exp(-s));
    sum += criterion.factor(static_cast<int>(samples.y[i])) * p * (1 - p);
    weights += criterion.weight(static_cast<int>(samples.y[i]));
  }
  EXPECT_NEAR(factors[9], sum / weights, tolerance);
}

TEST(TrainingCriterion, LeavesScoresPlain) {
  const Samples samples = three_or_two(3, 20);
  NetworkProblem own = problem_of(samples, kinds(3)[2]);
  NetworkProblem plain{samples,
                       all_training(samples),
                       no_standardization(2),
                       Network(dense_network({2, 4, 3, 3}), *find(activations(), "tanh")),
                       *find(losses(), "cross-entropy"),
                       {}};
  const Vector w = random_parameters(own.parameters());
  EXPECT_EQ(own.train_score(w).loss, plain.train_score(w).loss);
  EXPECT_EQ(own.train_score(w).accuracy, plain.train_score(w).accuracy);
  Vector g(w.size());
  EXPECT_NE(own.full_gradient(w, g), plain.full_gradient(w, g));
}

}  // namespace
}  // namespace fall_line
