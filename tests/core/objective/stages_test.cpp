// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "catalog/find.hpp"
#include "network/hidden/dropout.hpp"
#include "objective/network_problem.hpp"
#include "support/problems.hpp"

/// Normalization, dropout and an activation for each layer, as a problem trains with them.
/// PyTorch's values are in tests/core/network/normalizer_test.cpp.
namespace fall_line {
namespace {

constexpr bool wide = sizeof(Real) == 8;

struct Kind {
  const char* name;
  Normalization normalization;
  double dropout;
};
constexpr Kind kinds[] = {{"layer normalization", Normalization::layer, 0},
                          {"batch normalization", Normalization::batch, 0},
                          {"dropout", Normalization::none, 0.4},
                          {"dropout after layer normalization", Normalization::layer, 0.3},
                          {"dropout after batch normalization", Normalization::batch, 0.3}};

Samples three_classes(std::size_t count) {
  return random_samples(Task::classification, 2, 1, 3, count);
}

NetworkProblem problem_of(const Samples& samples, Split split, const Kind& kind,
                          std::size_t batch_size, const char* loss = "cross-entropy",
                          Penalty penalty = {0, 0.2}) {
  const std::size_t training = split.train.size();
  const bool normalized = kind.normalization != Normalization::none;
  const auto outputs =
      static_cast<std::size_t>(output_units(samples.task, samples.classes, samples.outputs));
  const NetworkShape shape = dense_network({2, 5, 4, outputs}, normalized);
  const StageChoice choice{
      .activations{find(activations(), "tanh"), find(activations(), "softplus")},
      .normalization = kind.normalization,
      .dropout = kind.dropout,
      .seed = 3};
  return {samples,
          std::move(split),
          no_standardization(2),
          Network(shape, make_stages(shape, choice, training)),
          *find(losses(), loss),
          penalty,
          {.seed = 3, .batch_size = batch_size, .initializer = initializers()[0]}};
}

NetworkProblem problem_of(const Samples& samples, const Kind& kind, std::size_t batch_size,
                          const char* loss = "cross-entropy", Penalty penalty = {0, 0.2}) {
  return problem_of(samples, all_training(samples), kind, batch_size, loss, penalty);
}

Split halves(const Samples& samples) {
  Split split;
  for (std::uint32_t i = 0; i < samples.count(); ++i)
    (i % 2 == 0 ? split.train : split.test).push_back(i);
  return split;
}

/// Central differences of order h⁴, in double.
template <class Value>
double slope(Value value) {
  const double h = wide ? 1e-4 : 0.02;
  return (8 * (value(h) - value(-h)) - (value(2 * h) - value(-2 * h))) / (12 * h);
}

Vector moved(const Vector& w, const Vector& v, double by) {
  Vector at = w;
  for (std::size_t i = 0; i < w.size(); ++i) at[i] += static_cast<Real>(by * v[i]);
  return at;
}

double dot(const Vector& a, const Vector& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

TEST(Stages, HaveTheGradientOfTheLossOfTheirBatch) {
  const Samples samples = three_classes(40);
  for (const Kind& kind : kinds)
    for (const std::size_t size : {2, 5, 13, 40}) {
      // A batch of two is so curved that single precision has no good differences.
      if (size == 2 && !wide) continue;
      SCOPED_TRACE(testing::Message() << kind.name << ", batches of " << size);
      NetworkProblem problem = problem_of(samples, kind, size);
      const Vector w = random_parameters(problem.parameters());
      problem.next_batch();
      problem.next_batch();
      Vector g(w.size(), 42);
      EXPECT_EQ(problem.gradient(w, g), problem.loss(w));
      for (std::size_t i = 0; i < w.size(); ++i) {
        Vector one(w.size());
        one[i] = 1;
        const double expected = slope([&](double h) { return problem.loss(moved(w, one, h)); });
        EXPECT_NEAR(g[i], expected, (wide ? 2e-9 : 2e-4) * (1 + std::fabs(expected))) << "at " << i;
      }
    }
}

TEST(Stages, HaveTheHessianOfTheLossOfTheirBatch) {
  const Samples samples = three_classes(40);
  for (const Kind& kind : kinds)
    for (const std::size_t size : {2, 13, 40}) {
      SCOPED_TRACE(testing::Message() << kind.name << ", batches of " << size);
      NetworkProblem problem = problem_of(samples, kind, size);
      const Vector w = random_parameters(problem.parameters());
      Vector u = random_parameters(w.size(), 4), v = random_parameters(w.size(), 5);
      for (Vector* each : {&u, &v})
        for (Real& x : *each) x *= Real{0.1};
      problem.next_batch();
      Vector hu(w.size(), 42), hv(w.size(), 43);
      problem.hessian_product(w, u, hu);
      problem.hessian_product(w, v, hv);
      EXPECT_NEAR(dot(u, hv), dot(v, hu),
                  (wide ? 1e-13 : 1e-5) * (1 + std::sqrt(dot(u, u) * dot(hv, hv))));
      for (std::size_t i = 0; i < w.size(); ++i) {
        const double expected = slope([&](double h) {
          Vector g(w.size());
          problem.gradient(moved(w, v, h), g);
          return g[i];
        });
        EXPECT_NEAR(hv[i], expected, (wide ? 1e-8 : 1e-3) * (1 + std::fabs(expected)))
            << "at " << i;
      }
    }
}

TEST(Stages, AskAllTrainingSamplesAtOnceWithoutDropout) {
  // More than the usual chunk holds.
  const Samples samples = three_classes(300);
  for (const Kind& kind : kinds) {
    SCOPED_TRACE(kind.name);
    const Kind same{kind.name, kind.normalization, 0};
    NetworkProblem problem = problem_of(samples, kind, 7), plain = problem_of(samples, same, 300);
    const Vector w = random_parameters(problem.parameters()), v = random_parameters(w.size(), 4);
    Vector full(w.size(), 42), batch(w.size(), 43);
    problem.next_batch();
    plain.next_batch();
    EXPECT_EQ(problem.full_gradient(w, full), plain.gradient(w, batch));
    EXPECT_EQ(full, batch);
    problem.full_hessian_product(w, v, full);
    plain.hessian_product(w, v, batch);
    EXPECT_EQ(full, batch);
    EXPECT_NEAR(problem.train_score(w).loss + problem.penalty(w), plain.loss(w),
                wide ? 1e-13 : 1e-5);
  }
}

TEST(Stages, GiveEachSampleItsOwnGradientWhereItHasOne) {
  for (const Kind& kind : kinds) {
    if (kind.normalization == Normalization::batch) continue;
    SCOPED_TRACE(kind.name);
    const Samples samples = random_samples(Task::regression, 2, 2, 0, 9);
    NetworkProblem problem = problem_of(samples, kind, 9, "mean-squared-error", {0, 0.1});
    const Vector w = random_parameters(problem.parameters());
    problem.next_batch();
    Vector g(w.size());
    problem.gradient(w, g);
    const std::size_t rows = problem.residual_count();
    Vector r(rows), jacobian(rows * w.size(), 42);
    problem.residuals(w, r, jacobian);
    for (std::size_t i = 0; i < w.size(); ++i) {
      double sum = 0;
      for (std::size_t row = 0; row < rows; ++row)
        sum += static_cast<double>(jacobian[row * w.size() + i]) * r[row];
      EXPECT_NEAR(sum, g[i], wide ? 1e-13 : 1e-5) << "at " << i;
    }
  }
  const Samples samples = three_classes(20);
  NetworkProblem problem = problem_of(samples, kinds[0], 5, "cross-entropy", {});
  const Vector w = random_parameters(problem.parameters());
  for (const std::uint32_t sample : {0U, 7U, 19U}) {
    const std::uint32_t chosen[] = {sample};
    const double weights[] = {1.0};
    double norm = 0;
    Vector g(w.size());
    problem.weighted_gradient(w, {chosen, weights, {&norm, 1}}, g);
    EXPECT_NEAR(norm, dot(g, g), (wide ? 1e-13 : 1e-5) * (1 + norm));
  }
}

TEST(BatchNormalization, AnswersEachSampleByTheStatisticsOfTheTrainingSamples) {
  const Samples samples = three_classes(60);
  const Kind kind{"", Normalization::batch, 0};
  NetworkProblem problem = problem_of(samples, halves(samples), kind, 6);
  const Vector w = random_parameters(problem.parameters());
  const std::vector<double> inputs{0.3, -1.2, 2.0, 0.1, -0.4, 0.8};
  const std::vector<double> together = problem.predict(w, inputs);
  const std::vector<double> alone = problem.predict(w, std::vector<double>{2.0, 0.1});
  for (std::size_t k = 0; k < 3; ++k) EXPECT_EQ(together[3 + k], alone[k]);
  // A training sample that is answered alone has what it has among all of them.
  const auto first = samples.input(0);
  const std::vector<double> answered = problem.activations(
      w, std::vector<double>{first[0], first[1]}, std::vector<UnitRange>{{1, 0, 4}});
  problem.show_hidden(w, [&](const HiddenValues& hidden) {
    if (hidden.layer != 1) return;
    EXPECT_EQ(hidden.samples, 30U);
    for (std::size_t u = 0; u < 4; ++u)
      EXPECT_EQ(answered[u], static_cast<double>(hidden.a[u * hidden.stride]));
  });
  // Steps on batches in between change no answer, and other parameters do.
  Vector g(w.size());
  problem.next_batch();
  problem.gradient(w, g);
  EXPECT_EQ(problem.predict(w, inputs), together);
  const Vector other = random_parameters(w.size(), 9);
  NetworkProblem fresh = problem_of(samples, halves(samples), kind, 6);
  EXPECT_EQ(problem.predict(other, inputs), fresh.predict(other, inputs));
  EXPECT_NE(problem.predict(other, inputs), together);
  EXPECT_EQ(problem.predict(w, inputs), together);
  EXPECT_EQ(problem.test_score(w).loss,
            problem_of(samples, halves(samples), kind, 2).test_score(w).loss);
}

TEST(Normalization, StartsWithGainsOfOneAndShiftsOfZero) {
  const Samples samples = three_classes(20);
  NetworkProblem problem = problem_of(samples, kinds[0], 5);
  Vector w(problem.parameters(), 42);
  problem.start(w);
  for (std::size_t l = 0; l < 2; ++l) {
    const LayerParameters& layer = problem.layers()[l];
    for (std::size_t u = 0; u < layer.units; ++u) {
      EXPECT_EQ(w[layer.gains + u], 1);
      EXPECT_EQ(w[layer.shifts + u], 0);
    }
  }
  EXPECT_EQ(problem.layers()[2].gains, 0U);
  std::size_t in_blocks = 0;
  for (const ParameterBlock& block : problem.blocks()) {
    EXPECT_EQ(block.offset, in_blocks);
    in_blocks += block.size();
  }
  EXPECT_EQ(in_blocks, problem.parameters());
}

TEST(Dropout, ChangesFromStepToStepAndCanBeRepeated) {
  const Samples samples = three_classes(30);
  const Kind kind{"", Normalization::none, 0.5};
  NetworkProblem problem = problem_of(samples, kind, NetworkWalk::all);
  const Vector w = random_parameters(problem.parameters());
  std::vector<double> losses;
  for (int step = 0; step < 4; ++step) {
    problem.next_batch();
    losses.push_back(problem.loss(w));
    EXPECT_EQ(problem.loss(w), losses.back());
  }
  for (int a = 0; a < 4; ++a)
    for (int b = 0; b < a; ++b) EXPECT_NE(losses[a], losses[b]);
  EXPECT_FALSE(problem.stationary());
  problem.seek(30);
  problem.next_batch();
  EXPECT_EQ(problem.loss(w), losses[1]);
}

TEST(Dropout, MeetsASampleAlikeInBatchesOfAnySize) {
  const Samples samples = three_classes(200);
  const Kind kind{"", Normalization::none, 0.5};
  NetworkProblem ones = problem_of(samples, kind, 1, "cross-entropy", {});
  NetworkProblem many = problem_of(samples, kind, 150, "cross-entropy", {});
  const Vector w = random_parameters(ones.parameters());
  double sum = 0;
  for (int i = 0; i < 150; ++i) {
    ones.next_batch();
    sum += ones.loss(w);
  }
  many.next_batch();
  EXPECT_NEAR(many.loss(w), sum / 150, wide ? 1e-13 : 1e-6);
}

TEST(Dropout, KeepsItsShareAndTheMean) {
  const Layout layout(dense_network({1, 500, 1}));
  for (const double rate : {0.1, 0.5, 0.9}) {
    Dropout dropout(rate, 1, layout, 128);
    dropout.load({.samples = 100, .stride = 100});
    const Vector ones(500 * 100, 1);
    Vector out(ones.size());
    dropout.forward(0, {}, ones.data(), out.data());
    std::size_t dropped = 0;
    double sum = 0;
    for (const Real value : out) {
      dropped += value == 0 ? 1 : 0;
      sum += value;
    }
    // Five standard deviations of 50,000 draws.
    const double n = 50'000, deviation = std::sqrt(rate * (1 - rate) / n);
    EXPECT_NEAR(static_cast<double>(dropped) / n, rate, 5 * deviation);
    EXPECT_NEAR(sum / n, 1, 5 * deviation / (1 - rate));
  }
}

}  // namespace
}  // namespace fall_line
