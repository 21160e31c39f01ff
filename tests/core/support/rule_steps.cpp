// SPDX-License-Identifier: MIT
#include "support/rule_steps.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "catalog/find.hpp"

namespace fall_line {

std::vector<double> walk(std::string_view id, const Named& named,
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

void expect_walk(std::string_view id, const Named& named, const std::vector<GivenStep>& steps,
                 const std::vector<double>& expected) {
  const double tolerance = sizeof(Real) == 8 ? 1e-12 : 1e-6;
  const std::vector<double> path = walk(id, named, steps);
  ASSERT_EQ(path.size(), expected.size());
  for (std::size_t t = 0; t < path.size(); ++t)
    EXPECT_NEAR(path[t], expected[t], tolerance) << id << ", step " << t + 1;
}

void expect_matrix_walk_from(Vector w, std::string_view id, const Named& named, std::size_t rows,
                             const std::vector<GivenMatrixStep>& steps,
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

void expect_matrix_walk(std::string_view id, const Named& named, std::size_t rows,
                        const std::vector<GivenMatrixStep>& steps,
                        const std::vector<std::vector<double>>& expected) {
  expect_matrix_walk_from(Vector(expected[0].size(), 1), id, named, rows, steps, expected);
}

}  // namespace fall_line
