// SPDX-License-Identifier: MIT
#include "support/sampled_network.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace fall_line::reference {

NetworkData network_named(const std::string& name) {
  for (NetworkData& data : networks())
    if (data.name == name) return std::move(data);
  ADD_FAILURE() << "no network " << name;
  return {};
}

void SampledNetwork::advance() {
  first_ = first_ + size_ == order_.size() ? 0 : first_ + size_;
  size_ = std::min(three, order_.size() - first_);
}

double SampledNetwork::gradient(const std::span<const Real>& w, const std::span<Real>& g) {
  problem_.take(std::span(order_).subspan(first_, size_));
  return problem_.gradient(w, g);
}

double SampledNetwork::full_gradient(std::span<const Real> w, std::span<Real> g) {
  return problem_.full_gradient(w, g);
}

double SampledNetwork::weighted_gradient(std::span<const Real> w, const Draw& draw,
                                         std::span<Real> g) {
  drawn.assign(draw.samples.begin(), draw.samples.end());
  weights.assign(draw.weights.begin(), draw.weights.end());
  return problem_.weighted_gradient(w, draw, g);
}

std::vector<double> SampledNetwork::squared_norms(std::span<const Real> w) {
  std::vector<double> ones(samples(), 1), norms(samples());
  Vector g(size());
  problem_.weighted_gradient(w, {order_, ones, norms}, g);
  return norms;
}

}  // namespace fall_line::reference
