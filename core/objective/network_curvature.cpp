// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "objective/network_problem.hpp"

/// What second-order rules ask of a network: Hessian-vector products, residuals and their Jacobian.
namespace fall_line {

LossBatch NetworkProblem::loss_batch(const Real* outputs, std::size_t samples, double scale) {
  return {.units = network_.layout().outputs,
          .count = samples,
          .stride = network_.stride(),
          .outputs = outputs,
          .targets = targets_.data(),
          .delta = network_.output_delta(),
          .scale = scale};
}

void NetworkProblem::add_hessian_product(std::span<const Real> w, std::span<const Real> v,
                                         const std::uint32_t* indices, std::size_t first,
                                         std::size_t samples, double total, std::span<Real> out) {
  load_targets(train_, indices, first, samples);
  const Real* outputs = network_.forward(w);
  LossBatch batch = loss_batch(outputs, samples, 1.0 / total);
  evaluate(batch);
  const Real* tangent = network_.forward_tangent(w, v);
  batch.delta = network_.output_delta_tangent();
  loss_->differentiate(batch, tangent);
  weigh(batch.delta, false);
  network_.backward_tangent(w, v, out);
}

void NetworkProblem::add_penalty_product(std::span<const Real> v, std::span<Real> out) const {
  if (penalty_.l2 == 0) return;
  const auto l2 = static_cast<Real>(penalty_.l2);
  for (const LayerParameters& layer : network_.layout().layers)
    for (std::size_t i = layer.weights; i < layer.biases; ++i) out[i] += l2 * v[i];
}

void NetworkProblem::hessian_product(std::span<const Real> w, std::span<const Real> v,
                                     std::span<Real> out) {
  std::fill(out.begin(), out.end(), Real{0});
  const double total = divisor(batch_.data(), batch_.size());
  for (std::size_t first = 0; first < batch_.size(); first += network_.chunk())
    add_hessian_product(w, v, batch_.data(), first,
                        std::min(network_.chunk(), batch_.size() - first), total, out);
  add_penalty_product(v, out);
}

void NetworkProblem::full_hessian_product(std::span<const Real> w, std::span<const Real> v,
                                          std::span<Real> out) {
  std::fill(out.begin(), out.end(), Real{0});
  const double total = divisor(nullptr, train_.count);
  for (std::size_t first = 0; first < train_.count; first += network_.chunk())
    add_hessian_product(w, v, nullptr, first, std::min(network_.chunk(), train_.count - first),
                        total, out);
  add_penalty_product(v, out);
}

std::size_t NetworkProblem::residual_count() const {
  if (!loss_->squares || penalty_.l1 != 0) return 0;
  std::size_t count = batch_.size() * network_.layout().outputs;
  if (penalty_.l2 != 0)
    for (const LayerParameters& layer : network_.layout().layers) count += layer.weight_count();
  return count;
}

double NetworkProblem::residuals(std::span<const Real> w, std::span<Real> r,
                                 std::span<Real> jacobian) {
  const std::size_t units = network_.layout().outputs, n = parameters();
  const double total = divisor(batch_.data(), batch_.size());
  const double share = 2 / (total * static_cast<double>(units));
  double sum = 0;
  for (std::size_t first = 0; first < batch_.size(); first += network_.chunk()) {
    const std::size_t samples = std::min(network_.chunk(), batch_.size() - first);
    load_targets(train_, batch_.data(), first, samples);
    const Real* outputs = network_.forward(w);
    LossBatch loaded = loss_batch(outputs, samples, 1);
    loaded.delta = nullptr;
    sum += evaluate(loaded);
    const std::size_t stride = network_.stride();
    const auto scale = [&](std::size_t b) {
      return static_cast<Real>(std::sqrt(share * factor(b)));
    };
    for (std::size_t u = 0; u < units; ++u) {
      for (std::size_t b = 0; b < samples; ++b)
        r[(first + b) * units + u] =
            scale(b) * (outputs[u * stride + b] - targets_[b * target_width_ + u]);
      if (jacobian.empty()) continue;
      // The slope of this output alone, sample by sample.
      for (std::size_t k = 0; k < units; ++k)
        for (std::size_t b = 0; b < samples; ++b)
          network_.output_delta()[k * stride + b] = k == u ? scale(b) : Real{0};
      network_.backward_each(w, jacobian.data() + (first * units + u) * n, units * n);
    }
  }
  std::size_t row = batch_.size() * units;
  const auto root = static_cast<Real>(std::sqrt(penalty_.l2));
  if (penalty_.l2 != 0)
    for (const LayerParameters& layer : network_.layout().layers)
      for (std::size_t i = layer.weights; i < layer.biases; ++i, ++row) {
        r[row] = root * w[i];
        if (jacobian.empty()) continue;
        const auto line = jacobian.subspan(row * n, n);
        std::fill(line.begin(), line.end(), Real{0});
        line[i] = root;
      }
  return sum / total + penalty(w);
}

void NetworkProblem::kronecker_factors(std::span<const Real> w, Stream& random,
                                       std::span<Real> factors) {
  const std::size_t units = network_.layout().outputs;
  // The slopes carry the weights of their samples. The inputs are of the batch as it is.
  const auto count = static_cast<double>(batch_.size());
  const double share = 1.0 / count, mean = divisor(batch_.data(), batch_.size()) / count;
  std::fill(factors.begin(), factors.end(), Real{0});
  for (std::size_t first = 0; first < batch_.size(); first += network_.chunk()) {
    const std::size_t samples = std::min(network_.chunk(), batch_.size() - first);
    load_targets(train_, batch_.data(), first, samples);
    const Real* outputs = network_.forward(w);
    signs_.assign(units * network_.stride(), 0);
    for (std::size_t b = 0; b < samples; ++b)
      for (std::size_t u = 0; u < units; ++u)
        signs_[u * network_.stride() + b] = random.sign<Real>();
    loss_->multiply_by_root(loss_batch(outputs, samples, 1 / std::sqrt(mean)), signs_.data());
    weigh(network_.output_delta(), true);
    network_.add_factors(w, share, factors);
  }
}

void NetworkProblem::sample_gradients(std::span<const Real> w, std::span<Real> rows) {
  const std::size_t n = parameters();
  for (std::size_t first = 0; first < batch_.size(); first += network_.chunk()) {
    const std::size_t samples = std::min(network_.chunk(), batch_.size() - first);
    load_targets(train_, batch_.data(), first, samples);
    const Real* outputs = network_.forward(w);
    evaluate(loss_batch(outputs, samples, 1));
    network_.backward_each(w, rows.data() + first * n, n);
  }
}

}  // namespace fall_line
