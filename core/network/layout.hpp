// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fall_line {

/// The units of a network, layer by layer: inputs, each hidden layer, outputs. Counts are exact for
/// networks that no memory holds, since such a wish has to be refused.
class NetworkShape {
 public:
  /// A dense layer: a weight for each pair of an input and an output, and a bias for each output.
  struct Dense {
    std::uint64_t inputs, outputs;

    std::uint64_t weights() const { return inputs * outputs; }
    std::uint64_t parameters() const { return weights() + outputs; }
  };

  template <class Number>
  explicit NetworkShape(const std::vector<Number>& units) {
    for (std::size_t l = 0; l + 1 < units.size(); ++l)
      layers_.push_back(
          {static_cast<std::uint64_t>(units[l]), static_cast<std::uint64_t>(units[l + 1])});
  }

  const std::vector<Dense>& layers() const { return layers_; }
  std::uint64_t parameters() const {
    std::uint64_t all = 0;
    for (const Dense& layer : layers_) all += layer.parameters();
    return all;
  }
  /// Of all layers, the inputs included.
  std::uint64_t widest() const {
    std::uint64_t units = layers_.front().inputs;
    for (const Dense& layer : layers_) units = layer.outputs > units ? layer.outputs : units;
    return units;
  }

 private:
  std::vector<Dense> layers_;
};

/// Where one dense layer stands in the flat parameter vector: its weights, row-major [out][in],
/// then its biases [out].
struct Layer {
  std::size_t inputs, outputs;
  std::size_t weights, biases;  ///< Offsets.

  std::size_t weight_count() const { return inputs * outputs; }
};

/// The layers of a network in its parameter vector.
struct Layout {
  std::vector<Layer> layers;
  std::size_t parameters = 0;

  explicit Layout(const NetworkShape& shape) {
    for (const NetworkShape::Dense& dense : shape.layers()) {
      layers.push_back({static_cast<std::size_t>(dense.inputs),
                        static_cast<std::size_t>(dense.outputs), parameters,
                        parameters + static_cast<std::size_t>(dense.weights())});
      parameters += static_cast<std::size_t>(dense.parameters());
    }
  }
  /// `units`: inputs, each hidden layer, outputs.
  explicit Layout(const std::vector<std::size_t>& units) : Layout(NetworkShape(units)) {}

  std::size_t inputs() const { return layers.front().inputs; }
  std::size_t outputs() const { return layers.back().outputs; }
  std::size_t widest() const {
    std::size_t units = 0;
    for (const Layer& layer : layers) units = layer.outputs > units ? layer.outputs : units;
    return units;
  }
};

}  // namespace fall_line
