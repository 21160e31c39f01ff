// SPDX-License-Identifier: MIT
#include "objective/data_problem.hpp"

#include <algorithm>

namespace fall_line {

DataProblem::DataProblem(Samples samples, Split split, NetworkProblem network, Walk walk)
    : samples_(std::move(samples)),
      split_(std::move(split)),
      network_(std::move(network)),
      walk_(walk),
      order_(walk.seed, split_.train.size(), walk.batch_size) {}

void DataProblem::start(std::span<Real> w) {
  std::fill(w.begin(), w.end(), Real{0});
  Stream stream("init", walk_.seed);
  for (const Layer& layer : network_.layout().layers)
    walk_.initializer->fill(w.subspan(layer.weights, layer.weight_count()), layer.inputs,
                            layer.outputs, stream);
}

std::size_t DataProblem::next_batch() {
  batch_ = order_.next();
  return batch_.size();
}

}  // namespace fall_line
