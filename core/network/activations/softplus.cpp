// SPDX-License-Identifier: MIT
#include "network/activation.hpp"
#include "numeric/lane_functions.hpp"
#include "numeric/special.hpp"

namespace fall_line {
namespace {

/// f(z) = log(1 + e^z), f' = s = sigmoid(z), f'' = s (1 - s)
struct Function {
  static Lanes value(Lanes z) { return lane::softplus(z); }
  static Lanes derivative(Lanes z, Lanes) { return lane::sigmoid(z); }
  static Real second_derivative(Real z, Real) {
    const double s = special::sigmoid(z);
    return static_cast<Real>(s * (1 - s));
  }
};

}  // namespace

namespace activation_entries {

extern constinit const ActivationEntry softplus =
    activation_entry<Function>({.id = "softplus", .idle = dies});

extern constinit const Docs softplus_docs = {
    .name = "softplus",
    .summary = "A rounded ReLU, smooth everywhere.",
    .code = {.pytorch = "torch.nn.Softplus()", .keras = "\"softplus\""},
};

}  // namespace activation_entries
}  // namespace fall_line
