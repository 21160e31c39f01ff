// SPDX-License-Identifier: MIT
#include <algorithm>

#include "network/network.hpp"

/// The R-operator: every quantity of the forward and the backward pass, differentiated along v.
namespace fall_line {
namespace {

void add(const Vector& terms, Vector& sum, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) sum[i] += terms[i];
}

}  // namespace

const Real* Network::forward_tangent(std::span<const Real> w, std::span<const Real> v) {
  if (tangent_.z.empty()) tangent_ = {z_, a_, deltas_, Vector(widest_ * chunk())};
  const auto& [activations, normalization, dropout, samples] = stages_;
  auto& [Rz, Ra, Rdelta, scratch] = tangent_;
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    const std::size_t n = values_in(l);
    // R z_l = V_l a_(l-1) + R b_l + W_l (R a_(l-1)); the inputs stay where they are.
    layers_[l]->forward(weights_in(v, l), inputs_of(l), Rz[l].data(), stride_);
    if (l > 0) {
      layers_[l]->forward({weights_in(w, l).weights, nullptr}, Ra[l - 1].data(), scratch.data(),
                          stride_);
      add(scratch, Rz[l], n);
    }
    if (l + 1 == layers_.size()) break;
    if (normalization != nullptr) normalization->forward_tangent(l, w, v, Rz[l].data());
    // R a_l = f'(z_l) * R z_l
    std::copy_n(Rz[l].begin(), n, Ra[l].begin());
    activations[l]->multiply_by_derivative(z_[l].data(), a_[l].data(), Ra[l].data(), n);
    if (dropout != nullptr) dropout->forward_tangent(l, w, v, Ra[l].data());
  }
  std::fill(Rdelta.back().begin(), Rdelta.back().end(), Real{0});
  return Rz.back().data();
}

void Network::backward_tangent(std::span<const Real> w, std::span<const Real> v,
                               std::span<Real> out) {
  auto& [Rz, Ra, Rdelta, scratch] = tangent_;
  const auto& [activations, normalization, dropout, samples] = stages_;
  for (std::size_t l = layers_.size(); l-- > 0;) {
    const Layer& layer = *layers_[l];
    const kernels::OuterSums sums = sums_in(out, l, true);
    layer.gradient(Rdelta[l].data(), inputs_of(l), sums, stride_);
    if (l == 0) break;
    layer.gradient(deltas_[l].data(), Ra[l - 1].data(), {sums.products, nullptr, true}, stride_);
    // delta_(l-1) = e * f'(z) with e = W^T delta_l, so
    // R delta_(l-1) = (V^T delta_l + W^T (R delta_l)) * f'(z) + e * f''(z) * R z.
    const std::size_t n = values_in(l - 1);
    const Real *z = z_[l - 1].data(), *a = a_[l - 1].data();
    const Real *W = weights_in(w, l).weights, *V = weights_in(v, l).weights;
    Vector &e = deltas_[l - 1], &Re = Rdelta[l - 1];
    layer.backward(V, deltas_[l].data(), Re.data(), stride_);
    layer.backward(W, Rdelta[l].data(), scratch.data(), stride_);
    add(scratch, Re, n);
    layer.backward(W, deltas_[l].data(), e.data(), stride_);
    if (dropout != nullptr) dropout->backward_tangent(l - 1, w, v, e.data(), Re.data());
    const ActivationEntry& activation = *activations[l - 1];
    activation.multiply_by_derivative(z, a, Re.data(), n);
    for (std::size_t i = 0; i < n; ++i) scratch[i] = e[i] * Rz[l - 1][i];
    activation.multiply_by_second_derivative(z, a, scratch.data(), n);
    add(scratch, Re, n);
    activation.multiply_by_derivative(z, a, e.data(), n);
    if (normalization == nullptr) continue;
    normalization->backward_tangent(l - 1, w, v, e.data(), Re.data());
    normalization->gradient_tangent(l - 1, out);
  }
}

}  // namespace fall_line
