// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <string_view>
#include <vector>

#include "support/optimizers.hpp"

namespace fall_line {

/// What a step is given: the gradient of the only parameter, and the rate.
struct GivenStep {
  double gradient, rate;
};

/// Walks one parameter from 1 with the rule of this id and returns where it is after each step.
inline std::vector<double> walk(std::string_view id, const Named& named,
                                const std::vector<GivenStep>& steps) {
  const OptimizerEntry* entry = find(optimizers(), id);
  if (entry == nullptr) {
    ADD_FAILURE() << "no rule " << id;
    return {};
  }
  const auto optimizer = make(*entry, values_of(*entry, named), 1);
  Stream stream("optimizer", 1);
  Vector w{1};
  std::vector<double> path;
  for (const auto& [gradient, rate] : steps) {
    Slope slope({static_cast<Real>(gradient)});
    optimizer->step(slope, w, {rate, stream});
    path.push_back(w[0]);
  }
  return path;
}

/// Holds the walk to decimals worked by hand, to rounding of the 1 it starts from: 1e-12 in double,
/// 1e-6 in float.
inline void expect_walk(std::string_view id, const Named& named,
                        const std::vector<GivenStep>& steps, const std::vector<double>& expected) {
  const double tolerance = sizeof(Real) == 8 ? 1e-12 : 1e-6;
  const std::vector<double> path = walk(id, named, steps);
  ASSERT_EQ(path.size(), expected.size());
  for (std::size_t t = 0; t < path.size(); ++t)
    EXPECT_NEAR(path[t], expected[t], tolerance) << id << ", step " << t + 1;
}

/// What a step is given: the gradient of a matrix, and the rate.
struct GivenMatrixStep {
  Vector gradient;
  double rate;
};

/// Holds one matrix of that many rows to where each step has to bring it from `w`.
inline void expect_matrix_walk_from(Vector w, std::string_view id, const Named& named,
                                    std::size_t rows, const std::vector<GivenMatrixStep>& steps,
                                    const std::vector<std::vector<double>>& expected) {
  const double tolerance = sizeof(Real) == 8 ? 1e-12 : 1e-6;
  const OptimizerEntry* entry = find(optimizers(), id);
  ASSERT_NE(entry, nullptr);
  ASSERT_EQ(steps.size(), expected.size());
  const auto optimizer = entry->make(values_of(*entry, named));
  Stream stream("optimizer", 1);
  for (std::size_t t = 0; t < steps.size(); ++t) {
    Slope slope(steps[t].gradient, rows, w.size() / rows);
    if (t == 0) optimizer->reset(slope.blocks());
    optimizer->step(slope, w, {steps[t].rate, stream});
    for (std::size_t i = 0; i < w.size(); ++i)
      EXPECT_NEAR(w[i], expected[t][i], tolerance * (1 + std::fabs(w[i])))
          << id << ", step " << t + 1 << ", " << i;
  }
}

/// The same from ones.
inline void expect_matrix_walk(std::string_view id, const Named& named, std::size_t rows,
                               const std::vector<GivenMatrixStep>& steps,
                               const std::vector<std::vector<double>>& expected) {
  expect_matrix_walk_from(Vector(expected[0].size(), 1), id, named, rows, steps, expected);
}

}  // namespace fall_line
