// SPDX-License-Identifier: MIT
#include <cmath>

#include "objective/network_problem.hpp"

/// What a criterion in place of the plain loss asks of the problem.
namespace fall_line {

void NetworkProblem::load_classes(const SplitData& data, const std::uint32_t* indices,
                                  std::size_t first, std::size_t samples) {
  loaded_classes_.resize(samples);
  for (std::size_t b = 0; b < samples; ++b)
    loaded_classes_[b] = data.classes[indices == nullptr ? first + b : indices[first + b]];
}

double NetworkProblem::summed_weights(const std::uint32_t* indices, std::size_t samples) const {
  double sum = 0;
  for (std::size_t b = 0; b < samples; ++b)
    sum += criterion_->weight(train_.classes[indices == nullptr ? b : indices[b]]);
  return sum;
}

void NetworkProblem::weigh(Real* values, bool root) const {
  if (criterion_ == nullptr) return;
  const std::size_t stride = network_.stride();
  for (std::size_t b = 0; b < loaded_classes_.size(); ++b) {
    const auto by = static_cast<Real>(root ? std::sqrt(factor(b)) : factor(b));
    for (std::size_t u = 0; u < network_.layout().outputs; ++u) values[u * stride + b] *= by;
  }
}

}  // namespace fall_line
