// SPDX-License-Identifier: MIT
#include <array>
#include <limits>

#include "numeric/bits.hpp"
#include "numeric/error_free.hpp"
#include "numeric/exponential.hpp"
#include "numeric/logarithm.hpp"
#include "numeric/polynomial.hpp"
#include "numeric/special.hpp"

namespace fall_line::special {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// For |y| < 2^52 adding 2^52 rounds to an integer; from there on every double is one.
bool is_integer(double y) {
  const double a = magnitude(y);
  return a >= 0x1p52 || (a + 0x1p52) - 0x1p52 == a;
}

bool is_odd(double y) { return is_integer(y) && magnitude(y) < 0x1p53 && !is_integer(0.5 * y); }

/// log x to about 2^-65 of its size: y log x reaches 745, and its error is the relative error of
/// x^y.
DoubleDouble precise_log(double x) {
  // Minimax for the rest of 2 atanh(s)/s = 2 + 2/3 z + z^2 (2/5 + ...), z = s^2: 2^-73.5 z^2.
  constexpr std::array coefficients{
      0x1.9999999999996p-2, 0x1.2492492493036p-2, 0x1.c71c71c5804a0p-3, 0x1.745d18326147dp-3,
      0x1.3b1362b231439p-3, 0x1.1120b6347d7b8p-3, 0x1.de33598df8f9cp-4, 0x1.eb11e08db5ecap-4};
  constexpr DoubleDouble two_thirds{0x1.5555555555555p-1, 0x1.5555555555555p-55};
  const auto [k, f] = logarithm::reduce(x);

  // s = f / (2 + f), the quotient's remainder divided once more.
  const DoubleDouble divisor = two_sum(2.0, f);
  const double s = f / divisor.high;
  const DoubleDouble back = two_product(s, divisor.high);
  const double s_low = ((f - back.high) - back.low - s * divisor.low) / divisor.high;

  const DoubleDouble square = two_product(s, s);
  const double z = square.high, z_low = square.low + 2.0 * s * s_low;
  const DoubleDouble third = two_product(z, two_thirds.high);
  const double rest = z * z * polynomial(z, coefficients);
  const DoubleDouble bracket =
      fast_two_sum(third.high, rest + (third.low + (z * two_thirds.low + z_low * two_thirds.high)));

  const DoubleDouble cubic = two_product(s, bracket.high);
  const DoubleDouble lead = fast_two_sum(2.0 * s, cubic.high);
  const double lead_low =
      lead.low + (2.0 * s_low + (cubic.low + (s * bracket.low + s_low * bracket.high)));

  const DoubleDouble sum = two_sum(k * exponential::ln2_high, lead.high);
  return fast_two_sum(sum.high, sum.low + (lead_low + k * exponential::ln2_low));
}

double exp_of_sum(DoubleDouble x) {
  const bool inside = x.high >= -746.0 && x.high <= 710.0;
  const double high = inside ? x.high : x.high < 0.0 ? -746.0 : 710.0;
  exponential::Reduction e = exponential::reduce(high);
  e.r = fast_two_sum(e.r.high, e.r.low + (inside ? x.low : 0.0));
  e.r.low += e.r.low * e.r.high;  // the low part multiplies e^r, not 1
  return exponential::scale(exponential::join(1.0, e.r, exponential::expm1_tail(e.r.high)),
                            e.biased_k);
}

/// x^y for finite x > 0 and finite y.
double positive_power(double x, double y) {
  // Beyond 2^65 every x but 1 has left the doubles; the bound keeps the products finite.
  const double bounded = y > 0x1p65 ? 0x1p65 : y < -0x1p65 ? -0x1p65 : y;
  const DoubleDouble log_x = precise_log(x);
  const DoubleDouble product = two_product(bounded, log_x.high);
  return exp_of_sum(fast_two_sum(product.high, product.low + bounded * log_x.low));
}

}  // namespace

double pow(double x, double y) {
  if (y == 0.0 || x == 1.0) return 1.0;
  if (x != x || y != y) return x + y;
  const double size = magnitude(x);
  if (magnitude(y) == infinity) {
    if (size == 1.0) return 1.0;
    return (size > 1.0) == (y > 0.0) ? infinity : 0.0;
  }
  const bool negative = (to_bits(x) & sign_bit) != 0;
  if (x < 0.0 && size < infinity && !is_integer(y)) return std::numeric_limits<double>::quiet_NaN();
  double result;
  if (size == 0.0 || size == infinity) {
    result = (size == 0.0) == (y < 0.0) ? infinity : 0.0;
  } else {
    result = positive_power(size, y);
  }
  return negative && is_odd(y) ? -result : result;
}

}  // namespace fall_line::special
