// SPDX-License-Identifier: MIT
#include "network/criterion.hpp"

namespace fall_line {

Criterion::Criterion(double smoothing, std::vector<double> weights)
    : smooths_(smoothing > 0), weights_(std::move(weights)) {
  const std::size_t classes = weights_.size();
  const double each = smoothing / static_cast<double>(classes);
  for (std::size_t y = 0; y < classes; ++y) {
    Row row{(1 - smoothing) * weights_[y], std::vector<double>(classes)};
    for (const double weight : weights_) row.factor += each * weight;
    for (std::size_t k = 0; k < classes && row.factor > 0; ++k) {
      const double share = each * weights_[k] + (k == y ? (1 - smoothing) * weights_[y] : 0);
      row.shift[k] = (k == y ? 1 : 0) - share / row.factor;
    }
    // The only output of two classes is the logit of class 1, and that of class 0 is 0.
    if (classes == 2) row.shift.erase(row.shift.begin());
    rows_.push_back(std::move(row));
  }
}

Criterion::~Criterion() = default;

double Criterion::evaluate(const LossEntry& loss, const LossBatch& batch,
                           const std::vector<int>& classes) const {
  const std::size_t width = loss.encoding == Encoding::class_number ? 1 : batch.units;
  double sum = 0;
  for (std::size_t b = 0; b < batch.count; ++b) {
    const Row& row = rows_[static_cast<std::size_t>(classes[b])];
    LossBatch one = batch;
    one.count = 1;
    one.outputs += b;
    one.targets += b * width;
    if (batch.delta != nullptr) one.delta += b;
    one.scale *= row.factor;
    double value = loss.evaluate(one);
    for (std::size_t k = 0; smooths_ && k < batch.units; ++k) {
      // The cross-entropy is linear in its target: -sum_k q_k log p_k.
      value += row.shift[k] * static_cast<double>(one.outputs[k * batch.stride]);
      if (batch.delta != nullptr)
        one.delta[k * batch.stride] += static_cast<Real>(one.scale * row.shift[k]);
    }
    sum += row.factor * value;
  }
  return sum;
}

std::vector<double> balanced_weights(const Samples& samples, std::span<const std::uint32_t> train) {
  std::vector<double> weights(static_cast<std::size_t>(samples.classes));
  for (const std::uint32_t i : train) weights[static_cast<std::size_t>(samples.y[i])] += 1;
  const auto share = static_cast<double>(train.size()) / static_cast<double>(samples.classes);
  for (double& weight : weights) weight = weight > 0 ? share / weight : 0;
  return weights;
}

}  // namespace fall_line
