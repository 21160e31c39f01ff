// SPDX-License-Identifier: MIT
#include "objective/witness.hpp"

namespace fall_line {

std::array<double, 4> Witness::hessian(std::span<const Real> w) const {
  const std::array<Real, 2> x{1, 0}, y{0, 1};
  std::array<Real, 2> by_x, by_y;
  problem_.hessian_product(w, x, by_x);
  problem_.hessian_product(w, y, by_y);
  return {by_x[0], by_y[0], by_x[1], by_y[1]};
}

double Witness::gradient(const std::span<const Real>& w, const std::span<Real>& g) {
  note(w);
  return objective_.gradient(w, g);
}

double Witness::loss(std::span<const Real> w) {
  note(w);
  return objective_.loss(w);
}

double Witness::residuals(std::span<const Real> w, std::span<Real> r, std::span<Real> jacobian) {
  note(w);
  return objective_.residuals(w, r, jacobian);
}

}  // namespace fall_line
