// SPDX-License-Identifier: MIT
#include "objective/objective.hpp"

#include <algorithm>
#include <limits>

namespace fall_line {
namespace {

constexpr auto not_a_number = std::numeric_limits<Real>::quiet_NaN();

}  // namespace

double Objective::loss(std::span<const Real> w) {
  Vector g(size());
  return gradient(w, g);
}

void Objective::hessian_product(std::span<const Real>, std::span<const Real>, std::span<Real> out) {
  std::fill(out.begin(), out.end(), not_a_number);
}

void Objective::hessian(std::span<const Real> w, std::span<Real> h) {
  const std::size_t n = size();
  Vector unit(n);
  for (std::size_t i = 0; i < n; ++i) {
    unit[i] = 1;
    // H is symmetric: its column i is its row i.
    hessian_product(w, unit, h.subspan(i * n, n));
    unit[i] = 0;
  }
}

void Objective::kronecker_factors(std::span<const Real>, Stream&, std::span<Real> factors) {
  std::fill(factors.begin(), factors.end(), not_a_number);
}

double Objective::residuals(std::span<const Real>, std::span<Real> r, std::span<Real> jacobian) {
  std::fill(r.begin(), r.end(), not_a_number);
  std::fill(jacobian.begin(), jacobian.end(), not_a_number);
  return not_a_number;
}

double Objective::full_gradient(std::span<const Real>, std::span<Real> g) {
  std::fill(g.begin(), g.end(), not_a_number);
  return not_a_number;
}

double Objective::weighted_gradient(std::span<const Real>, const Draw& draw, std::span<Real> g) {
  std::fill(draw.squared_norms.begin(), draw.squared_norms.end(), not_a_number);
  std::fill(g.begin(), g.end(), not_a_number);
  return not_a_number;
}

}  // namespace fall_line
