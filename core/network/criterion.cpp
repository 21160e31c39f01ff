// SPDX-License-Identifier: MIT
#include "network/criterion.hpp"

namespace fall_line {

Criterion::Criterion(double smoothing, std::vector<double> weights)
    : smoothing_(smoothing), weights_(std::move(weights)) {
  for (const double weight : weights_) mean_weight_ += weight;
  mean_weight_ /= static_cast<double>(weights_.size());
}

Criterion::~Criterion() = default;

double Criterion::evaluate(const LossEntry& loss, const LossBatch& batch,
                           const std::vector<int>& classes) const {
  const std::size_t width = loss.encoding == Encoding::class_number ? 1 : batch.units;
  const double share = smoothing_ / static_cast<double>(weights_.size());
  // The only output of two classes is the logit of class 1, and that of class 0 is 0.
  const std::size_t lowest = batch.units == 1 ? 1 : 0;
  double sum = 0;
  for (std::size_t b = 0; b < batch.count; ++b) {
    const double whole = factor(classes[b]), own = (1 - smoothing_) * weight(classes[b]);
    LossBatch one = batch;
    one.count = 1;
    one.outputs += b;
    one.targets += b * width;
    if (batch.delta != nullptr) one.delta += b;
    one.scale *= whole;
    double value = whole * loss.evaluate(one);
    // The cross-entropy is linear in its target: -sum_k q_k log p_k.
    for (std::size_t k = 0; smoothing_ > 0 && k < batch.units; ++k) {
      const std::size_t of = k + lowest;
      const bool is_true = static_cast<int>(of) == classes[b];
      const double excess = (is_true ? whole - own : 0) - share * weights_[of];
      value += excess * static_cast<double>(one.outputs[k * batch.stride]);
      if (batch.delta != nullptr)
        one.delta[k * batch.stride] += static_cast<Real>(batch.scale * excess);
    }
    sum += value;
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
