// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

#include "network/loss.hpp"

namespace fall_line {

/// Mean over the outputs of phi(r), r = output - target: Function gives `value(r)`, `slope(r)`,
/// `curvature(r)`.
template <class Function>
double elementwise_loss(const LossBatch& batch) {
  const double mean = 1.0 / static_cast<double>(batch.units);
  double total = 0;
  for (std::size_t b = 0; b < batch.count; ++b) {
    double sum = 0;
    for (std::size_t u = 0; u < batch.units; ++u) {
      const std::size_t at = u * batch.stride + b;
      const double r = static_cast<double>(batch.outputs[at]) -
                       static_cast<double>(batch.targets[b * batch.units + u]);
      sum += Function::value(r);
      if (batch.delta != nullptr)
        batch.delta[at] = static_cast<Real>(batch.scale * mean * Function::slope(r));
    }
    total += mean * sum;
  }
  return total;
}

template <class Function>
void differentiate_elementwise(const LossBatch& batch, const Real* tangent) {
  const double mean = 1.0 / static_cast<double>(batch.units);
  for (std::size_t b = 0; b < batch.count; ++b)
    for (std::size_t u = 0; u < batch.units; ++u) {
      const std::size_t at = u * batch.stride + b;
      const double r = static_cast<double>(batch.outputs[at]) -
                       static_cast<double>(batch.targets[b * batch.units + u]);
      batch.delta[at] =
          static_cast<Real>(batch.scale * mean * Function::curvature(r) * tangent[at]);
    }
}

/// The Hessian is diagonal.
template <class Function>
void multiply_by_root_elementwise(const LossBatch& batch, const Real* signs) {
  const double mean = 1.0 / static_cast<double>(batch.units);
  for (std::size_t b = 0; b < batch.count; ++b)
    for (std::size_t u = 0; u < batch.units; ++u) {
      const std::size_t at = u * batch.stride + b;
      const double r = static_cast<double>(batch.outputs[at]) -
                       static_cast<double>(batch.targets[b * batch.units + u]);
      batch.delta[at] =
          static_cast<Real>(batch.scale * std::sqrt(mean * Function::curvature(r)) * signs[at]);
    }
}

}  // namespace fall_line
