// SPDX-License-Identifier: MIT
#include "network/layout.hpp"

#include <algorithm>

#include "network/layers/dense.hpp"

namespace fall_line {

std::uint64_t NetworkShape::parameters() const {
  std::uint64_t all = 0;
  for (const LayerShape& layer : layers_) all += layer.parameters();
  return all;
}

std::uint64_t NetworkShape::widest() const {
  std::uint64_t units = inputs();
  for (const LayerShape& layer : layers_) units = std::max(units, layer.outputs);
  return units;
}

NetworkShape dense_network(const std::vector<std::size_t>& units, bool normalized) {
  std::vector<LayerShape> layers;
  for (std::size_t l = 0; l + 1 < units.size(); ++l) {
    layers.push_back(dense_layer(units[l], units[l + 1]));
    layers.back().normalized = normalized && l + 2 < units.size();
  }
  return NetworkShape(std::move(layers));
}

Layout::Layout(const NetworkShape& shape)
    : inputs(static_cast<std::size_t>(shape.inputs())),
      outputs(static_cast<std::size_t>(shape.outputs())) {
  for (const LayerShape& layer : shape.layers()) {
    const auto rows = static_cast<std::size_t>(layer.rows);
    const std::size_t biases = parameters + static_cast<std::size_t>(layer.weights());
    layers.push_back({.units = static_cast<std::size_t>(layer.outputs),
                      .rows = rows,
                      .columns = static_cast<std::size_t>(layer.columns),
                      .fan_out = static_cast<std::size_t>(layer.fan_out),
                      .weights = parameters,
                      .biases = biases,
                      .gains = layer.normalized ? biases + rows : 0,
                      .shifts = layer.normalized ? biases + 2 * rows : 0});
    parameters += static_cast<std::size_t>(layer.parameters());
  }
}

}  // namespace fall_line
