// SPDX-License-Identifier: MIT
#include "network/activations/entries.hpp"
#include "numeric/special.hpp"

namespace fall_line {
namespace {

/// f(z) = z (1 + tanh u) / 2 with u = √(2/π) (z + 0.044715 z³)
struct Function {
  static constexpr double root = 0.7978845608028654, cubic = 0.044715;
  static double t(double z) { return special::tanh(root * (z + cubic * z * z * z)); }
  static Real value(Real z) { return static_cast<Real>(0.5 * z * (1 + t(z))); }
  static Real derivative(Real z, Real) {
    const double x = z, tanh_u = t(x), slope = root * (1 + 3 * cubic * x * x);
    return static_cast<Real>(0.5 * (1 + tanh_u) + 0.5 * x * (1 - tanh_u * tanh_u) * slope);
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
