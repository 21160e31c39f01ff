// SPDX-License-Identifier: MIT
#include "network/activations/entries.hpp"

namespace fall_line {
namespace {

/// f(z) = z
struct Function {
  static Lanes value(Lanes z) { return z; }
  static Lanes derivative(Lanes, Lanes) { return splat(1); }
  static Real second_derivative(Real, Real) { return 0; }
};

}  // namespace

constinit const ActivationEntry activation_entries::linear = activation_entry<Function>({
    .id = "linear",
    .name = "linear",
    .summary =
        "Passes the input on unchanged, so the network stays linear with any number of layers.",
});

}  // namespace fall_line
