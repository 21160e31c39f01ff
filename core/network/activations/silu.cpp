// SPDX-License-Identifier: MIT
#include "network/activation.hpp"
#include "numeric/lane_functions.hpp"
#include "numeric/special.hpp"

namespace fall_line {
namespace {

/// f(z) = z sigmoid(z), f' = s + a (1 - s), f'' = s (1 - s) (2 + z (1 - 2s)) with s = sigmoid(z)
struct Function {
  static Lanes value(Lanes z) { return z * lane::sigmoid(z); }
  static Lanes derivative(Lanes z, Lanes a) {
    const Lanes s = lane::sigmoid(z);
    return s + a * (Real{1} - s);
  }
  static Real second_derivative(Real z, Real) {
    const double x = z, s = special::sigmoid(x);
    return static_cast<Real>(s * (1 - s) * (2 + x * (1 - 2 * s)));
  }
};

}  // namespace

namespace activation_entries {

extern constinit const ActivationEntry silu =
    activation_entry<Function>({.id = "silu", .idle = dies});

extern constinit const Docs silu_docs = {
    .name = "SiLU",
    .summary = "The input times its sigmoid, also called swish. Smooth, with a small dip below 0.",
    .code = {.pytorch = "torch.nn.SiLU()", .keras = "\"silu\""},
};

}  // namespace activation_entries
}  // namespace fall_line
