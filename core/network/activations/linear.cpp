// SPDX-License-Identifier: MIT
#include "network/activation.hpp"

namespace fall_line {
namespace {

/// f(z) = z
struct Function {
  static Lanes value(Lanes z) { return z; }
  static Lanes derivative(Lanes, Lanes) { return splat(1); }
  static Real second_derivative(Real, Real) { return 0; }
};

}  // namespace

namespace activation_entries {

extern constinit const ActivationEntry linear = activation_entry<Function>({.id = "linear"});

extern constinit const Docs linear_docs = {
    .name = "linear",
    .summary =
        "Passes the input on unchanged, so the network stays linear with any number of layers.",
};

}  // namespace activation_entries
}  // namespace fall_line
