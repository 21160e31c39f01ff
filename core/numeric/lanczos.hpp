// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "numeric/function_ref.hpp"
#include "numeric/real.hpp"

namespace fall_line {

/// The lowest and the highest eigenvalue of a symmetric matrix.
struct SpectrumEnds {
  double lowest, highest;
};

/// Writes A v to `out`.
using SymmetricProduct = FunctionRef<void(std::span<const Real> v, std::span<Real> out)>;

struct LanczosLimits {
  std::size_t products = 60;
  /// An end is found when several products change it by less than this share of the larger end.
  double tolerance = 1e-4;
};

/// The ends of the spectrum of an n × n matrix that is known by its products alone, by the Lanczos
/// iteration from a fixed start (Golub & Van Loan, ch. 10). Rounding makes it find ends more than
/// once, which does no harm here, so its vectors are not kept. After too few products the ends are
/// too close to each other. Empty if a product is not finite.
std::optional<SpectrumEnds> spectrum_ends(std::size_t n, const SymmetricProduct& product,
                                          const LanczosLimits& limits = {});

}  // namespace fall_line
