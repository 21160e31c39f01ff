// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "data/samples.hpp"
#include "network/layout.hpp"
#include "objective/network_problem.hpp"
#include "support/closed_forms.hpp"

namespace fall_line {

/// A network and its loss, computed sample by sample in double. Tests compare NetworkProblem with
/// it.
struct NaiveNetwork {
  Layout layout;
  std::string_view activation, loss;
  Penalty penalty;

  std::vector<double> outputs(std::span<const double> w, std::span<const double> input) const {
    std::vector<double> a(input.begin(), input.end());
    for (std::size_t l = 0; l < layout.layers.size(); ++l) {
      const LayerParameters& layer = layout.layers[l];
      std::vector<double> next;
      for (std::size_t r = 0; r < layer.rows; ++r) {
        double z = w[layer.biases + r];
        for (std::size_t k = 0; k < layer.columns; ++k)
          z += w[layer.weights + r * layer.columns + k] * a[k];
        const bool last = l + 1 == layout.layers.size();
        next.push_back(last ? z : closed_form::activation(activation, z));
      }
      a = std::move(next);
    }
    return a;
  }

  double data_loss(std::span<const double> w, const Samples& samples,
                   std::span<const std::uint32_t> batch) const {
    double sum = 0;
    for (const std::uint32_t i : batch) {
      const std::vector<double> s = outputs(w, samples.input(i));
      if (samples.task == Task::classification) {
        sum += closed_form::class_loss(loss, s, static_cast<int>(samples.y[i]));
      } else {
        sum += closed_form::regression_loss(loss, s,
                                            std::span(samples.y).subspan(i * s.size(), s.size()));
      }
    }
    return sum / static_cast<double>(batch.size());
  }

  double penalty_at(std::span<const double> w) const {
    double sum = 0;
    for (const LayerParameters& layer : layout.layers)
      for (std::size_t i = layer.weights; i < layer.biases; ++i)
        sum += penalty.l1 * std::fabs(w[i]) + penalty.l2 / 2 * w[i] * w[i];
    return sum;
  }

  double value(std::span<const double> w, const Samples& samples,
               std::span<const std::uint32_t> batch) const {
    return data_loss(w, samples, batch) + penalty_at(w);
  }

  /// Central differences.
  std::vector<double> gradient(std::vector<double> w, const Samples& samples,
                               std::span<const std::uint32_t> batch) const {
    constexpr double h = 0x1p-20;
    std::vector<double> g;
    for (double& x : w) {
      const double here = x;
      x = here + h;
      const double above = value(w, samples, batch);
      x = here - h;
      const double below = value(w, samples, batch);
      x = here;
      g.push_back((above - below) / (2 * h));
    }
    return g;
  }
};

}  // namespace fall_line
