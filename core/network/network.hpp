// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "network/activation.hpp"
#include "network/layout.hpp"
#include "numeric/real.hpp"

namespace fall_line {

/// A multi-layer perceptron z_l = W_l a_(l-1) + b_l, a_l = f(z_l), with a linear last layer, and
/// its back-propagation (Rumelhart, Hinton & Williams 1986). It owns the workspace of one chunk of
/// samples, laid out [unit][sample]; the parameters are its caller's.
class Network {
 public:
  /// More samples than this are worked on in turn.
  static constexpr std::size_t chunk = 128;

  Network(Layout layout, const ActivationEntry& activation);

  const Layout& layout() const { return layout_; }

  /// Takes `samples` rows of x, [sample][input], in the order of `indices` (null: 0, 1, 2...).
  void load(const Real* x, const std::uint32_t* indices, std::size_t samples);
  /// Outputs of the loaded samples, [unit][stride()].
  const Real* forward(std::span<const Real> w);
  /// Where the loss's derivatives go, [unit][stride()]; the padding is zeroed by load.
  Real* output_delta() { return deltas_.back().data(); }
  /// Adds the gradient of the loaded samples to g. Needs forward and output_delta.
  void backward(std::span<const Real> w, std::span<Real> g);

  /// Samples per row of the workspace, padding included.
  std::size_t stride() const { return stride_; }

 private:
  Layout layout_;
  const ActivationEntry* activation_;
  std::size_t stride_ = 0;
  Vector inputs_;
  std::vector<Vector> z_, a_, deltas_;  ///< One of each a layer.
};

}  // namespace fall_line
