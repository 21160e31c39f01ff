// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

#include "numeric/bits.hpp"
#include "numeric/error_free.hpp"
#include "numeric/polynomial.hpp"

/// What exp, tanh, sigmoid, erf and pow have in common: x = k ln 2 + r with |r| <= ln 2 / 2,
/// then e^x = 2^k (1 + (e^r - 1)) with a polynomial for e^r - 1. No branches, no tables.
namespace fall_line::exponential {

inline constexpr double ln2_high = 0x1.62e42fefa38p-1;  // 42 bits: k * ln2_high is exact
inline constexpr double ln2_low = 0x1.ef35793c7673p-45;

/// x = (biased_k - bias) ln 2 + r.high + r.low
struct Reduction {
  std::uint64_t biased_k;
  DoubleDouble r;
};
inline constexpr std::uint64_t bias = 2046;

/// For -746 <= x <= 710; a NaN comes through in r.
inline Reduction reduce(double x) {
  // Adding 1.5 * 2^52 rounds to an integer and leaves it in the lowest bits.
  constexpr double shift = 0x1.8p52 + bias;
  const double shifted = x * 0x1.71547652b82fep+0 + shift;
  const double k = shifted - shift;
  return {to_bits(shifted) & 0xfff, fast_two_sum(x - k * ln2_high, -(k * ln2_low))};
}

/// e^x - 1 - x for |x| <= ln 2 / 2.
inline double expm1_tail(double x) {
  // Minimax for (e^x - 1 - x - x^2/2) / x^3, relative to e^x - 1: 2^-61.7.
  constexpr std::array coefficients{
      0x1.5555555555559p-3,  0x1.5555555555549p-5,  0x1.111111110f7e7p-7,  0x1.6c16c16c1ccf4p-10,
      0x1.a01a01af77e0ap-13, 0x1.a01a018302b32p-16, 0x1.71ddf94d683edp-19, 0x1.27e52b2ecea66p-22,
      0x1.af5d2caf79235p-26, 0x1.1ef527755b0ecp-29};
  return x * x * (0.5 + x * polynomial(x, coefficients));
}

/// start + r + tail, where start is 0 or |start| >= |r|; rounds in earnest only once.
inline double join(double start, DoubleDouble r, double tail) {
  const DoubleDouble sum = fast_two_sum(start, r.high);
  return sum.high + (sum.low + r.low + tail);
}

/// 2^(exponent - 1023) for 1 <= exponent <= 2046, 0 for 0.
inline double power_of_two(std::uint64_t exponent) { return from_bits(exponent << 52); }

/// value * 2^(biased_k - bias) in two steps: 2^k alone may lie outside the doubles.
inline double scale(double value, std::uint64_t biased_k) {
  const std::uint64_t half = biased_k / 2;
  return value * power_of_two(half) * power_of_two(biased_k - half);
}

/// What to add to e^r - 1 so that e^x - 1 = 2^k (start + e^r - 1): 1 - 2^-k, which is 1 beyond k
/// = 60.
inline double expm1_start(std::uint64_t biased_k) {
  return 1.0 - power_of_two(biased_k > bias + 60 ? 0 : bias + 1023 - biased_k);
}

}  // namespace fall_line::exponential
