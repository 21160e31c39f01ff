// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "catalog/find.hpp"
#include "objective/network_problem.hpp"
#include "support/problems.hpp"

/// Compares the Kronecker factors of layers with Jacobians and Hessian products, which have their
/// own tests.
namespace fall_line {
namespace {

constexpr double tolerance = sizeof(Real) == 8 ? 1e-12 : 1e-5;

NetworkProblem problem_of(const Samples& samples, std::vector<std::size_t> units,
                          std::string_view loss) {
  return {samples,
          all_training(samples),
          no_standardization(samples.inputs()),
          Network(dense_network(units), *find(activations(), "tanh")),
          *find(losses(), loss),
          {}};
}

/// A and S of each layer.
std::vector<Vector> factors_of(NetworkProblem& problem, const Vector& w, std::size_t samples) {
  std::vector<Vector> parts;
  std::size_t total = 0;
  for (const LayerParameters& layer : problem.layout().layers) {
    parts.emplace_back((layer.columns + 1) * (layer.columns + 1));
    parts.emplace_back(layer.rows * layer.rows);
    total += parts[parts.size() - 2].size() + parts.back().size();
  }
  Vector factors(total, 42);
  Stream random("optimizer", 1);
  const std::vector<std::uint32_t> batch = indices_up_to(samples);
  problem.take(batch);
  problem.kronecker_factors(w, random, factors);
  auto from = factors.begin();
  for (Vector& part : parts) {
    std::copy_n(from, part.size(), part.begin());
    from += static_cast<std::ptrdiff_t>(part.size());
  }
  return parts;
}

/// With one output and squared errors, the derivatives of a residual are δ/√N with respect to a
/// layer's biases, and δ a/√N with respect to its weights. The batch takes two chunks.
TEST(KroneckerFactors, AreMomentsOfInputsAndDeltas) {
  const std::size_t count = 150;
  const Samples samples = random_samples(Task::regression, 2, 1, 0, count);
  NetworkProblem problem = problem_of(samples, {2, 3, 2, 1}, "mean-squared-error");
  const Vector w = random_parameters(problem.parameters());
  Vector r(count), jacobian(count * w.size());
  const std::vector<std::uint32_t> batch = indices_up_to(count);
  problem.take(batch);
  problem.residuals(w, r, jacobian);
  const std::vector<Vector> factors = factors_of(problem, w, count);
  for (std::size_t l = 0; l < 3; ++l) {
    const LayerParameters& layer = problem.layout().layers[l];
    const auto slope = [&](std::size_t b, std::size_t i) {
      return static_cast<double>(jacobian[b * w.size() + layer.biases + i]);
    };
    const auto input = [&](std::size_t b, std::size_t j) {
      if (j == layer.columns) return 1.0;
      return static_cast<double>(jacobian[b * w.size() + layer.weights + j]) / slope(b, 0);
    };
    for (std::size_t i = 0; i < layer.rows; ++i)
      for (std::size_t k = 0; k < layer.rows; ++k) {
        double sum = 0;
        for (std::size_t b = 0; b < count; ++b) sum += slope(b, i) * slope(b, k);
        EXPECT_NEAR(factors[2 * l + 1][i * layer.rows + k], sum, tolerance);
      }
    const std::size_t size = layer.columns + 1;
    for (std::size_t i = 0; i < size; ++i)
      for (std::size_t k = 0; k < size; ++k) {
        double sum = 0;
        for (std::size_t b = 0; b < count; ++b) sum += input(b, i) * input(b, k);
        EXPECT_NEAR(factors[2 * l][i * size + k], sum / count, 10 * tolerance);
      }
  }
}

/// Without hidden layers, and if S is the same for every sample, A ⊗ S is the Hessian itself.
TEST(KroneckerFactors, MakeUpTheHessianOfALinearNetwork) {
  const Samples samples = random_samples(Task::regression, 3, 1, 0, 20);
  NetworkProblem problem = problem_of(samples, {3, 1}, "mean-squared-error");
  const Vector w = random_parameters(4);
  const std::vector<Vector> factors = factors_of(problem, w, 20);
  for (std::size_t j = 0; j < 4; ++j) {
    Vector unit(4, 0), column(4);
    unit[j] = 1;
    problem.full_hessian_product(w, unit, column);
    for (std::size_t i = 0; i < 4; ++i)
      EXPECT_NEAR(factors[0][i * 4 + j] * factors[1][0], column[i], tolerance);
  }
}

/// R Rᵀ is the Hessian with respect to the outputs. R is read by columns, the Hessian comes from
/// differentiate().
TEST(LossRoots, SquareToTheHessian) {
  for (const LossEntry* loss : losses()) {
    if (loss->multiply_by_root == nullptr) continue;
    for (const std::size_t units : {1U, 3U}) {
      SCOPED_TRACE(testing::Message() << loss->id << ", " << units);
      constexpr std::size_t stride = 4;
      Vector outputs(units * stride, 0), targets(units, 0), delta(units * stride, 0);
      for (std::size_t u = 0; u < units; ++u)
        outputs[u * stride] = Real(0.7) - static_cast<Real>(u);
      const LossBatch batch{units, 1, stride, outputs.data(), targets.data(), delta.data(), 0.5};
      std::vector<Vector> root, hessian;
      for (std::size_t c = 0; c < units; ++c) {
        Vector unit(units * stride, 0);
        unit[c * stride] = 1;
        loss->multiply_by_root(batch, unit.data());
        root.push_back(delta);
        loss->differentiate(batch, unit.data());
        hessian.push_back(delta);
      }
      for (std::size_t i = 0; i < units; ++i)
        for (std::size_t k = 0; k < units; ++k) {
          double sum = 0;
          for (const Vector& column : root)
            sum += static_cast<double>(column[i * stride]) * column[k * stride];
          // The root has been scaled twice.
          EXPECT_NEAR(sum, 0.5 * hessian[k][i * stride], tolerance);
        }
    }
  }
}

}  // namespace
}  // namespace fall_line
