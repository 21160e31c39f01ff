// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "catalog/find.hpp"
#include "objective/network_problem.hpp"
#include "support/problems.hpp"

namespace fall_line {
namespace {

/// 2-2-1 with ReLU: W1 = (1 -1; 0.5 2), b1 = (0, -1), W2 = (2 -3), b2 = 0.25.
const Vector weights{1, -1, 0.5, 2, 0, -1, 2, -3, 0.25};

NetworkProblem problem_on(const Samples& samples, const Standardization& standardization) {
  return {samples,
          all_training(samples),
          standardization,
          Network(dense_network({2, 2, 1}), *find(activations(), "relu")),
          *find(losses(), "cross-entropy"),
          {}};
}

// x = (3, 1): z = (3 - 1, 1.5 + 2 - 1) = (2, 2.5), out = 4 - 7.5 + 0.25 = -3.25
// x = (0, 1): z = (-1, 1), a = (0, 1), out = -3 + 0.25 = -2.75: not the probability that predict
// gives.
TEST(Activations, AreTheUnitsValuesAndTheSumsOfTheLastLayer) {
  const Samples samples = random_samples(Task::classification, 2, 1, 2, 10);
  NetworkProblem problem = problem_on(samples, no_standardization(2));
  const std::vector<double> rows{3, 1, 0, 1};
  const UnitRange all[] = {{0, 0, 2}, {1, 0, 1}};
  EXPECT_EQ(problem.activations(weights, rows, all),
            (std::vector<double>{2, 2.5, -3.25, 0, 1, -2.75}));
  const UnitRange some[] = {{1, 0, 1}, {0, 1, 1}};
  EXPECT_EQ(problem.activations(weights, rows, some), (std::vector<double>{-3.25, 2.5, -2.75, 1}));
  EXPECT_TRUE(problem.activations(weights, rows, {}).empty());
  EXPECT_TRUE(problem.activations(weights, {}, all).empty());
}

// More rows than a chunk: row i is (i, 0), so unit 0 answers i.
TEST(Activations, OfManyRowsStayInOrder) {
  const Samples samples = random_samples(Task::classification, 2, 1, 2, 10);
  NetworkProblem problem = problem_on(samples, no_standardization(2));
  std::vector<double> rows, expected;
  for (int i = 0; i < 300; ++i) {
    rows.insert(rows.end(), {static_cast<double>(i), 0});
    expected.push_back(i);
  }
  const UnitRange first[] = {{0, 0, 1}};
  EXPECT_EQ(problem.activations(weights, rows, first), expected);
}

// Inputs 0, 2, 4, ... have mean 9; the network sees (x - mean) / deviation.
TEST(Activations, TakeInputsInOriginalUnits) {
  Samples samples = random_samples(Task::classification, 2, 1, 2, 10);
  for (std::size_t i = 0; i < 10; ++i) samples.x[2 * i] = samples.x[2 * i + 1] = 2.0 * i;
  const Standardization scale = standardization(samples, indices_up_to(10));
  NetworkProblem problem = problem_on(samples, scale);
  const UnitRange second[] = {{0, 1, 1}};
  const double at = scale.apply(15, 0);
  EXPECT_NEAR(problem.activations(weights, std::vector<double>{15, 15}, second)[0], 2.5 * at - 1,
              sizeof(Real) == 8 ? 1e-14 : 1e-6);
  EXPECT_GT(2.5 * at - 1, 0) << "ReLU would hide a mistake";
}

}  // namespace
}  // namespace fall_line
