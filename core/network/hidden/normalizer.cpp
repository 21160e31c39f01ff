// SPDX-License-Identifier: MIT
#include "network/hidden/normalizer.hpp"

#include <algorithm>
#include <cmath>

namespace fall_line {
namespace {

double square(double x) { return x * x; }

}  // namespace

Normalizer::Normalizer(Normalization kind, const Layout& layout, std::size_t chunk) : kind_(kind) {
  for (std::size_t l = 0; l + 1 < layout.layers.size(); ++l) {
    const LayerParameters& place = layout.layers[l];
    const std::size_t groups = kind == Normalization::batch ? place.units : chunk;
    Hidden& layer = layers_.emplace_back();
    layer.place = place;
    for (auto* values : {&layer.x, &layer.delta}) values->resize(place.units * chunk);
    for (auto* values : {&layer.mean, &layer.variance, &layer.scale}) values->resize(groups);
  }
}

void Normalizer::load(const LoadedBatch& batch) {
  samples_ = batch.samples;
  stride_ = batch.stride;
  uses_kept_ = batch.pass == Pass::answer && keeps_statistics();
}

Normalizer::Groups Normalizer::groups(const Hidden& layer) const {
  if (kind_ == Normalization::batch) return {layer.place.units, samples_, stride_, 1, true};
  return {samples_, layer.place.units, 1, stride_, false};
}

void Normalizer::clear_padding(const Hidden& layer, Real* values) const {
  for (std::size_t u = 0; u < layer.place.units; ++u)
    std::fill(values + u * stride_ + samples_, values + (u + 1) * stride_, Real{0});
}

void Normalizer::keep() {
  for (Hidden& layer : layers_) {
    layer.kept_mean = layer.mean;
    layer.kept_variance = layer.variance;
  }
}

std::vector<double> Normalizer::kept() const {
  std::vector<double> all;
  for (const Hidden& layer : layers_)
    for (const auto* part : {&layer.kept_mean, &layer.kept_variance})
      all.insert(all.end(), part->begin(), part->end());
  return all;
}

void Normalizer::forward(std::size_t l, std::span<const Real> w, const Real* z, Real* y) {
  Hidden& layer = layers_[l];
  const Real *gain = w.data() + layer.place.gains, *shift = w.data() + layer.place.shifts;
  const auto [count, size, apart, step, by_unit] = groups(layer);
  const auto n = static_cast<double>(size);
  for (std::size_t g = 0; g < count; ++g) {
    const Real* of = z + g * apart;
    double& mean = layer.mean[g];
    double& variance = layer.variance[g];
    if (uses_kept_) {
      mean = layer.kept_mean[g];
      variance = layer.kept_variance[g];
    } else {
      double sum = 0, squares = 0;
      for (std::size_t i = 0; i < size; ++i) sum += of[i * step];
      mean = sum / n;
      for (std::size_t i = 0; i < size; ++i) squares += square(of[i * step] - mean);
      variance = squares / n;
    }
    const double scale = layer.scale[g] = 1 / std::sqrt(variance + epsilon);
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t at = g * apart + i * step, u = by_unit ? g : i;
      layer.x[at] = static_cast<Real>((z[at] - mean) * scale);
      y[at] = gain[u] * layer.x[at] + shift[u];
    }
  }
  // Whatever is there, sums over the batch multiply it by zero, so it has to be a number.
  clear_padding(layer, layer.x.data());
  clear_padding(layer, y);
}

void Normalizer::multiply_by_jacobian(const Hidden& layer, Real* d) const {
  // J d = (d - mean(d) - x̂ mean(d x̂)) / σ
  const auto [count, size, apart, step, by_unit] = groups(layer);
  const auto n = static_cast<double>(size);
  for (std::size_t g = 0; g < count; ++g) {
    const Real* x = layer.x.data() + g * apart;
    Real* of = d + g * apart;
    double sum = 0, products = 0;
    for (std::size_t i = 0; i < size; ++i) {
      sum += of[i * step];
      products += static_cast<double>(of[i * step]) * x[i * step];
    }
    for (std::size_t i = 0; i < size; ++i)
      of[i * step] = static_cast<Real>((of[i * step] - sum / n - x[i * step] * (products / n)) *
                                       layer.scale[g]);
  }
  clear_padding(layer, d);
}

void Normalizer::backward(std::size_t l, std::span<const Real> w, Real* delta) {
  Hidden& layer = layers_[l];
  const Real* gain = w.data() + layer.place.gains;
  std::copy_n(delta, layer.place.units * stride_, layer.delta.begin());
  for (std::size_t u = 0; u < layer.place.units; ++u)
    for (std::size_t b = 0; b < stride_; ++b) delta[u * stride_ + b] *= gain[u];
  multiply_by_jacobian(layer, delta);
}

void Normalizer::gradient(std::size_t l, std::span<Real> g, bool add) const {
  const Hidden& layer = layers_[l];
  for (std::size_t u = 0; u < layer.place.units; ++u) {
    double gain = 0, shift = 0;
    for (std::size_t b = 0; b < samples_; ++b) {
      const double delta = layer.delta[u * stride_ + b];
      gain += delta * layer.x[u * stride_ + b];
      shift += delta;
    }
    Real& to_gain = g[layer.place.gains + u];
    Real& to_shift = g[layer.place.shifts + u];
    to_gain = static_cast<Real>(add ? to_gain + gain : gain);
    to_shift = static_cast<Real>(add ? to_shift + shift : shift);
  }
}

void Normalizer::sample_gradients(std::size_t l, Real* rows, std::size_t row_stride) const {
  const Hidden& layer = layers_[l];
  for (std::size_t b = 0; b < samples_; ++b)
    for (std::size_t u = 0; u < layer.place.units; ++u) {
      const Real delta = layer.delta[u * stride_ + b];
      rows[b * row_stride + layer.place.gains + u] = delta * layer.x[u * stride_ + b];
      rows[b * row_stride + layer.place.shifts + u] = delta;
    }
}

void Normalizer::add_squared_norms(std::size_t l, std::span<double> norms) const {
  const Hidden& layer = layers_[l];
  for (std::size_t u = 0; u < layer.place.units; ++u)
    for (std::size_t b = 0; b < samples_; ++b)
      norms[b] += square(layer.delta[u * stride_ + b]) * (square(layer.x[u * stride_ + b]) + 1);
}

void Normalizer::forward_tangent(std::size_t l, std::span<const Real> w, std::span<const Real> v,
                                 Real* R) {
  Hidden& layer = layers_[l];
  const auto [count, size, apart, step, by_unit] = groups(layer);
  for (auto* values : {&layer.Rx, &layer.Rdelta}) values->resize(layer.x.size());
  layer.Rscale.resize(layer.scale.size());
  // R σ = mean(x̂ R z), and R x̂ = J R z.
  for (std::size_t g = 0; g < count; ++g) {
    double sum = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t at = g * apart + i * step;
      sum += static_cast<double>(layer.x[at]) * R[at];
    }
    layer.Rscale[g] = sum / static_cast<double>(size) * layer.scale[g];
  }
  multiply_by_jacobian(layer, R);
  std::copy_n(R, layer.place.units * stride_, layer.Rx.begin());
  // R y = (R gain) x̂ + gain (R x̂) + R shift
  const Real *gain = w.data() + layer.place.gains, *Rgain = v.data() + layer.place.gains;
  const Real* Rshift = v.data() + layer.place.shifts;
  for (std::size_t u = 0; u < layer.place.units; ++u)
    for (std::size_t b = 0; b < stride_; ++b) {
      const std::size_t at = u * stride_ + b;
      R[at] = Rgain[u] * layer.x[at] + gain[u] * layer.Rx[at] + Rshift[u];
    }
}

void Normalizer::backward_tangent(std::size_t l, std::span<const Real> w, std::span<const Real> v,
                                  Real* delta, Real* Rdelta) {
  Hidden& layer = layers_[l];
  const std::size_t values = layer.place.units * stride_;
  std::copy_n(Rdelta, values, layer.Rdelta.begin());
  const Real *gain = w.data() + layer.place.gains, *Rgain = v.data() + layer.place.gains;
  // With d = gain δ: R d = (R gain) δ + gain (R δ)
  for (std::size_t u = 0; u < layer.place.units; ++u)
    for (std::size_t b = 0; b < stride_; ++b) {
      const std::size_t at = u * stride_ + b;
      Rdelta[at] = Rgain[u] * delta[at] + gain[u] * Rdelta[at];
    }
  multiply_by_jacobian(layer, Rdelta);
  // (R J) d = -(R σ / σ) J d - (R x̂ mean(x̂ d) + x̂ mean(R x̂ d)) / σ
  auto &own = layer.own, &along = layer.along;
  for (auto* values : {&own, &along}) values->assign(layer.scale.size(), 0.0);
  const auto [count, size, apart, step, by_unit] = groups(layer);
  for (std::size_t g = 0; g < count; ++g) {
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t at = g * apart + i * step;
      const double d = static_cast<double>(gain[by_unit ? g : i]) * delta[at];
      own[g] += d * layer.x[at];
      along[g] += d * layer.Rx[at];
    }
    own[g] /= static_cast<double>(size);
    along[g] /= static_cast<double>(size);
  }
  backward(l, w, delta);
  for (std::size_t g = 0; g < count; ++g)
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t at = g * apart + i * step;
      Rdelta[at] -=
          static_cast<Real>(layer.Rscale[g] * delta[at] +
                            (layer.Rx[at] * own[g] + layer.x[at] * along[g]) * layer.scale[g]);
    }
}

void Normalizer::gradient_tangent(std::size_t l, std::span<Real> out) const {
  const Hidden& layer = layers_[l];
  for (std::size_t u = 0; u < layer.place.units; ++u) {
    double gain = 0, shift = 0;
    for (std::size_t b = 0; b < samples_; ++b) {
      const std::size_t at = u * stride_ + b;
      gain += static_cast<double>(layer.Rdelta[at]) * layer.x[at] +
              static_cast<double>(layer.delta[at]) * layer.Rx[at];
      shift += layer.Rdelta[at];
    }
    out[layer.place.gains + u] += static_cast<Real>(gain);
    out[layer.place.shifts + u] += static_cast<Real>(shift);
  }
}

}  // namespace fall_line
