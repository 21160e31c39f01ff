// SPDX-License-Identifier: MIT
#include "network/activation.hpp"

namespace fall_line {
namespace {

/// f(z) = max(z, 0), written so that a NaN stays one
struct Function {
  static Lanes value(Lanes z) { return from_bits(to_bits(z) & ~(z <= Real{0})); }
  static Lanes derivative(Lanes z, Lanes) { return select(z > Real{0}, Real{1}, Real{0}); }
  static Real second_derivative(Real, Real) { return 0; }
};

}  // namespace

namespace activation_entries {

extern constinit const ActivationEntry relu =
    activation_entry<Function>({.id = "relu", .idle = {0, 1}});

extern constinit const Docs relu_docs = {
    .name = "ReLU",
    .summary =
        "Zero below 0 and the input itself above. Cheap to compute, but a unit that stays "
        "below 0 stops learning.",
    .code = {.pytorch = "torch.nn.ReLU()", .keras = "\"relu\""},
};

}  // namespace activation_entries
}  // namespace fall_line
