// SPDX-License-Identifier: MIT
#include "network/activation.hpp"
#include "numeric/lane_functions.hpp"

namespace fall_line {
namespace {

/// f(z) = tanh z, f' = 1 - a², f'' = -2a f'
struct Function {
  static Lanes value(Lanes z) { return lane::tanh(z); }
  static Lanes derivative(Lanes, Lanes a) { return Real{1} - a * a; }
  static Real second_derivative(Real, Real a) { return -2 * a * (1 - a * a); }
};

}  // namespace

namespace activation_entries {

extern constinit const ActivationEntry tanh =
    activation_entry<Function>({.id = "tanh", .idle = {0.05, 0.95}});

extern constinit const Docs tanh_docs = {
    .name = "tanh",
    .summary =
        "A smooth step from -1 to 1, centered on 0. Far from 0 it is flat and gradients vanish.",
    .code = {.pytorch = "torch.nn.Tanh()", .keras = "\"tanh\""},
};

}  // namespace activation_entries
}  // namespace fall_line
