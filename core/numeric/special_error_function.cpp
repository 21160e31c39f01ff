// SPDX-License-Identifier: MIT
#include <array>

#include "numeric/bits.hpp"
#include "numeric/error_free.hpp"
#include "numeric/exponential.hpp"
#include "numeric/polynomial.hpp"
#include "numeric/special.hpp"

namespace fall_line::special {

double erf(double x) {
  // One formula for the whole line: erf x = 1 - e^-q with q = -log(1 - erf x), which is smooth and
  // grows like x^2. Where erf is nearly 1 an error in q hardly counts, so that one polynomial
  // reaches to 6. Minimax for q / x - 1 on [0, 6], relative to erf: 2^-60.3.
  constexpr std::array coefficients{
      0x1.06eba8214db69p-3,   0x1.45f306dc9c885p-1,   0x1.a4f4e2a1b466bp-4,
      -0x1.39668594d53f4p-6,  -0x1.b6b684fa8c758p-13, 0x1.bca674632c686p-10,
      -0x1.3564fb2afd555p-11, 0x1.b2017d1f986f2p-16,  0x1.0e9eae950d454p-14,
      -0x1.f3c43efd5a812p-16, 0x1.d82c1fdbe5500p-19,  0x1.68705fe66f608p-19,
      -0x1.a843c1becc4abp-20, 0x1.a7927f09cdbfbp-23,  0x1.f7080a178112cp-23,
      -0x1.a639107edc6a1p-23, 0x1.8634c637591e6p-24,  -0x1.03eff44a2c06dp-25,
      0x1.0ac393b15a37cp-27,  -0x1.adaa772b9c92bp-30, 0x1.0edd33d8cc267p-32,
      -0x1.06bc0a659d6b9p-35, 0x1.7b1bacade841cp-39,  -0x1.7f56280a02189p-43,
      0x1.e4ae9e50d2d96p-48,  -0x1.2034bb96a6917p-53};
  const double size = magnitude(x);
  const double a = size > 6.0 ? 6.0 : size;
  const DoubleDouble q = fast_two_sum(a, a * polynomial(a, coefficients));

  exponential::Reduction e = exponential::reduce(-q.high);
  e.r.low -= q.low;
  const double start = exponential::expm1_start(e.biased_k);
  const double sum = exponential::join(start, e.r, exponential::expm1_tail(e.r.high));
  return with_sign_of(x, exponential::scale(sum, e.biased_k));
}

}  // namespace fall_line::special
