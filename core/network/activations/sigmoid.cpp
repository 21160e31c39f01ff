// SPDX-License-Identifier: MIT
#include "network/activation.hpp"
#include "numeric/lane_functions.hpp"

namespace fall_line {
namespace {

/// f(z) = 1 / (1 + e^-z), f' = a (1 - a), f'' = f' (1 - 2a)
struct Function {
  static Lanes value(Lanes z) { return lane::sigmoid(z); }
  static Lanes derivative(Lanes, Lanes a) { return a * (Real{1} - a); }
  static Real second_derivative(Real, Real a) { return a * (1 - a) * (1 - 2 * a); }
};

}  // namespace

namespace activation_entries {

extern constinit const ActivationEntry sigmoid =
    activation_entry<Function>({.id = "sigmoid", .idle = {0.05 * 0.25, 0.95}});

extern constinit const Docs sigmoid_docs = {
    .name = "sigmoid",
    .summary =
        "A smooth step from 0 to 1. Its slope is at most a quarter, so gradients shrink "
        "from layer to layer.",
    .code = {.pytorch = "torch.nn.Sigmoid()", .keras = "\"sigmoid\""},
};

}  // namespace activation_entries
}  // namespace fall_line
