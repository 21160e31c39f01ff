// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "support/optimizers.hpp"

namespace fall_line {

/// The input of a step: the gradient of the only parameter, and the learning rate.
struct GivenStep {
  double gradient, rate;
};

/// Starts one parameter at 1, applies the rule with this id, and returns the parameter after each
/// step.
std::vector<double> walk(std::string_view id, const Named& named,
                         const std::vector<GivenStep>& steps);

/// Expects the values worked by hand, within 1e-12 in double and 1e-6 in float.
void expect_walk(std::string_view id, const Named& named, const std::vector<GivenStep>& steps,
                 const std::vector<double>& expected);

/// The input of a step: the gradient of a matrix, and the learning rate.
struct GivenMatrixStep {
  Vector gradient;
  double rate;
};

/// Expects the given values of a matrix with that many rows after each step, starting from `w`.
void expect_matrix_walk_from(Vector w, std::string_view id, const Named& named, std::size_t rows,
                             const std::vector<GivenMatrixStep>& steps,
                             const std::vector<std::vector<double>>& expected);

/// The same, starting from ones.
void expect_matrix_walk(std::string_view id, const Named& named, std::size_t rows,
                        const std::vector<GivenMatrixStep>& steps,
                        const std::vector<std::vector<double>>& expected);

}  // namespace fall_line
