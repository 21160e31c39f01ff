// SPDX-License-Identifier: MIT
#include "network/activations/entries.hpp"
#include "numeric/lane_functions.hpp"
#include "numeric/special.hpp"

namespace fall_line {
namespace {

/// f(z) = z (1 + tanh u) / 2 with u = √(2/π) (z + 0.044715 z³)
struct Function {
  static constexpr double root = 0.7978845608028654, cubic = 0.044715;
  static double t(double z) { return special::tanh(root * (z + cubic * z * z * z)); }
  static constexpr Real a = root, b = root * cubic, half = 0.5, one = 1;
  /// Beyond it tanh u is ±1 to the last bit, and z³ may leave the numbers.
  static Lanes bounded(Lanes z) {
    return lane::with_sign_of(z, lane::at_most(12, lane::magnitude(z)));
  }
  static Lanes value(Lanes z) {
    const Lanes x = bounded(z);
    return half * z * (one + lane::tanh(x * (a + b * (x * x))));
  }
  static Lanes derivative(Lanes z, Lanes) {
    const Lanes x = bounded(z), square = x * x, tanh_u = lane::tanh(x * (a + b * square));
    const Lanes slope = a + 3 * b * square;
    return half * (one + tanh_u) + half * x * (one - tanh_u * tanh_u) * slope;
  }
  static Real second_derivative(Real z, Real) {
    const double x = z, tanh_u = t(x), tanh_slope = 1 - tanh_u * tanh_u;
    const double u1 = root * (1 + 3 * cubic * x * x), u2 = root * 6 * cubic * x;
    return static_cast<Real>(tanh_slope * (u1 + 0.5 * x * (u2 - 2 * tanh_u * (u1 * u1))));
  }
};

}  // namespace

constinit const ActivationEntry activation_entries::gelu_tanh = activation_entry<Function>({
    .id = "gelu-tanh",
    .name = "GELU (tanh form)",
    .summary = "GELU with its distribution approximated through tanh.",
});

}  // namespace fall_line
