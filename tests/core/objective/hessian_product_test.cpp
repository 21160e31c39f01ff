// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <tuple>

#include "catalog/find.hpp"
#include "objective/network_problem.hpp"
#include "support/problems.hpp"
#include "support/registry.hpp"

/// Compares the R-operator with central differences of the gradient, which has its own tests. Kinks
/// need no special treatment, because no sample here is within the step of the differences of one.
namespace fall_line {
namespace {

constexpr bool wide = sizeof(Real) == 8;

struct Shape {
  const char* name;
  Task task;
  int outputs, classes;
};
constexpr std::array shapes{Shape{"two classes", Task::classification, 1, 2},
                            Shape{"three classes", Task::classification, 1, 3},
                            Shape{"two targets", Task::regression, 2, 0}};

std::size_t outputs_of(const Shape& shape) {
  return static_cast<std::size_t>(output_units(shape.task, shape.classes, shape.outputs));
}

NetworkProblem problem_of(const Shape& shape, const Samples& samples,
                          std::vector<std::size_t> hidden, const ActivationEntry& activation,
                          const LossEntry& loss, Penalty penalty) {
  hidden.insert(hidden.begin(), static_cast<std::size_t>(samples.inputs()));
  hidden.push_back(outputs_of(shape));
  return {samples,
          all_training(samples),
          no_standardization(samples.inputs()),
          Network(dense_network(hidden), activation),
          loss,
          penalty};
}

using Batch = std::vector<std::uint32_t>;

/// In double, from four gradients. The error is of order h⁴.
std::vector<double> differences(NetworkProblem& problem, const Vector& w, const Vector& v,
                                const Batch& batch) {
  const double h = wide ? 1e-3 : 0.01;
  std::vector<double> sum(w.size(), 0.0);
  problem.take(batch);
  for (const auto& [steps, weight] : {std::pair{1, 8.0}, {-1, -8.0}, {2, -1.0}, {-2, 1.0}}) {
    Vector at = w, g(w.size());
    for (std::size_t i = 0; i < w.size(); ++i) at[i] += static_cast<Real>(steps * h * v[i]);
    problem.gradient(at, g);
    for (std::size_t i = 0; i < w.size(); ++i) sum[i] += weight * g[i] / (12 * h);
  }
  return sum;
}

double dot(const Vector& a, const Vector& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

class HessianProduct
    : public testing::TestWithParam<std::tuple<const ActivationEntry*, const LossEntry*>> {};

TEST_P(HessianProduct, IsTheSlopeOfTheGradient) {
  const auto [activation, loss] = GetParam();
  for (const Shape& shape : shapes) {
    if (!loss->supports(shape.task)) continue;
    SCOPED_TRACE(shape.name);
    const Samples samples = random_samples(shape.task, 2, shape.outputs, shape.classes, 7);
    for (const Penalty& penalty : {Penalty{}, Penalty{0.03, 0.2}}) {
      NetworkProblem problem = problem_of(shape, samples, {5, 3}, *activation, *loss, penalty);
      const Vector w = random_parameters(problem.parameters(), 3);
      Vector v = random_parameters(w.size(), 4);
      for (Real& x : v) x *= Real{0.1};
      Vector product(w.size(), 42);
      const Batch batch = indices_up_to(7);
      problem.take(batch);
      problem.hessian_product(w, v, product);
      const std::vector<double> expected = differences(problem, w, v, batch);
      for (std::size_t i = 0; i < w.size(); ++i)
        EXPECT_NEAR(product[i], expected[i], (wide ? 1e-9 : 2e-4) * (1 + std::fabs(expected[i])))
            << "at " << i;
    }
  }
}

TEST_P(HessianProduct, IsSymmetric) {
  const auto [activation, loss] = GetParam();
  for (const Shape& shape : shapes) {
    if (!loss->supports(shape.task)) continue;
    SCOPED_TRACE(shape.name);
    const Samples samples = random_samples(shape.task, 2, shape.outputs, shape.classes, 40);
    NetworkProblem problem = problem_of(shape, samples, {5, 3}, *activation, *loss, {0.03, 0.2});
    const Vector w = random_parameters(problem.parameters(), 3);
    const Vector u = random_parameters(w.size(), 5), v = random_parameters(w.size(), 6);
    Vector hu(w.size()), hv(w.size());
    const Batch batch = indices_up_to(40);
    problem.take(batch);
    problem.hessian_product(w, u, hu);
    problem.hessian_product(w, v, hv);
    EXPECT_NEAR(dot(u, hv), dot(v, hu),
                (wide ? 1e-13 : 1e-5) * (1 + std::sqrt(dot(u, u) * dot(hv, hv))));
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, HessianProduct,
                         testing::Combine(testing::ValuesIn(every(activations())),
                                          testing::ValuesIn(every(losses()))),
                         [](const auto& info) {
                           std::string name = std::string(std::get<0>(info.param)->id) + "_with_" +
                                              std::string(std::get<1>(info.param)->id);
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

TEST(HessianProducts, HoldAtEveryDepthForEveryBatch) {
  const Shape& shape = shapes[1];
  const Samples samples = random_samples(shape.task, 3, 1, 3, 300);
  Batch order = indices_up_to(300);
  Stream("order", 1).shuffle(order);
  for (const std::vector<std::size_t>& hidden :
       {std::vector<std::size_t>{}, {1}, {9}, {4, 4, 4}, {17, 2}})
    for (const std::size_t size : {1, 5, 128, 129, 300}) {
      SCOPED_TRACE(testing::Message() << testing::PrintToString(hidden) << ", " << size);
      NetworkProblem problem = problem_of(shape, samples, hidden, *find(activations(), "tanh"),
                                          default_loss(shape.task), {});
      const Vector w = random_parameters(problem.parameters(), 3);
      Vector v = random_parameters(w.size(), 4), product(w.size());
      for (Real& x : v) x *= Real{0.1};
      const Batch batch(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(size));
      problem.take(batch);
      problem.hessian_product(w, v, product);
      const std::vector<double> expected = differences(problem, w, v, batch);
      for (std::size_t i = 0; i < w.size(); ++i)
        EXPECT_NEAR(product[i], expected[i], (wide ? 1e-9 : 2e-4) * (1 + std::fabs(expected[i])))
            << "at " << i;
    }
}

TEST(HessianProducts, OfTheWholeSplitAreThoseOfABatchOfAll) {
  const Shape& shape = shapes[2];
  const Samples samples = random_samples(shape.task, 2, 2, 0, 200);
  NetworkProblem problem = problem_of(shape, samples, {5, 3}, *find(activations(), "tanh"),
                                      default_loss(shape.task), {0.1, 0.2});
  const Vector w = random_parameters(problem.parameters()), v = random_parameters(w.size(), 2);
  Vector batch(w.size(), 42), full(w.size(), 43);
  const Batch all = indices_up_to(200);
  problem.take(all);
  problem.hessian_product(w, v, batch);
  problem.full_hessian_product(w, v, full);
  EXPECT_EQ(batch, full);
}

/// The second derivative of an activation, also at its kinks.
TEST(SecondDerivative, IsTheLeftOneAtAKink) {
  const auto at = [](std::string_view id, Real z) {
    const ActivationEntry& entry = *find(activations(), id);
    Real a = 0, delta = 3;
    entry.apply(&z, &a, 1);
    entry.multiply_by_second_derivative(&z, &a, &delta, 1);
    return delta / 3;
  };
  EXPECT_EQ(at("relu", 0), 0);
  EXPECT_EQ(at("leaky-relu", 0), 0);
  EXPECT_EQ(at("elu", 0), 1);
  EXPECT_EQ(at("elu", 1), 0);
  // At log(2 + sqrt(3)) sigma'' has its extreme value, -sqrt(3)/18 = -0.0962250448649376.
  EXPECT_NEAR(at("sigmoid", static_cast<Real>(1.3169578969248166)), -0.0962250448649376, 1e-7);
}

TEST(SecondDerivative, StaysFiniteFarOut) {
  for (const ActivationEntry* entry : activations())
    for (const Real z : {-1e18, -1e4, -1e2, -0.0, 0.0, 1e-30, 1e2, 1e4, 1e18}) {
      Real a = 0, delta = 1;
      entry->apply(&z, &a, 1);
      entry->multiply_by_second_derivative(&z, &a, &delta, 1);
      EXPECT_TRUE(std::isfinite(delta)) << entry->id << " at " << z;
    }
}

}  // namespace
}  // namespace fall_line
