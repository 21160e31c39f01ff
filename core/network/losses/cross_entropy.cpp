// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>

#include "network/loss.hpp"
#include "numeric/lane_functions.hpp"
#include "numeric/special.hpp"

namespace fall_line {
namespace {

/// The exponentials of this many classes are kept; those of further classes are computed twice.
constexpr std::size_t most_kept = 16;

/// Two classes: -log sigmoid(±s), from the logit s, so that no logit is too large.
double binary(const LossBatch& batch) {
  double total = 0;
  const auto scale = static_cast<Real>(batch.scale);
  for (std::size_t b = 0; b < batch.count; b += lanes) {
    const std::size_t count = std::min(lanes, batch.count - b);
    // Towards the other class: -s where the class is 1.
    const Mask positive = load(batch.targets + b, count) > Real{0};
    const Lanes s = load(batch.outputs + b, count), wrong = select(positive, -s, s);
    const Lanes e = lane::exp_minus(lane::magnitude(s)), loss = lane::softplus(wrong, e);
    for (std::size_t l = 0; l < count; ++l) total += loss[l];
    if (batch.delta != nullptr) {
      const Lanes slope = scale * lane::sigmoid(wrong, e);
      store(select(positive, -slope, slope), batch.delta + b, count);
    }
  }
  return total;
}

/// More: -log softmax(s)_y = log sum_k e^(s_k - m) + m - s_y, with m = max_k s_k;
/// d/ds_k = softmax(s)_k - [k = y].
double categorical(const LossBatch& batch) {
  double total = 0;
  double product = 1;  // The sum of logarithms is that of a product.
  const auto scale = static_cast<Real>(batch.scale);
  std::array<Lanes, most_kept> kept;
  for (std::size_t b = 0; b < batch.count; b += lanes) {
    const std::size_t count = std::min(lanes, batch.count - b);
    const Lanes y = load(batch.targets + b, count);
    const auto s = [&](std::size_t k) { return load(batch.outputs + k * batch.stride + b, count); };
    Lanes m = s(0);
    for (std::size_t k = 1; k < batch.units; ++k) m = select(s(k) > m, s(k), m);
    const auto e = [&](std::size_t k) { return lane::exp_minus(m - s(k)); };
    Lanes sum{}, of_y{};
    for (std::size_t k = 0; k < batch.units; ++k) {
      const Lanes ek = e(k);
      if (k < most_kept) kept[k] = ek;
      sum += ek;
      of_y = select(y == static_cast<Real>(k), m - s(k), of_y);
    }
    for (std::size_t l = 0; l < count; ++l) {
      total += of_y[l];
      product *= sum[l];
    }
    // Each factor is at most the number of classes: far from the largest double.
    if (product > 1e200) {
      total += special::log(product);
      product = 1;
    }
    if (batch.delta == nullptr) continue;
    for (std::size_t k = 0; k < batch.units; ++k) {
      const Lanes p = (k < most_kept ? kept[k] : e(k)) / sum;
      const Lanes slope = p - select(y == static_cast<Real>(k), Real{1}, Real{0});
      store(scale * slope, batch.delta + k * batch.stride + b, count);
    }
  }
  return total + special::log(product);
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

namespace loss_entries {

extern constinit const LossEntry cross_entropy = {
    .id = "cross-entropy",
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

extern constinit const LossDocs cross_entropy_docs = {
    .name = "cross-entropy",
    .summary =
        "The negative logarithm of the probability given to the true class, averaged over samples.",
    .code =
        {.two_classes =
             R"py(return F.binary_cross_entropy_with_logits(outputs[:, 0], y.to(outputs.dtype)))py",
         .classes = "return F.cross_entropy(outputs, y)",
         .keras =
             {.two_classes =
                  R"py(return -ops.sum(ops.log_sigmoid((2 * y - 1) * outputs)) / outputs.shape[0])py",
              .columns =
                  R"py(return -ops.sum(y * ops.log_softmax(outputs)) / outputs.shape[0])py"}},
};

}  // namespace loss_entries
}  // namespace fall_line
