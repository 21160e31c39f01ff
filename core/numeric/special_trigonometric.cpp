// SPDX-License-Identifier: MIT
#include <array>
#include <cstdint>
#include <limits>

#include "numeric/bits.hpp"
#include "numeric/error_free.hpp"
#include "numeric/polynomial.hpp"
#include "numeric/special.hpp"

namespace fall_line::special {
namespace {

/// x = (quadrant + 4 n) pi/2 + r with |r| <= pi/4
struct Reduction {
  std::uint64_t quadrant;
  DoubleDouble r;
};

/// For |x| <= 2^20: pi/2 in three parts, of which the first two times the quadrant are exact
/// (Cody & Waite 1980); together they err by 2^-122 a quadrant.
Reduction reduce_moderate(double x) {
  constexpr double shift = 0x1.8p52;  // rounds to an integer, left in the lowest bits
  const double shifted = x * 0x1.45f306dc9c883p-1 + shift;
  const double n = shifted - shift;
  const DoubleDouble r = two_sum(x - n * 0x1.921fb544p+0, -(n * 0x1.0b4611a6p-34));
  const double rest = -(n * 0x1.3198a2e037073p-69);
  const DoubleDouble sum = two_sum(r.high, rest);
  return {to_bits(shifted) & 3, fast_two_sum(sum.high, sum.low + r.low)};
}

/// 64 bits of 2/pi from bit `position` on; the table starts with 64 zeros before the point.
std::uint64_t two_over_pi_bits(std::uint64_t position) {
  static constexpr std::array<std::uint64_t, 20> table{
      0x0000000000000000, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041,
      0xfe5163abdebbc561, 0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e,
      0xe88235f52ebb4484, 0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b,
      0x1ff897ffde05980f, 0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d,
      0x7527bac7ebe5f17b, 0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab};
  const std::uint64_t word = position / 64, offset = position % 64;
  if (offset == 0) return table[word];
  return table[word] << offset | table[word + 1] >> (64 - offset);
}

struct Wide {
  std::uint64_t high, low;
};

/// The full product of two 64-bit integers.
Wide multiply(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint64_t mask = 0xffffffff;
  const std::uint64_t low = (a & mask) * (b & mask);
  const std::uint64_t middle = (a >> 32) * (b & mask) + (low >> 32);
  const std::uint64_t other = (a & mask) * (b >> 32) + (middle & mask);
  return {(a >> 32) * (b >> 32) + (middle >> 32) + (other >> 32), other << 32 | (low & mask)};
}

/// For |x| > 2^20 (Payne & Hanek 1983). x = m 2^e with an integer m < 2^53; bits of 2/pi that m 2^e
/// turns into multiples of 4 fall away, and the next 192 leave more than 64 good bits whatever
/// cancels.
Reduction reduce_large(double x) {
  const auto bits = to_bits(x);
  const std::uint64_t exponent = bits >> 52 & 0x7ff;  // e + 1075
  const std::uint64_t m = (bits & 0xfffffffffffff) | 0x10000000000000;
  // Bit j >= 1 of 2/pi has weight 2^-j and stands at 63 + j of the table; needed from j = e - 1.
  const std::uint64_t position = exponent + 63 - 1076;
  const std::uint64_t top = two_over_pi_bits(position);
  const Wide middle = multiply(m, two_over_pi_bits(position + 64));
  const Wide bottom = multiply(m, two_over_pi_bits(position + 128));
  std::uint64_t low = middle.low + bottom.high;
  std::uint64_t high = m * top + middle.high + (low < bottom.high ? 1 : 0);

  // high:low / 2^126 is x / (pi/2) modulo 4. Its nearest integer is the quadrant, the rest a signed
  // fraction.
  const std::uint64_t quadrant = (high + (std::uint64_t{1} << 61)) >> 62;
  high -= quadrant << 62;
  const bool negative = high >> 63 != 0;
  if (negative) {
    low = ~low + 1;
    high = ~high + (low == 0 ? 1 : 0);
  }
  // high < 2^62 and low in three pieces that are doubles, put together again without rounding.
  const auto first = static_cast<double>(high >> 30);
  const auto second = static_cast<double>((high & 0x3fffffff) << 23 | low >> 41);
  const auto third = static_cast<double>(low & 0x1ffffffffff);
  const DoubleDouble lead = fast_two_sum(first * 0x1p-32, second * 0x1p-85);
  const DoubleDouble fraction = fast_two_sum(lead.high, lead.low + third * 0x1p-126);

  constexpr DoubleDouble half_pi{0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54};
  const DoubleDouble product = two_product(fraction.high, half_pi.high);
  const double rest = fraction.high * half_pi.low + fraction.low * half_pi.high;
  const DoubleDouble r = fast_two_sum(product.high, product.low + rest);
  // The sign of x and that of the fraction apply to r, that of x to the quadrant too.
  const bool below_zero = x < 0.0;
  const double sign = negative != below_zero ? -1.0 : 1.0;
  return {(below_zero ? 0 - quadrant : quadrant) & 3, {sign * r.high, sign * r.low}};
}

Reduction reduce(double x) {
  const double size = magnitude(x);
  if (size <= 0x1p20 || x != x) return reduce_moderate(x);
  if (size == std::numeric_limits<double>::infinity()) return {0, {x - x, 0.0}};
  return reduce_large(x);
}

/// sin and cos of |r| <= pi/4 by minimax polynomials, relative to the result 2^-58.0 and 2^-64.0.
double sin_near_zero(DoubleDouble r) {
  constexpr std::array coefficients{-0x1.5555555555549p-3,  0x1.111111110f87dp-7,
                                    -0x1.a01a019c1202ap-13, 0x1.71de357815bb3p-19,
                                    -0x1.ae5e6687f3056p-26, 0x1.5d931838bd63cp-33};
  const double z = r.high * r.high;
  const double low = r.low * (1.0 - 0.5 * z);
  return r.high + (low + z * r.high * polynomial(z, coefficients));
}

double cos_near_zero(DoubleDouble r) {
  constexpr std::array coefficients{0x1.555555555554bp-5,  -0x1.6c16c16c14f8ep-10,
                                    0x1.a01a019c83f18p-16, -0x1.27e4f7ea7ef78p-22,
                                    0x1.1ee9d7842d8b1p-29, -0x1.8fa4802bc8306p-37};
  const double z = r.high * r.high;
  const DoubleDouble lead = fast_two_sum(1.0, -0.5 * z);
  return lead.high + (lead.low + (z * z * polynomial(z, coefficients) - r.high * r.low));
}

double evaluate(std::uint64_t quadrant, DoubleDouble r) {
  const double value = quadrant & 1 ? cos_near_zero(r) : sin_near_zero(r);
  return quadrant & 2 ? -value : value;
}

}  // namespace

double sin(double x) {
  if (x > -0x1p-27 && x < 0x1p-27) return x;  // x^3/6 is below half an ulp
  const Reduction reduction = reduce(x);
  return evaluate(reduction.quadrant, reduction.r);
}

double cos(double x) {
  const Reduction reduction = reduce(x);
  return evaluate(reduction.quadrant + 1, reduction.r);
}

}  // namespace fall_line::special
