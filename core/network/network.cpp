// SPDX-License-Identifier: MIT
#include "network/network.hpp"

#include <algorithm>

#include "numeric/kernels.hpp"
#include "numeric/lanes.hpp"

namespace fall_line {

Network::Network(const NetworkShape& shape, const ActivationEntry& activation)
    : Network(shape, HiddenStages{.activations{shape.layers().size() - 1, &activation}}) {}

Network::Network(const NetworkShape& shape, HiddenStages stages)
    : layout_(shape),
      stages_(std::move(stages)),
      widest_(static_cast<std::size_t>(shape.widest())),
      inputs_((layout_.inputs + slack) * chunk()),
      rows_(chunk()) {
  for (const LayerShape& layer : shape.layers()) layers_.push_back(layer.make(layer));
  for (const LayerParameters& layer : layout_.layers)
    for (auto* values : {&z_, &a_, &deltas_}) values->emplace_back(layer.units * chunk());
  if (has_dropout()) dropped_ = a_;
}

void Network::load(const Real* x, const std::uint32_t* indices, std::size_t samples) {
  samples_ = samples;
  stride_ = kernels::padded(samples);
  const std::size_t inputs = layout_.inputs;
  // The padding repeats the last sample, so its values stay in the range of real ones.
  for (std::size_t b = 0; b < stride_; ++b) {
    const std::size_t i = std::min(b, samples - 1);
    rows_[b] = x + (indices == nullptr ? i : indices[i]) * inputs;
  }
  Real* columns = inputs_.data();
  for (std::size_t j = 0; j < inputs; j += lanes)
    for (std::size_t b = 0; b < stride_; b += lanes) {
      Lanes tile[lanes];
      for (std::size_t l = 0; l < lanes; ++l) tile[l] = fall_line::load(rows_[b + l] + j);
      transpose(tile);
      for (std::size_t l = 0; l < lanes; ++l) store(tile[l], columns + (j + l) * stride_ + b);
    }
  for (std::size_t u = 0; u < layout_.outputs; ++u)
    std::fill_n(&deltas_.back()[(u + 1) * stride_ - kernels::batch_multiple],
                kernels::batch_multiple, Real{0});
  loaded_.samples = samples_;
  loaded_.stride = stride_;
  if (stages_.normalization != nullptr) stages_.normalization->load(loaded_);
  if (has_dropout()) stages_.dropout->load(loaded_);
}

void Network::normalize(std::span<const Real> w, std::size_t l) {
  if (stages_.normalization != nullptr)
    stages_.normalization->forward(l, w, z_[l].data(), z_[l].data());
}

void Network::drop(std::span<const Real> w, std::size_t l) {
  if (has_dropout()) stages_.dropout->forward(l, w, a_[l].data(), dropped_[l].data());
}

void Network::drop_derivatives(std::span<const Real> w, std::size_t l) {
  if (has_dropout()) stages_.dropout->backward(l, w, deltas_[l].data());
}

void Network::normalize_derivatives(std::span<const Real> w, std::size_t l) {
  if (stages_.normalization != nullptr) stages_.normalization->backward(l, w, deltas_[l].data());
}

const Real* Network::forward(std::span<const Real> w) {
  const std::size_t last = layers_.size() - 1;
  for (std::size_t l = 0; l < last; ++l) {
    layers_[l]->forward(weights_in(w, l), inputs_of(l), z_[l].data(), stride_);
    normalize(w, l);
    stages_.activations[l]->apply(z_[l].data(), a_[l].data(), values_in(l));
    drop(w, l);
  }
  layers_[last]->forward(weights_in(w, last), inputs_of(last), z_[last].data(), stride_);
  return z_[last].data();
}

void Network::backward(std::span<const Real> w, std::span<Real> g, bool add) {
  for (std::size_t l = layers_.size(); l-- > 0;) {
    layers_[l]->gradient(deltas_[l].data(), inputs_of(l), sums_in(g, l, add), stride_);
    if (l == 0) break;
    propagate(w, l);
    if (stages_.normalization != nullptr) stages_.normalization->gradient(l - 1, g, add);
  }
}

void Network::propagate(std::span<const Real> w, std::size_t l) {
  layers_[l]->backward(weights_in(w, l).weights, deltas_[l].data(), deltas_[l - 1].data(), stride_);
  drop_derivatives(w, l - 1);
  stages_.activations[l - 1]->multiply_by_derivative(z_[l - 1].data(), a_[l - 1].data(),
                                                     deltas_[l - 1].data(), values_in(l - 1));
  normalize_derivatives(w, l - 1);
}

void Network::squared_norms(std::span<double> norms) const {
  std::fill(norms.begin(), norms.end(), 0.0);
  for (std::size_t l = 0; l < layers_.size(); ++l) layers_[l]->add_squared_norms(pass_of(l), norms);
  for (std::size_t l = 0; stages_.normalization != nullptr && l + 1 < layers_.size(); ++l)
    stages_.normalization->add_squared_norms(l, norms);
}

void Network::backward_each(std::span<const Real> w, Real* rows, std::size_t row_stride) {
  for (std::size_t l = layers_.size(); l-- > 0;) {
    const LayerParameters& place = layout_.layers[l];
    layers_[l]->sample_gradients(pass_of(l),
                                 {rows + place.weights, rows + place.biases, row_stride});
    if (l == 0) break;
    propagate(w, l);
    if (stages_.normalization != nullptr)
      stages_.normalization->sample_gradients(l - 1, rows, row_stride);
  }
}

}  // namespace fall_line
