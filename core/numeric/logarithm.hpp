// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <limits>

#include "numeric/bits.hpp"
#include "numeric/exponential.hpp"
#include "numeric/polynomial.hpp"

/// What log and pow have in common: x = 2^k (1 + f) with sqrt(1/2) <= 1 + f < sqrt(2).
namespace fall_line::logarithm {

struct Reduction {
  double k, f;
};

/// For finite x > 0, subnormal ones included.
inline Reduction reduce(double x) {
  constexpr std::uint64_t one = 0x3ff0000000000000, root_half = 0x3fe6a09e667f3bcd;
  const bool subnormal = x < 0x1p-1022;
  const auto bits = to_bits(subnormal ? x * 0x1p54 : x);
  const std::uint64_t exponent = (bits + (one - root_half)) >> 52;
  // The exponent becomes a double by standing in the last bits of 2^52, without a conversion.
  const double k = from_bits(exponent | 0x4330000000000000) - (0x1p52 + 1023.0);
  return {subnormal ? k - 54.0 : k, from_bits(bits + one - (exponent << 52)) - 1.0};
}

/// k ln 2 + log(1 + f). With s = f / (2 + f), log(1 + f) = 2 atanh s = 2s + s R(s^2),
/// and since 2s = f - f^2/2 + s f^2/2 the leading term f is exact.
inline double evaluate(Reduction x) {
  // Minimax for 2 (atanh(s)/s - 1) / s^2 in s^2: 2^-59.5.
  constexpr std::array coefficients{
      0x1.5555555555592p-1, 0x1.999999997fd78p-2, 0x1.24924941f4f22p-2, 0x1.c71c52060df66p-3,
      0x1.74663fa111021p-3, 0x1.39a1a7114f2dep-3, 0x1.2f063389610e2p-3};
  const double f = x.f, s = f / (2.0 + f), z = s * s, half_square = 0.5 * f * f;
  const double tail = s * (half_square + z * polynomial(z, coefficients));
  const double low = tail + x.k * exponential::ln2_low;
  return x.k * exponential::ln2_high + (f - (half_square - low));
}

/// The value outside finite x > 0: -infinity at 0, NaN below, x itself for +infinity and NaN.
inline double at_edges(double x, double inside) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const double below = x == 0.0 ? -infinity : std::numeric_limits<double>::quiet_NaN();
  return x > 0.0 ? (x < infinity ? inside : x) : below;
}

}  // namespace fall_line::logarithm
