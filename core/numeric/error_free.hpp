// SPDX-License-Identifier: MIT
#pragma once

namespace fall_line {

/// An unevaluated sum: `high` is the nearest double, `low` what it misses.
struct DoubleDouble {
  double high, low;
};

/// a + b without error; |a| >= |b| or a == 0 (Dekker 1971).
inline DoubleDouble fast_two_sum(double a, double b) {
  const double sum = a + b;
  return {sum, b - (sum - a)};
}

/// a + b without error (Knuth 1969).
inline DoubleDouble two_sum(double a, double b) {
  const double sum = a + b, b_part = sum - a;
  return {sum, (a - (sum - b_part)) + (b - b_part)};
}

/// The upper 26 bits of a, so that products of halves are exact (Veltkamp 1968); |a| < 2^996.
inline double upper_half(double a) {
  const double shifted = a * 0x1.0000002p27;
  return shifted - (shifted - a);
}

/// a * b without error, barring underflow (Dekker 1971). No fused multiply-add: not every target
/// has one.
inline DoubleDouble two_product(double a, double b) {
  const double product = a * b;
  const double ah = upper_half(a), al = a - ah, bh = upper_half(b), bl = b - bh;
  return {product, ((ah * bh - product) + ah * bl + al * bh) + al * bl};
}

}  // namespace fall_line
