// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "network/hidden/stages.hpp"

namespace fall_line {

/// Dropout (Srivastava+ 2014): each step sets every activation of the hidden layers to 0 with the
/// probability p, and divides the others by 1 - p, so that their mean stays. What is measured or
/// answered uses all units.
///
/// A sample's mask depends on the seed and on how many samples were drawn before it, so any step
/// can be repeated, and racers that see the same sample drop the same units, whatever their
/// batches.
class Dropout final : public HiddenStage {
 public:
  Dropout(double rate, std::uint64_t seed, const Layout& layout, std::size_t chunk);

  void load(const LoadedBatch& batch) override;
  void forward(std::size_t l, std::span<const Real> w, const Real* a, Real* out) override;
  void backward(std::size_t l, std::span<const Real> w, Real* delta) override;
  void forward_tangent(std::size_t l, std::span<const Real> w, std::span<const Real> v,
                       Real* R) override;
  void backward_tangent(std::size_t l, std::span<const Real> w, std::span<const Real> v,
                        Real* delta, Real* Rdelta) override;

 private:
  /// Numbers of layer l in the loaded batch, padding included.
  std::size_t values_in(std::size_t l) const { return masks_[l].size() / chunk_ * stride_; }

  double rate_;
  std::uint64_t seed_;
  std::size_t chunk_, stride_ = 0;
  bool active_ = false;
  std::vector<Vector> masks_;  ///< Of each hidden layer, [unit][stride]: 0 or 1 / (1 - p).
};

}  // namespace fall_line
