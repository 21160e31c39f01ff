// SPDX-License-Identifier: MIT
#include <algorithm>

#include "objective/network_problem.hpp"

namespace fall_line {

double NetworkProblem::weighted_gradient(std::span<const Real> w, const Draw& draw,
                                         std::span<Real> g) {
  std::fill(g.begin(), g.end(), Real{0});
  double sum = 0;
  const std::size_t count = draw.samples.size(), units = network_.layout().outputs;
  // The loss over all samples is divided by their weights, and a draw estimates that.
  const double mean = static_cast<double>(train_.count) / divisor(nullptr, train_.count);
  for (std::size_t first = 0; first < count; first += network_.chunk()) {
    const std::size_t samples = std::min(network_.chunk(), count - first);
    load_targets(train_, draw.samples.data(), first, samples);
    const Real* outputs = network_.forward(w);
    // Sample by sample, since each has its own weight.
    for (std::size_t b = 0; b < samples; ++b) {
      const double weight = draw.weights[first + b] * mean;
      const LossBatch one{.units = units,
                          .count = 1,
                          .stride = network_.stride(),
                          .outputs = outputs + b,
                          .targets = targets_.data() + b * target_width_,
                          .delta = network_.output_delta() + b,
                          .scale = weight};
      sum += weight * (criterion_ == nullptr
                           ? loss_->evaluate(one)
                           : criterion_->evaluate(*loss_, one, {loaded_classes_[b]}));
    }
    network_.backward(w, g, true);
    network_.squared_norms(draw.squared_norms.subspan(first, samples));
  }
  add_penalty_gradient(w, g);
  return sum + penalty(w);
}

}  // namespace fall_line
