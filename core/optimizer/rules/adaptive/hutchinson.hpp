// SPDX-License-Identifier: MIT
#pragma once

#include "optimizer/rule.hpp"

namespace fall_line {

/// Hutchinson's estimate of the diagonal of the Hessian H (Bekas, Kokiopoulou & Saad 2007),
/// z ⊙ Hz with random signs z. Its expectation is the diagonal: all other entries average out.
class HutchinsonDiagonal {
 public:
  void reset(std::size_t n) {
    signs_.assign(n, 0);
    estimate_.assign(n, 0);
  }

  /// One estimate at w, by one product; valid until the next.
  const Vector& draw(Objective& objective, std::span<const Real> w, Stream& random) {
    for (Real& z : signs_) z = random.sign<Real>();
    objective.hessian_product(w, signs_, estimate_);
    for (std::size_t i = 0; i < estimate_.size(); ++i) estimate_[i] *= signs_[i];
    return estimate_;
  }

 private:
  Vector signs_, estimate_;
};

inline constexpr Need gradient_and_product[] = {Need::gradient, Need::hessian_product};

}  // namespace fall_line
