// SPDX-License-Identifier: MIT
#include "network/losses/elementwise.hpp"

namespace fall_line {
namespace {

/// phi(r) = r²
struct Function {
  static double value(double r) { return r * r; }
  static double slope(double r) { return 2 * r; }
  static double curvature(double) { return 2; }
};

}  // namespace

constinit const LossEntry loss_entries::mean_squared_error = lean_entry<LossEntry>({
    .id = "mean-squared-error",
    .name = "mean squared error",
    .summary = "The squared error, averaged over samples and outputs. Large errors count most.",
    .regression = true,
    .squares = true,
    .evaluate = elementwise_loss<Function>,
    .differentiate = differentiate_elementwise<Function>,
    .multiply_by_root = multiply_by_root_elementwise<Function>,
});

}  // namespace fall_line
