// SPDX-License-Identifier: MIT
#include "network/hidden/dropout.hpp"

#include <algorithm>

#include "numeric/random.hpp"

namespace fall_line {

Dropout::Dropout(double rate, std::uint64_t seed, const Layout& layout, std::size_t chunk)
    : rate_(rate), seed_(seed), chunk_(chunk) {
  for (std::size_t l = 0; l + 1 < layout.layers.size(); ++l)
    masks_.emplace_back(layout.layers[l].units * chunk);
}

void Dropout::load(const LoadedBatch& batch) {
  stride_ = batch.stride;
  active_ = batch.pass == Pass::step;
  if (!active_) return;
  const auto kept = static_cast<Real>(1 / (1 - rate_));
  for (std::size_t b = 0; b < batch.samples; ++b) {
    Stream stream("dropout", seed_, batch.place + b);
    for (Vector& mask : masks_)
      for (std::size_t u = 0; u < mask.size() / chunk_; ++u)
        mask[u * stride_ + b] = stream.uniform() < rate_ ? Real{0} : kept;
  }
}

void Dropout::forward(std::size_t l, std::span<const Real> w, const Real* a, Real* out) {
  std::copy_n(a, values_in(l), out);
  backward(l, w, out);
}

void Dropout::backward(std::size_t l, std::span<const Real>, Real* delta) {
  if (!active_) return;
  for (std::size_t i = 0; i < values_in(l); ++i) delta[i] *= masks_[l][i];
}

void Dropout::forward_tangent(std::size_t l, std::span<const Real> w, std::span<const Real>,
                              Real* R) {
  backward(l, w, R);
}

void Dropout::backward_tangent(std::size_t l, std::span<const Real> w, std::span<const Real>,
                               Real* delta, Real* Rdelta) {
  backward(l, w, delta);
  backward(l, w, Rdelta);
}

}  // namespace fall_line
