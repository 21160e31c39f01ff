// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <utility>
#include <vector>

#include "support/second_order.hpp"

namespace fall_line {

/// A function of n parameters that gives only its value. It records where it was evaluated.
class Landscape final : public Column {
 public:
  using Function = std::function<double(std::span<const Real>)>;

  Landscape(std::size_t n, Function f) : Column(n), f_(std::move(f)) {}
  double gradient(const std::span<const Real>&, const std::span<Real>&) override {
    ADD_FAILURE() << "no rule without gradients asks for one";
    return 0;
  }
  double loss(std::span<const Real> w) override {
    points.emplace_back(w.begin(), w.end());
    losses.push_back(f_(w));
    return losses.back();
  }

  std::vector<Vector> points;
  std::vector<double> losses;

 private:
  Function f_;
};

/// ½ Σ w²
inline double bowl(std::span<const Real> w) { return 0.5 * dense::dot(w, w); }

}  // namespace fall_line
