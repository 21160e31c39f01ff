// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// G = (1, 2)^T (2, -2) has one singular value, sqrt(5 * 8). L and R both become 9 + 40 = 49 along
// its singular vectors, so L^(-1/4) G R^(-1/4) = G / 7. H = (2, -1)^T (1, 1) has the singular value
// sqrt(10) and singular vectors orthogonal to those of G, along which L and R become 9 + 10 = 19.
const Vector g{2, -2, 4, -4}, h{2, 2, -1, -1};
const std::vector<double> after_g{1 - 0.2 / 7, 1 + 0.2 / 7, 1 - 0.4 / 7, 1 + 0.4 / 7};

std::vector<double> moved(std::vector<double> w, const Vector& by, double factor) {
  for (std::size_t i = 0; i < w.size(); ++i) w[i] -= factor * static_cast<double>(by[i]);
  return w;
}

TEST(Shampoo, TakesTheStepsWorkedByHand) {
  expect_matrix_walk("shampoo", {{"epsilon", 9}}, 2, {{g, 0.1}, {h, 0.01}},
                     {after_g, moved(after_g, h, 0.01 / std::sqrt(19.0))});
}

// The same gradient again: the sums grow to 9 + 80 = 89, but the second step still uses the roots
// of the first. The third uses 9 + 120 = 129.
TEST(Shampoo, KeepsItsRootsForAPeriod) {
  const auto second = moved(after_g, g, 0.1 / 7);
  expect_matrix_walk("shampoo", {{"epsilon", 9}, {"period", 2}}, 2, {{g, 0.1}, {g, 0.1}, {g, 0.1}},
                     {after_g, second, moved(second, g, 0.1 / std::sqrt(129.0))});
}

// A vector has one side, so the power is -1/2: (3, 4) / sqrt(11 + 25).
TEST(Shampoo, UsesTheSquareRootForAVector) {
  expect_matrix_walk("shampoo", {{"epsilon", 11}}, 2, {{{3, 4}, 0.1}},
                     {{1 - 0.1 * 3 / 6, 1 - 0.1 * 4 / 6}});
  expect_matrix_walk("shampoo", {{"epsilon", 11}}, 1, {{{3, 4}, 0.1}},
                     {{1 - 0.1 * 3 / 6, 1 - 0.1 * 4 / 6}});
}

// For a single number it is AdaGrad with epsilon inside the root: 4 / sqrt(9 + 16), then
// 4 / sqrt(9 + 32).
TEST(Shampoo, TreatsANumberAsAdaGradDoes) {
  expect_walk("shampoo", {{"epsilon", 9}}, {{4, 0.1}, {4, 0.1}},
              {0.92, 0.92 - 0.4 / std::sqrt(41.0)});
}

// One row of 200: the long side is skipped, and the side of length 1 has no direction to change.
TEST(Shampoo, SkipsASideThatIsTooLong) {
  Vector gradient(200, 0);
  gradient[7] = 2;
  std::vector<double> expected(200, 1);
  expected[7] = 0.8;
  expect_matrix_walk("shampoo", {}, 1, {{gradient, 0.1}}, {expected});
}

}  // namespace
}  // namespace fall_line
