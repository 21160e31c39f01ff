// SPDX-License-Identifier: MIT
#include "network/activation.hpp"
#include "numeric/special.hpp"

namespace fall_line {
namespace {

/// f(z) = z Φ(z), f' = Φ(z) + z φ(z), f'' = (2 - z²) φ(z), with the normal distribution Φ and its
/// density φ (Hendrycks & Gimpel 2016, 1606.08415)
struct Function {
  static double cdf(double z) { return 0.5 * (1 + special::erf(z * 0.7071067811865476)); }
  static double density(double z) { return 0.3989422804014327 * special::exp(-0.5 * z * z); }
  static Lanes value(Lanes z) {
    return each(z, [](double x) { return x * cdf(x); });
  }
  static Lanes derivative(Lanes z, Lanes) {
    return each(z, [](double x) { return cdf(x) + x * density(x); });
  }
  static Real second_derivative(Real z, Real) {
    const double x = z;
    return static_cast<Real>((2 - x * x) * density(x));
  }
};

}  // namespace

namespace activation_entries {

extern constinit const ActivationEntry gelu =
    activation_entry<Function>({.id = "gelu", .idle = dies});

extern constinit const Docs gelu_docs = {
    .name = "GELU",
    .summary = "A smooth ReLU: the input times the probability that a normal variable is smaller.",
    .code = {.pytorch = "torch.nn.GELU()", .keras = "\"gelu\""},
};

}  // namespace activation_entries
}  // namespace fall_line
