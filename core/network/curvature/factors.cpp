// SPDX-License-Identifier: MIT
#include "network/network.hpp"

/// A weight's gradient is the product of an input and a backpropagated slope. The Kronecker factors
/// are the second moments of each (Martens & Grosse 2015).
namespace fall_line {

void Network::add_factors(std::span<const Real> w, double share, std::span<Real> factors) {
  const auto sizes = [](const LayerParameters& layer) {
    return std::pair{(layer.columns + 1) * (layer.columns + 1), layer.rows * layer.rows};
  };
  std::size_t end = 0;
  for (const LayerParameters& layer : layout_.layers)
    end += sizes(layer).first + sizes(layer).second;
  for (std::size_t l = layers_.size(); l-- > 0;) {
    const auto [inputs, deltas] = sizes(layout_.layers[l]);
    end -= inputs + deltas;
    Real* factor = factors.data() + end;
    layers_[l]->add_factors(pass_of(l), share, factor, factor + inputs);
    if (l > 0) propagate(w, l);
  }
}

}  // namespace fall_line
