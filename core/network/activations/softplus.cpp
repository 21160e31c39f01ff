// SPDX-License-Identifier: MIT
#include "network/activations/entries.hpp"
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

constinit const ActivationEntry activation_entries::softplus = activation_entry<Function>({
    .id = "softplus",
    .name = "softplus",
    .summary = "A rounded ReLU, smooth everywhere.",
});

}  // namespace fall_line
