// SPDX-License-Identifier: MIT
#include "objective/training_problem.hpp"

#include <algorithm>
#include <limits>

namespace fall_line {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

}  // namespace

double TrainingProblem::weighted_gradient(std::span<const Real>, const Draw& draw,
                                          std::span<Real> g) {
  std::fill(draw.squared_norms.begin(), draw.squared_norms.end(), none);
  std::fill(g.begin(), g.end(), static_cast<Real>(none));
  return none;
}

void TrainingProblem::kronecker_factors(std::span<const Real>, Stream&, std::span<Real> factors) {
  std::fill(factors.begin(), factors.end(), static_cast<Real>(none));
}

std::vector<double> TrainingProblem::activations(std::span<const Real>, std::span<const double>,
                                                 std::span<const UnitRange>) {
  return {};
}

void TrainingProblem::show_hidden(std::span<const Real>, ShowHidden) {}

std::vector<double> TrainingProblem::batch_statistics(std::span<const Real>) { return {}; }

std::vector<double> TrainingProblem::recalls(std::span<const Real>) { return {}; }

const Samples& TrainingProblem::samples() const {
  static const Samples empty;
  return empty;
}

const Split& TrainingProblem::split() const {
  static const Split empty;
  return empty;
}

}  // namespace fall_line
