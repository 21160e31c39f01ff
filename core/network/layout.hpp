// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "network/layer.hpp"

namespace fall_line {

/// The layers of a network from its inputs to its outputs, before any of them is made.
class NetworkShape {
 public:
  explicit NetworkShape(std::vector<LayerShape> layers) : layers_(std::move(layers)) {}

  const std::vector<LayerShape>& layers() const { return layers_; }
  std::uint64_t inputs() const { return layers_.front().inputs; }
  std::uint64_t outputs() const { return layers_.back().outputs; }
  std::uint64_t parameters() const;
  /// Numbers per sample in the widest of all layers, the inputs included.
  std::uint64_t widest() const;

 private:
  std::vector<LayerShape> layers_;
};

/// Dense layers between these numbers of units: inputs, each hidden layer, outputs. The hidden ones
/// may be normalized.
NetworkShape dense_network(const std::vector<std::size_t>& units, bool normalized = false);

/// A layer and where it stands in the flat parameter vector: its weights, row-major, then the bias
/// of each row, and, where it is normalized, the gain and the shift of each.
struct LayerParameters {
  std::size_t units;                   ///< Its sums per sample.
  std::size_t rows, columns, fan_out;  ///< See LayerShape.
  std::size_t weights, biases;         ///< Offsets.
  std::size_t gains, shifts;           ///< Offsets. 0: it is not normalized.

  std::size_t weight_count() const { return rows * columns; }
  /// All its parameters.
  std::size_t size() const { return weight_count() + rows * (gains == 0 ? 1 : 3); }
};

/// The layers of a network in its parameter vector.
struct Layout {
  std::size_t inputs, outputs;  ///< Of the network, per sample.
  std::size_t parameters = 0;
  std::vector<LayerParameters> layers;

  explicit Layout(const NetworkShape& shape);
};

}  // namespace fall_line
