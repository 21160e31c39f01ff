// SPDX-License-Identifier: MIT
#include "network/activations/entries.hpp"

namespace fall_line {
namespace {

/// f(z) = z
struct Function {
  static Real value(Real z) { return z; }
  static Real derivative(Real, Real) { return 1; }
  static Real second_derivative(Real, Real) { return 0; }
};

}  // namespace

constinit const ActivationEntry activation_entries::linear = activation_entry<Function>({
    .id = "linear",
    .name = "linear",
    .summary = "No bend at all: however many layers, the network stays a linear function.",
});

}  // namespace fall_line
