// SPDX-License-Identifier: MIT
#pragma once

#include "numeric/bits.hpp"
#include "numeric/exponential.hpp"
#include "numeric/logarithm.hpp"

#ifdef __FAST_MATH__
#error "reassociated sums would change the bits of every curve"
#endif

/// Elementary functions that give the same bits with every compiler, processor and in wasm: built
/// from + - * / and integer operations alone, never from libm. Each states its largest error in
/// units of the last place (ulp), which tests/core/numeric/special_test.cpp holds it to.
/// Signed zeros, infinities, NaN and subnormals behave as C's Annex F asks. All polynomials come
/// from tests/reference/special_coefficients.py.
namespace fall_line::special {

/// e^x, 1 ulp.
inline double exp(double x) {
  const double clamped = x < -746.0 ? -746.0 : x > 710.0 ? 710.0 : x;
  const exponential::Reduction e = exponential::reduce(clamped);
  return exponential::scale(exponential::join(1.0, e.r, exponential::expm1_tail(e.r.high)),
                            e.biased_k);
}

/// Natural logarithm, 1 ulp.
inline double log(double x) {
  return logarithm::at_edges(x, logarithm::evaluate(logarithm::reduce(x)));
}

/// Hyperbolic tangent, 2 ulp.
inline double tanh(double x) {
  const double size = magnitude(x);
  const exponential::Reduction e = exponential::reduce(size > 22.0 ? 44.0 : 2.0 * size);
  const double start = exponential::expm1_start(e.biased_k);
  const double sum = exponential::join(start, e.r, exponential::expm1_tail(e.r.high));
  const double t = exponential::scale(sum, e.biased_k);
  // With t = e^2|x| - 1 the value is t / (t + 2), which is |x| + (t - 2|x| - |x| t) / (t + 2) and
  // 1 - 2 / (t + 2): of the two, the one with the smaller quotient and so the smaller error.
  const bool large = t > 4.0;
  const double numerator = large ? -2.0 : (t - 2.0 * size) - size * t;
  return with_sign_of(x, (large ? 1.0 : size) + numerator / (t + 2.0));
}

/// 1 / (1 + e^-x), 2.5 ulp, down to the subnormals.
inline double sigmoid(double x) {
  const double e = exp(-magnitude(x));
  return (x < 0.0 ? e : 1.0) / (1.0 + e);
}

/// Sine and cosine of x radians, 1 ulp, over all doubles.
double sin(double x);
double cos(double x);

/// Error function, 2 ulp.
double erf(double x);

/// x to the power y, 2 ulp; exact where the result is a double.
double pow(double x, double y);

}  // namespace fall_line::special
