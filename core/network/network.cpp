// SPDX-License-Identifier: MIT
#include "network/network.hpp"

#include <algorithm>
#include <array>

#include "numeric/kernels.hpp"
#include "numeric/lanes.hpp"

namespace fall_line {
namespace {

double square(Real x) { return static_cast<double>(x) * x; }

}  // namespace

Network::Network(Layout layout, const ActivationEntry& activation)
    : layout_(std::move(layout)),
      activation_(&activation),
      inputs_((layout_.inputs() + slack) * chunk) {
  for (const Layer& layer : layout_.layers) {
    z_.emplace_back(layer.outputs * chunk);
    a_.emplace_back(layer.outputs * chunk);
    deltas_.emplace_back(layer.outputs * chunk);
  }
}

void Network::load(const Real* x, const std::uint32_t* indices, std::size_t samples) {
  samples_ = samples;
  stride_ = kernels::padded(samples);
  const std::size_t inputs = layout_.inputs();
  std::array<const Real*, chunk> rows;
  for (std::size_t b = 0; b < samples; ++b)
    rows[b] = x + (indices == nullptr ? b : indices[b]) * inputs;
  // The padding repeats the last sample, so its values stay in the range of real ones.
  for (std::size_t b = samples; b < stride_; ++b) rows[b] = rows[samples - 1];
  Real* columns = inputs_.data();
  for (std::size_t j = 0; j < inputs; j += lanes)
    for (std::size_t b = 0; b < stride_; b += lanes) {
      Lanes tile[lanes];
      for (std::size_t l = 0; l < lanes; ++l) tile[l] = fall_line::load(rows[b + l] + j);
      transpose(tile);
      for (std::size_t l = 0; l < lanes; ++l) store(tile[l], columns + (j + l) * stride_ + b);
    }
  for (std::size_t u = 0; u < layout_.outputs(); ++u)
    std::fill_n(&deltas_.back()[(u + 1) * stride_ - kernels::batch_multiple],
                kernels::batch_multiple, Real{0});
}

const Real* Network::forward(std::span<const Real> w) {
  const Real* x = inputs_.data();
  for (std::size_t l = 0; l < layout_.layers.size(); ++l) {
    const Layer& layer = layout_.layers[l];
    kernels::multiply({w.data() + layer.weights, layer.outputs, layer.inputs, layer.inputs, 1},
                      w.data() + layer.biases, x, z_[l].data(), stride_);
    if (l + 1 == layout_.layers.size()) return z_[l].data();
    const std::size_t n = layer.outputs * stride_;
    activation_->apply(z_[l].data(), a_[l].data(), n);
    x = a_[l].data();
  }
  return x;
}

void Network::backward(std::span<const Real> w, std::span<Real> g, bool add) {
  for (std::size_t l = layout_.layers.size(); l-- > 0;) {
    const Layer& layer = layout_.layers[l];
    const Real* delta = deltas_[l].data();
    kernels::outer_product(delta, layer.outputs, inputs_of(l), layer.inputs,
                           {g.data() + layer.weights, g.data() + layer.biases, add}, stride_);
    if (l > 0) propagate(w, l);
  }
}

void Network::propagate(std::span<const Real> w, std::size_t l) {
  const Layer& layer = layout_.layers[l];
  kernels::multiply({w.data() + layer.weights, layer.inputs, layer.outputs, 1, layer.inputs},
                    nullptr, deltas_[l].data(), deltas_[l - 1].data(), stride_);
  const std::size_t n = layer.inputs * stride_;
  activation_->multiply_by_derivative(z_[l - 1].data(), a_[l - 1].data(), deltas_[l - 1].data(), n);
}

void Network::squared_norms(std::span<double> norms) const {
  std::fill(norms.begin(), norms.end(), 0.0);
  for (std::size_t l = 0; l < layout_.layers.size(); ++l) {
    const Layer& layer = layout_.layers[l];
    const Real *delta = deltas_[l].data(), *x = inputs_of(l);
    for (std::size_t b = 0; b < samples_; ++b) {
      // The gradient of a layer is delta x^T beside delta: ‖delta‖² (‖x‖² + 1) (Goodfellow 2015).
      double deltas = 0, inputs = 1;
      for (std::size_t r = 0; r < layer.outputs; ++r) deltas += square(delta[r * stride_ + b]);
      for (std::size_t k = 0; k < layer.inputs; ++k) inputs += square(x[k * stride_ + b]);
      norms[b] += deltas * inputs;
    }
  }
}

void Network::backward_each(std::span<const Real> w, Real* rows, std::size_t row_stride) {
  for (std::size_t l = layout_.layers.size(); l-- > 0;) {
    const Layer& layer = layout_.layers[l];
    const Real *delta = deltas_[l].data(), *x = inputs_of(l);
    for (std::size_t b = 0; b < samples_; ++b) {
      Real* row = rows + b * row_stride;
      for (std::size_t r = 0; r < layer.outputs; ++r) {
        const Real d = delta[r * stride_ + b];
        row[layer.biases + r] = d;
        Real* weights = row + layer.weights + r * layer.inputs;
        for (std::size_t k = 0; k < layer.inputs; ++k) weights[k] = d * x[k * stride_ + b];
      }
    }
    if (l > 0) propagate(w, l);
  }
}

}  // namespace fall_line
