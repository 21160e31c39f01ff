// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

/// Textbook formulas for what core/network/ computes, in double with libm. They are slow, simple,
/// and independent of the core.
namespace fall_line::closed_form {

inline double activation(std::string_view id, double z) {
  const double pi = std::acos(-1.0);
  if (id == "linear") return z;
  if (id == "sigmoid") return 1 / (1 + std::exp(-z));
  if (id == "tanh") return std::tanh(z);
  if (id == "relu") return std::max(z, 0.0);
  if (id == "leaky-relu") return std::max(z, 0.01 * z);
  if (id == "elu") return z > 0 ? z : std::exp(z) - 1;
  if (id == "softplus") return std::log1p(std::exp(z));
  if (id == "silu") return z / (1 + std::exp(-z));
  if (id == "gelu") return z * 0.5 * std::erfc(-z / std::sqrt(2.0));
  if (id == "gelu-tanh")
    return 0.5 * z * (1 + std::tanh(std::sqrt(2 / pi) * (z + 0.044715 * std::pow(z, 3))));
  ADD_FAILURE() << "write the closed form of " << id << " here";
  return std::numeric_limits<double>::quiet_NaN();
}

/// The loss of one regression sample: the mean over its outputs.
inline double regression_loss(std::string_view id, std::span<const double> outputs,
                              std::span<const double> targets) {
  double sum = 0;
  for (std::size_t k = 0; k < outputs.size(); ++k) {
    const double r = std::fabs(outputs[k] - targets[k]);
    if (id == "mean-squared-error") {
      sum += r * r;
    } else if (id == "mean-absolute-error") {
      sum += r;
    } else if (id == "huber") {
      sum += r <= 1 ? r * r / 2 : r - 0.5;
    } else {
      ADD_FAILURE() << "write the closed form of " << id << " here";
    }
  }
  return sum / static_cast<double>(outputs.size());
}

/// The loss of one sample of class y. There is one output for two classes.
inline double class_loss(std::string_view id, std::span<const double> s, int y) {
  const auto truth = static_cast<std::size_t>(y);
  if (id == "cross-entropy") {
    if (s.size() == 1) return std::log1p(std::exp(y == 1 ? -s[0] : s[0]));
    double sum = 0;
    for (const double score : s) sum += std::exp(score - s[truth]);
    return std::log(sum);
  }
  if (id == "hinge") {
    if (s.size() == 1) return std::max(0.0, 1 - (y == 1 ? s[0] : -s[0]));
    double worst = 0;
    for (std::size_t k = 0; k < s.size(); ++k)
      if (k != truth) worst = std::max(worst, 1 + s[k] - s[truth]);
    return worst;
  }
  // The other losses encode classes as numbers: ±1 for two, one-hot for more.
  std::vector<double> targets(s.size(), 0.0);
  if (s.size() == 1) {
    targets[0] = y == 1 ? 1 : -1;
  } else {
    targets[truth] = 1;
  }
  return regression_loss(id, s, targets);
}

}  // namespace fall_line::closed_form
