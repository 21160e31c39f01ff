// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "catalog/find.hpp"
#include "objective/network_problem.hpp"
#include "support/problems.hpp"

/// Weighted sums of the gradients of single samples, as Draw describes.
namespace fall_line {
namespace {

constexpr double tolerance = sizeof(Real) == 8 ? 1e-13 : 1e-5;

NetworkProblem problem(const Samples& samples, const char* loss, Penalty penalty) {
  const int outputs = output_units(samples.task, samples.classes, samples.outputs);
  return {samples,
          all_training(samples),
          no_standardization(samples.inputs()),
          Network(dense_network({static_cast<std::size_t>(samples.inputs()), 5, 4,
                                 static_cast<std::size_t>(outputs)}),
                  *find(activations(), "tanh")),
          *find(losses(), loss),
          penalty};
}

struct Case {
  Samples samples;
  const char* loss;
};

std::vector<Case> cases() {
  return {{random_samples(Task::classification, 2, 1, 2, 300), "cross-entropy"},
          {random_samples(Task::classification, 3, 1, 4, 300), "cross-entropy"},
          {random_samples(Task::classification, 2, 1, 3, 300), "hinge"},
          {random_samples(Task::regression, 2, 2, 0, 300), "mean-squared-error"}};
}

/// More draws than the network processes at a time. Some samples are drawn twice, some never.
std::vector<std::uint32_t> some(std::size_t count) {
  Stream stream("draw", 1);
  std::vector<std::uint32_t> all(count);
  for (std::uint32_t& i : all) i = stream.below(300);
  return all;
}

TEST(WeightedGradient, IsTheWeightedSumOfTheSamplesGradients) {
  for (const Case& c : cases())
    for (const Penalty penalty : {Penalty{}, Penalty{.l1 = 0.1, .l2 = 0.3}}) {
      NetworkProblem network = problem(c.samples, c.loss, penalty);
      const std::size_t n = network.parameters();
      const Vector w = random_parameters(n);
      const std::vector<std::uint32_t> draw = some(290);
      std::vector<double> weights(draw.size()), norms(draw.size());
      Stream stream("weights", 1);
      for (double& x : weights) x = stream.uniform(0.1, 2) / 290;
      Vector g(n), rows(draw.size() * n);
      const double loss = network.weighted_gradient(w, {draw, weights, norms}, g);
      network.take(draw);
      network.sample_gradients(w, rows);

      Vector of_penalty(n);
      network.weighted_gradient(w, {}, of_penalty);
      std::vector<double> sum(of_penalty.begin(), of_penalty.end());
      double value = network.penalty(w);
      for (std::size_t k = 0; k < draw.size(); ++k) {
        double squares = 0;
        for (std::size_t i = 0; i < n; ++i) {
          const double part = weights[k] * rows[k * n + i];
          sum[i] += part;
          squares += part * part;
        }
        EXPECT_NEAR(norms[k], squares, tolerance * squares) << k;
        network.take({&draw[k], 1});
        value += weights[k] * (network.loss(w) - network.penalty(w));
      }
      for (std::size_t i = 0; i < n; ++i) EXPECT_NEAR(g[i], sum[i], 10 * tolerance) << i;
      EXPECT_NEAR(loss, value, 10 * tolerance * value);
    }
}

TEST(WeightedGradient, WithEqualWeightsIsTheFullGradient) {
  for (const Case& c : cases()) {
    NetworkProblem network = problem(c.samples, c.loss, {.l1 = 0.01, .l2 = 0.1});
    const std::size_t n = network.parameters(), count = c.samples.count();
    const Vector w = random_parameters(n);
    const std::vector<double> weights(count, 1.0 / static_cast<double>(count));
    std::vector<double> norms(count);
    Vector g(n), full(n);
    EXPECT_NEAR(network.weighted_gradient(w, {indices_up_to(count), weights, norms}, g),
                network.full_gradient(w, full), 10 * tolerance);
    for (std::size_t i = 0; i < n; ++i) EXPECT_NEAR(g[i], full[i], 10 * tolerance);
  }
}

}  // namespace
}  // namespace fall_line
