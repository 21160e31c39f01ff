// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "catalog/find.hpp"
#include "objective/network_problem.hpp"
#include "objective/surface_problem.hpp"
#include "support/problems.hpp"
#include "support/registry.hpp"

/// loss = |r|²/2 and gradient = Jᵀr, where J is the Jacobian of r.
namespace fall_line {
namespace {

constexpr double tolerance = sizeof(Real) == 8 ? 1e-12 : 1e-5;

double half_square(const Vector& r) {
  double sum = 0;
  for (const Real x : r) sum += static_cast<double>(x) * x;
  return sum / 2;
}

Vector transposed_product(const Vector& jacobian, const Vector& r, std::size_t n) {
  Vector g(n, 0);
  for (std::size_t i = 0; i < r.size(); ++i)
    for (std::size_t j = 0; j < n; ++j) g[j] += jacobian[i * n + j] * r[i];
  return g;
}

void expect_close(const Vector& a, const Vector& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i)
    EXPECT_NEAR(a[i], b[i], tolerance * (1 + std::fabs(b[i]))) << "at " << i;
}

NetworkProblem squares(const Samples& samples, std::size_t outputs, Penalty penalty) {
  return {samples,
          all_training(samples),
          no_standardization(2),
          Network(dense_network({2, 5, 3, outputs}), *find(activations(), "tanh")),
          *find(losses(), "mean-squared-error"),
          penalty};
}

class NetworkResiduals : public testing::TestWithParam<double> {};

TEST_P(NetworkResiduals, MakeUpTheLossAndItsGradient) {
  // More samples than a chunk holds, in another order.
  const Samples samples = random_samples(Task::regression, 2, 2, 0, 150);
  NetworkProblem problem = squares(samples, 2, {0, GetParam()});
  std::vector<std::uint32_t> order = indices_up_to(150);
  Stream("order", 1).shuffle(order);
  const Vector w = random_parameters(problem.parameters());
  problem.take(order);
  const std::size_t n = w.size(), count = problem.residual_count();
  EXPECT_EQ(count, GetParam() == 0 ? 300U : 300U + 2 * 5 + 5 * 3 + 3 * 2);
  Vector r(count, 42), jacobian(count * n, 42), g(n);
  const double loss = problem.residuals(w, r, jacobian);
  EXPECT_EQ(loss, problem.gradient(w, g));
  EXPECT_NEAR(half_square(r), loss, tolerance);
  expect_close(transposed_product(jacobian, r, n), g);
  Vector alone(count, 43);
  EXPECT_EQ(problem.residuals(w, alone, {}), loss);
  EXPECT_EQ(alone, r);
}

TEST_P(NetworkResiduals, HaveAJacobianThatMatchesDifferences) {
  const Samples samples = random_samples(Task::regression, 2, 2, 0, 5);
  NetworkProblem problem = squares(samples, 2, {0, GetParam()});
  const auto batch = indices_up_to(5);
  const Vector w = random_parameters(problem.parameters());
  problem.take(batch);
  const std::size_t n = w.size(), count = problem.residual_count();
  Vector r(count), jacobian(count * n), above(count), below(count);
  problem.residuals(w, r, jacobian);
  const Real h = static_cast<Real>(sizeof(Real) == 8 ? 1e-5 : 1e-2);
  for (std::size_t j = 0; j < n; ++j) {
    Vector at = w;
    at[j] = w[j] + h;
    problem.residuals(at, above, {});
    at[j] = w[j] - h;
    problem.residuals(at, below, {});
    for (std::size_t i = 0; i < count; ++i)
      EXPECT_NEAR(jacobian[i * n + j], (above[i] - below[i]) / (2 * h),
                  sizeof(Real) == 8 ? 1e-9 : 1e-3);
  }
}

INSTANTIATE_TEST_SUITE_P(Penalties, NetworkResiduals, testing::Values(0.0, 0.2),
                         [](const auto& info) { return info.param == 0 ? "None" : "L2"; });

TEST(Residuals, ExistOnlyForSquaredErrorsWithoutL1) {
  const Samples samples = random_samples(Task::regression, 2, 1, 0, 5);
  for (const LossEntry* loss : losses()) {
    if (!loss->supports(Task::regression)) continue;
    NetworkProblem problem(samples, all_training(samples), no_standardization(2),
                           Network(dense_network({2, 1}), *activations()[0]), *loss, {});
    problem.next_batch();
    EXPECT_EQ(problem.residual_count(), loss->id == "mean-squared-error" ? 5U : 0U) << loss->id;
  }
  NetworkProblem penalized = squares(samples, 1, {0.1, 0});
  penalized.next_batch();
  EXPECT_EQ(penalized.residual_count(), 0U);
}

TEST(SampleGradients, AverageToTheGradient) {
  for (const LossEntry* loss : losses()) {
    const Samples samples = random_samples(Task::classification, 2, 1, 3, 150);
    NetworkProblem problem(samples, all_training(samples), no_standardization(2),
                           Network(dense_network({2, 4, 3}), *find(activations(), "tanh")), *loss,
                           {});
    const auto batch = indices_up_to(150);
    const Vector w = random_parameters(problem.parameters());
    Vector rows(150 * w.size(), 42), g(w.size()), mean(w.size(), 0), alone(w.size());
    problem.take(batch);
    problem.sample_gradients(w, rows);
    problem.gradient(w, g);
    for (std::size_t i = 0; i < 150; ++i)
      for (std::size_t j = 0; j < w.size(); ++j) mean[j] += rows[i * w.size() + j] / 150;
    expect_close(mean, g);
    // Each row is the gradient of one sample.
    problem.take(std::span(batch).subspan(131, 1));
    problem.gradient(w, alone);
    expect_close({rows.begin() + static_cast<std::ptrdiff_t>(131 * w.size()),
                  rows.begin() + static_cast<std::ptrdiff_t>(132 * w.size())},
                 alone);
  }
}

class OnSurface : public testing::TestWithParam<const SurfaceEntry*> {
 protected:
  SurfaceProblem problem(double noise = 0) const {
    return {*GetParam(),
            defaults_of(GetParam()->hyperparameters),
            {.start = {0, 0}, .gradient_noise = noise, .seed = 1}};
  }
};

TEST_P(OnSurface, ResidualsMakeUpTheValueAndItsGradient) {
  SurfaceProblem surface = problem();
  const std::size_t count = surface.residual_count();
  EXPECT_EQ(problem(1).residual_count(), 0U);
  EXPECT_EQ(GetParam()->squares(), count > 0);
  for (const Vector& w : {Vector{0.3, -0.7}, Vector{-1.5, 2}}) {
    if (count == 0) continue;
    Vector r(count), jacobian(2 * count), g(2);
    const double value = surface.residuals(w, r, jacobian);
    EXPECT_EQ(value, surface.gradient(w, g));
    EXPECT_NEAR(half_square(r), value, tolerance * (1 + value));
    expect_close(transposed_product(jacobian, r, 2), g);
  }
}

TEST_P(OnSurface, HessianProductsAreTheJets) {
  SurfaceProblem surface = problem(2);
  surface.next_batch();
  const Vector w{0.3, -0.7}, v{2, -3};
  Vector product(2), g(2);
  surface.hessian_product(w, v, product);
  const Jet f = GetParam()->at(defaults_of(GetParam()->hyperparameters), w[0], w[1]);
  expect_close(product,
               {static_cast<Real>(2 * f.xx - 3 * f.xy), static_cast<Real>(2 * f.xy - 3 * f.yy)});
  EXPECT_EQ(surface.loss(w), surface.gradient(w, g));
}

INSTANTIATE_TEST_SUITE_P(Registry, OnSurface, testing::ValuesIn(every(surfaces())), ById());

}  // namespace
}  // namespace fall_line
