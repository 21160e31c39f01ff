// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

namespace fall_line {

/// Where one dense layer stands in the flat parameter vector: its weights, row-major [out][in],
/// then its biases [out].
struct Layer {
  std::size_t inputs, outputs;
  std::size_t weights, biases;  ///< Offsets.

  std::size_t weight_count() const { return inputs * outputs; }
};

struct Layout {
  std::vector<Layer> layers;
  std::size_t parameters = 0;

  /// `units`: inputs, each hidden layer, outputs.
  explicit Layout(const std::vector<std::size_t>& units) {
    for (std::size_t l = 0; l + 1 < units.size(); ++l) {
      const std::size_t in = units[l], out = units[l + 1];
      layers.push_back({in, out, parameters, parameters + in * out});
      parameters += in * out + out;
    }
  }

  std::size_t inputs() const { return layers.front().inputs; }
  std::size_t outputs() const { return layers.back().outputs; }
  std::size_t widest() const {
    std::size_t units = 0;
    for (const Layer& layer : layers) units = layer.outputs > units ? layer.outputs : units;
    return units;
  }
};

}  // namespace fall_line
