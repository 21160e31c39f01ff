// SPDX-License-Identifier: MIT
#include "network/activation.hpp"

namespace fall_line {
namespace {

/// f(z) = z above 0, 0.01 z below
struct Function {
  static constexpr Real slope = static_cast<Real>(0.01);
  static Lanes value(Lanes z) { return select(z > Real{0}, z, slope * z); }
  static Lanes derivative(Lanes z, Lanes) { return select(z > Real{0}, Real{1}, slope); }
  static Real second_derivative(Real, Real) { return 0; }
};

}  // namespace

namespace activation_entries {

extern constinit const ActivationEntry leaky_relu =
    activation_entry<Function>({.id = "leaky-relu"});

extern constinit const Docs leaky_relu_docs = {
    .name = "leaky ReLU",
    .summary = "ReLU with a slope of 0.01 below 0, which keeps units from dying.",
    .code = {.pytorch = "torch.nn.LeakyReLU(0.01)",
             .keras = "lambda x: keras.activations.leaky_relu(x, negative_slope=0.01)"},
};

}  // namespace activation_entries
}  // namespace fall_line
