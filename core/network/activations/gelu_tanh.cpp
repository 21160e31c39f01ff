// SPDX-License-Identifier: MIT
#include "network/activation.hpp"
#include "numeric/lane_functions.hpp"
#include "numeric/special.hpp"

namespace fall_line {
namespace {

/// f(z) = z (1 + tanh u) / 2 with u = √(2/π) (z + 0.044715 z³), which is z σ(2u)
struct Function {
  static constexpr double root = 0.7978845608028654, cubic = 0.044715;
  static double t(double z) { return special::tanh(root * (z + cubic * z * z * z)); }
  static constexpr Real a = 2 * root, b = 2 * root * cubic, one = 1;
  /// Clamps z to ±12. Beyond that, σ(2u) is 0 or 1 to the last bit and z³ could overflow.
  static Lanes bounded(Lanes z) {
    return lane::with_sign_of(z, lane::at_most(12, lane::magnitude(z)));
  }
  static Lanes value(Lanes z) {
    const Lanes x = bounded(z);
    return z * lane::sigmoid(x * (a + b * (x * x)));
  }
  /// σ(v) + z σ'(v) v', v = 2u, where σ'(v) = e / (1 + e)² with e = e^-|v|
  static Lanes derivative(Lanes z, Lanes) {
    const Lanes x = bounded(z), square = x * x, v = x * (a + b * square);
    const Lanes e = lane::exp_minus(lane::magnitude(v)), sum = one + e;
    return lane::sigmoid(v, e) + x * (e / (sum * sum)) * (a + 3 * b * square);
  }
  static Real second_derivative(Real z, Real) {
    const double x = z, tanh_u = t(x), tanh_slope = 1 - tanh_u * tanh_u;
    const double u1 = root * (1 + 3 * cubic * x * x), u2 = root * 6 * cubic * x;
    return static_cast<Real>(tanh_slope * (u1 + 0.5 * x * (u2 - 2 * tanh_u * (u1 * u1))));
  }
};

}  // namespace

namespace activation_entries {

extern constinit const ActivationEntry gelu_tanh =
    activation_entry<Function>({.id = "gelu-tanh", .idle = dies});

extern constinit const Docs gelu_tanh_docs = {
    .name = "GELU (tanh form)",
    .summary =
        "GELU with the normal distribution approximated by tanh, as many libraries compute it.",
    .code = {.pytorch = "torch.nn.GELU(approximate=\"tanh\")",
             .keras = "lambda x: keras.activations.gelu(x, approximate=True)"},
};

}  // namespace activation_entries
}  // namespace fall_line
