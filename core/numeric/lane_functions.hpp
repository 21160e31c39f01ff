// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <type_traits>

#include "numeric/lanes.hpp"
#include "numeric/polynomial.hpp"

/// Elementary functions of every lane at once, without branches: built from + - * / and integer
/// operations alone, so that they give the same bits natively and in wasm. The training step lives
/// on them; what is needed to the last digit or outside their range takes numeric/special.hpp.
/// Each states its largest error in units of the last place (ulp) of Real, which
/// tests/core/numeric/lane_functions_test.cpp holds it to. All polynomials come from
/// tests/reference/special_coefficients.py.
namespace fall_line::lane {

inline constexpr bool is_float = std::is_same_v<Real, float>;

/// Picks the constant of the precision.
template <class Float, class Double>
constexpr auto& choose(const Float& of_float, const Double& of_double) {
  if constexpr (is_float) {
    return of_float;
  } else {
    return of_double;
  }
}

inline constexpr int mantissa_bits = is_float ? 23 : 52;

inline Lanes magnitude(Lanes x) { return from_bits(to_bits(x) & ~to_bits(splat(Real{-0.0}))); }

/// |size| with the sign of x
inline Lanes with_sign_of(Lanes x, Lanes size) {
  const Mask sign = to_bits(splat(Real{-0.0}));
  return from_bits((to_bits(size) & ~sign) | (to_bits(x) & sign));
}

/// At most `limit`; a NaN stays one. A template, so that only the precision at hand is compiled.
template <class L>
L at_most(Real limit, L x) {
#ifndef __wasm_simd128__
  return select(x > limit, limit, x);
#else
  // Of the comparison clang would make f32x4.min, which orders zeros: seven x86 instructions.
  if constexpr (is_float) {
    return __builtin_wasm_pmin_f32x4(x, splat(limit));
  } else {
    return __builtin_wasm_pmin_f64x2(x, splat(limit));
  }
#endif
}

/// The same for at least.
template <class L>
L at_least(Real limit, L x) {
#ifndef __wasm_simd128__
  return select(x < limit, limit, x);
#else
  if constexpr (is_float) {
    return __builtin_wasm_pmax_f32x4(x, splat(limit));
  } else {
    return __builtin_wasm_pmax_f64x2(x, splat(limit));
  }
#endif
}

/// x = k ln 2 + r with |r| <= ln 2 / 2, and 2^k.
struct Reduction {
  Lanes power, r;
};

/// For |x| <= 87 (float) or 708 (double), where 2^k is a normal number; a NaN comes through in r.
inline Reduction reduce(Lanes x) {
  // Adding 1.5 * 2^mantissa_bits rounds to an integer and leaves it, with the bias of exponents,
  // in the lowest bits.
  constexpr Real shift = is_float ? 0x1.8p23 + 127 : 0x1.8p52 + 1023;
  constexpr Real inverse = static_cast<Real>(0x1.71547652b82fep+0);
  // The high part has trailing zeros: k times it is exact.
  constexpr Real high = is_float ? 0x1.62e4p-1 : 0x1.62e42fefa38p-1;
  constexpr Real low = static_cast<Real>(is_float ? 0x1.7f7d1cf79abcap-20 : 0x1.ef35793c7673p-45);
  const Lanes shifted = x * inverse + shift;
  const Lanes k = shifted - shift;
  return {from_bits(to_bits(shifted) << mantissa_bits), (x - k * high) - k * low};
}

/// e^r - 1 for |r| <= ln 2 / 2.
inline Lanes expm1_reduced(Lanes r) {
  // Minimax for (e^r - 1 - r - r^2/2) / r^3, relative to e^r - 1: 2^-31.3 and 2^-61.7.
  constexpr std::array<float, 5> of_float{0x1.555554d7112c3p-3F, 0x1.5554f288c46fbp-5F,
                                          0x1.1111ca60b625cp-7F, 0x1.6d407ac2d85d4p-10F,
                                          0x1.9fbe06ece3143p-13F};
  constexpr std::array<double, 10> of_double{
      0x1.5555555555559p-3,  0x1.5555555555549p-5,  0x1.111111110f7e7p-7,  0x1.6c16c16c1ccf4p-10,
      0x1.a01a01af77e0ap-13, 0x1.a01a018302b32p-16, 0x1.71ddf94d683edp-19, 0x1.27e52b2ecea66p-22,
      0x1.af5d2caf79235p-26, 0x1.1ef527755b0ecp-29};
  return r + r * r * (Real{0.5} + r * polynomial(r, choose(of_float, of_double)));
}

/// e^x - 1 for |x| <= 87 (float) or 708 (double), 2 ulp.
inline Lanes expm1(Lanes x) {
  const auto [power, r] = reduce(x);
  return power * expm1_reduced(r) + (power - Real{1});
}

/// e^-x for x >= 0, 2 ulp; 0 where that would be less than e^-87 (float) or e^-708 (double).
inline Lanes exp_minus(Lanes x) {
  constexpr Real lowest = is_float ? 87 : 708;
  const auto [power, r] = reduce(-at_most(lowest, x));
  return select(x > lowest, Real{0}, power + power * expm1_reduced(r));
}

/// log(1 + x) for 0 <= x <= 1, 2 ulp. With s = x / (2 + x), log(1 + x) = 2 atanh s, and since
/// 2s = x - x^2/2 + s x^2/2 the leading term x is exact.
inline Lanes log1p_to_one(Lanes x) {
  // Minimax for 2 (atanh(s)/s - 1) / s^2 in s^2: 2^-27.7 and 2^-59.4.
  constexpr std::array<float, 4> of_float{0x1.55550039fe174p-1F, 0x1.99d2803a57db8p-2F,
                                          0x1.1eb5bd6a045bap-2F, 0x1.1efa3232ad4ffp-2F};
  constexpr std::array<double, 10> of_double{
      0x1.5555555555535p-1, 0x1.99999999a085bp-2, 0x1.24924920848e8p-2, 0x1.c71c7420039a1p-3,
      0x1.745cb38a4348dp-3, 0x1.3b1de49f8bd15p-3, 0x1.1067547d32a6dp-3, 0x1.efdecaff8818dp-4,
      0x1.55968fc3fabdap-4, 0x1.5c8fceac7211ep-3};
  const Lanes s = x / (Real{2} + x), z = s * s, half_square = Real{0.5} * x * x;
  return x - (half_square - s * (half_square + z * polynomial(z, choose(of_float, of_double))));
}

/// Hyperbolic tangent, 7 ulp (float) or 3 ulp (double), of magnitude 1 at most.
inline Lanes tanh(Lanes x) {
  if constexpr (is_float) {
    // Minimax for x P(x^2) / Q(x^2), relative to tanh(x) up to the limit: 2^-25.5.
    constexpr std::array<Real, 5> p{0x1.ffffff4b6ba3cp-1F, 0x1.12043769c39cdp-3F,
                                    0x1.c9f80e34273d5p-9F, 0x1.5954cf3515156p-16F,
                                    0x1.c9a2560d01d7ep-27F};
    constexpr std::array<Real, 5> q{0x1.0000000000000p+0F, 0x1.de5764e3b097fp-2F,
                                    0x1.a7df016bee342p-6F, 0x1.58417c0279351p-12F,
                                    0x1.a0b765d0a7b4bp-21F};
    // Beyond the limit the value is 1 to the last bit.
    constexpr Real limit = static_cast<Real>(9.02);
    const Lanes square = at_most(limit * limit, x * x);
    const Lanes value = x * polynomial(square, p) / polynomial(square, q);
    return at_least(-1, at_most(1, value));
  } else {
    const Lanes size = magnitude(x);
    // e^2|x| - 1; beyond the limit the value is 1 to the last bit.
    const Lanes t = expm1(Real{2} * at_most(20, size));
    // t / (t + 2) is |x| + (t - 2|x| - |x| t) / (t + 2) and 1 - 2 / (t + 2): of the two, the one
    // with the smaller quotient and so the smaller error.
    const Mask large = t > Real{4};
    const Lanes numerator = select(large, Real{-2}, (t - Real{2} * size) - size * t);
    return with_sign_of(x, select(large, Real{1}, size) + numerator / (t + Real{2}));
  }
}

/// 1 / (1 + e^-x), 3 ulp, where e = e^-|x| is known already.
inline Lanes sigmoid(Lanes x, Lanes e) { return select(x < Real{0}, e, Real{1}) / (Real{1} + e); }

/// log(1 + e^x) without overflow, 3 ulp, where e = e^-|x| is known already.
inline Lanes softplus(Lanes x, Lanes e) {
  return select(x > Real{0}, x, Real{0}) + log1p_to_one(e);
}

/// The same of x alone; 0 where exp_minus is.
inline Lanes sigmoid(Lanes x) { return sigmoid(x, exp_minus(magnitude(x))); }
inline Lanes softplus(Lanes x) { return softplus(x, exp_minus(magnitude(x))); }

}  // namespace fall_line::lane
