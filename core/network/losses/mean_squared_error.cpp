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

namespace loss_entries {

extern constinit const LossEntry mean_squared_error = {
    .id = "mean-squared-error",
    .regression = true,
    .squares = true,
    .evaluate = elementwise_loss<Function>,
    .differentiate = differentiate_elementwise<Function>,
    .multiply_by_root = multiply_by_root_elementwise<Function>,
};

extern constinit const LossDocs mean_squared_error_docs = {
    .name = "mean squared error",
    .summary = "The squared error, averaged over samples and outputs. Large errors count most.",
    .code =
        {.two_classes = "return F.mse_loss(outputs[:, 0], 2.0 * y - 1)",
         .classes = R"py(one_hot = F.one_hot(y, outputs.shape[1]).to(outputs.dtype)
return F.mse_loss(outputs, one_hot))py",
         .values = "return F.mse_loss(outputs, y)",
         .keras =
             {.two_classes =
                  R"py(return ops.sum((outputs - (2 * y - 1)) ** 2) / outputs.shape[0])py",
              .columns =
                  R"py(return ops.sum((outputs - y) ** 2) / (outputs.shape[0] * outputs.shape[1]))py"}},
};

}  // namespace loss_entries
}  // namespace fall_line
