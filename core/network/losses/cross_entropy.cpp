// SPDX-License-Identifier: MIT
#include <cmath>

#include "network/losses/entries.hpp"
#include "numeric/special.hpp"

namespace fall_line {
namespace {

/// Two classes: -log sigmoid(±s), from the logit s, so that no logit is too large.
double binary(const LossBatch& batch) {
  double total = 0;
  for (std::size_t b = 0; b < batch.count; ++b) {
    const double s = batch.outputs[b];
    const bool positive = batch.targets[b] > 0;
    total += special::softplus(positive ? -s : s);
    if (batch.delta != nullptr) {
      const double slope = positive ? -special::sigmoid(-s) : special::sigmoid(s);
      batch.delta[b] = static_cast<Real>(batch.scale * slope);
    }
  }
  return total;
}

/// More: -log softmax(s)_y = log sum_k e^(s_k - m) + m - s_y, with m = max_k s_k;
/// d/ds_k = softmax(s)_k - [k = y].
double categorical(const LossBatch& batch) {
  double total = 0;
  for (std::size_t b = 0; b < batch.count; ++b) {
    const Real* s = batch.outputs + b;
    const auto y = static_cast<std::size_t>(batch.targets[b]);
    double m = s[0];
    for (std::size_t k = 1; k < batch.units; ++k) {
      const double sk = s[k * batch.stride];
      m = sk > m ? sk : m;
    }
    double sum = 0;
    for (std::size_t k = 0; k < batch.units; ++k) sum += special::exp(s[k * batch.stride] - m);
    total += special::log(sum) + (m - s[y * batch.stride]);
    if (batch.delta == nullptr) continue;
    for (std::size_t k = 0; k < batch.units; ++k) {
      const double p = special::exp(s[k * batch.stride] - m) / sum;
      batch.delta[k * batch.stride + b] = static_cast<Real>(batch.scale * (p - (k == y ? 1 : 0)));
    }
  }
  return total;
}

/// The second derivative is σ(s) σ(-s), for both classes.
void differentiate_binary(const LossBatch& batch, const Real* tangent) {
  for (std::size_t b = 0; b < batch.count; ++b) {
    const double s = batch.outputs[b];
    const double curvature = special::sigmoid(s) * special::sigmoid(-s);
    batch.delta[b] = static_cast<Real>(batch.scale * curvature * tangent[b]);
  }
}

/// With p = softmax(s) and a tangent d of s: p_k changes by p_k (d_k - sum_j p_j d_j).
void differentiate_categorical(const LossBatch& batch, const Real* tangent) {
  for (std::size_t b = 0; b < batch.count; ++b) {
    const Real *s = batch.outputs + b, *d = tangent + b;
    double m = s[0];
    for (std::size_t k = 1; k < batch.units; ++k) {
      const double sk = s[k * batch.stride];
      m = sk > m ? sk : m;
    }
    double sum = 0, mean = 0;
    for (std::size_t k = 0; k < batch.units; ++k) {
      const double e = special::exp(s[k * batch.stride] - m);
      sum += e;
      mean += e * d[k * batch.stride];
    }
    mean /= sum;
    for (std::size_t k = 0; k < batch.units; ++k) {
      const std::size_t at = k * batch.stride;
      const double p = special::exp(s[at] - m) / sum;
      batch.delta[at + b] = static_cast<Real>(batch.scale * p * (d[at] - mean));
    }
  }
}

/// √(σ(s) σ(-s)) z
void root_binary(const LossBatch& batch, const Real* signs) {
  for (std::size_t b = 0; b < batch.count; ++b) {
    const double s = batch.outputs[b];
    const double curvature = special::sigmoid(s) * special::sigmoid(-s);
    batch.delta[b] = static_cast<Real>(batch.scale * std::sqrt(curvature) * signs[b]);
  }
}

/// diag(p) - p pᵀ = sum_c p_c (e_c - p) (e_c - p)ᵀ, so R has the columns √p_c (e_c - p):
/// (R z)_k = √p_k z_k - p_k sum_c √p_c z_c.
void root_categorical(const LossBatch& batch, const Real* signs) {
  for (std::size_t b = 0; b < batch.count; ++b) {
    const Real *s = batch.outputs + b, *z = signs + b;
    double m = s[0];
    for (std::size_t k = 1; k < batch.units; ++k) {
      const double sk = s[k * batch.stride];
      m = sk > m ? sk : m;
    }
    double sum = 0, all = 0;
    for (std::size_t k = 0; k < batch.units; ++k) {
      const double e = special::exp(s[k * batch.stride] - m);
      sum += e;
      all += std::sqrt(e) * z[k * batch.stride];
    }
    all /= std::sqrt(sum);
    for (std::size_t k = 0; k < batch.units; ++k) {
      const std::size_t at = k * batch.stride;
      const double p = special::exp(s[at] - m) / sum;
      batch.delta[at + b] = static_cast<Real>(batch.scale * (std::sqrt(p) * z[at] - p * all));
    }
  }
}

}  // namespace

constinit const LossEntry loss_entries::cross_entropy{
    .id = "cross-entropy",
    .name = "cross-entropy",
    .summary = "Minus the logarithm of the probability given to the true class.",
    .encoding = Encoding::class_number,
    .probabilities = true,
    .evaluate =
        [](const LossBatch& batch) {
          return batch.units == 1 ? binary(batch) : categorical(batch);
        },
    .differentiate =
        [](const LossBatch& batch, const Real* tangent) {
          if (batch.units == 1) {
            differentiate_binary(batch, tangent);
          } else {
            differentiate_categorical(batch, tangent);
          }
        },
    .multiply_by_root =
        [](const LossBatch& batch, const Real* signs) {
          if (batch.units == 1) {
            root_binary(batch, signs);
          } else {
            root_categorical(batch, signs);
          }
        },
};

}  // namespace fall_line
