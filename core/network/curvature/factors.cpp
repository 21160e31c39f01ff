// SPDX-License-Identifier: MIT
#include "network/network.hpp"

/// A weight's gradient is the product of an input and a backpropagated slope. The Kronecker factors
/// are the second moments of each (Martens & Grosse 2015).
namespace fall_line {
namespace {

/// sum_b x_b[i] x_b[j] in double, in order of samples; row `count` of x is all ones.
double moment(const Real* x, std::size_t count, std::size_t i, std::size_t j, std::size_t stride,
              std::size_t samples) {
  double sum = 0;
  for (std::size_t b = 0; b < samples; ++b) {
    const double xi = i < count ? x[i * stride + b] : Real{1};
    const double xj = j < count ? x[j * stride + b] : Real{1};
    sum += xi * xj;
  }
  return sum;
}

}  // namespace

void Network::add_factors(std::span<const Real> w, double share, std::span<Real> factors) {
  std::size_t end = 0;
  for (const Layer& layer : layout_.layers)
    end += (layer.inputs + 1) * (layer.inputs + 1) + layer.outputs * layer.outputs;
  const auto add = [&](const Real* x, std::size_t count, std::size_t size) {
    end -= size * size;
    Real* factor = factors.data() + end;
    for (std::size_t i = 0; i < size; ++i)
      for (std::size_t j = 0; j <= i; ++j) {
        const auto more = static_cast<Real>(share * moment(x, count, i, j, stride_, samples_));
        factor[i * size + j] += more;
        if (j < i) factor[j * size + i] += more;
      }
  };
  for (std::size_t l = layout_.layers.size(); l-- > 0;) {
    const Layer& layer = layout_.layers[l];
    add(deltas_[l].data(), layer.outputs, layer.outputs);
    add(inputs_of(l), layer.inputs, layer.inputs + 1);
    if (l > 0) propagate(w, l);
  }
}

}  // namespace fall_line
