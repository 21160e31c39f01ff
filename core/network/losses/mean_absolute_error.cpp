// SPDX-License-Identifier: MIT
#include "network/losses/elementwise.hpp"

namespace fall_line {
namespace {

/// phi(r) = |r|; slope 0 at the kink
struct Function {
  static double value(double r) { return r < 0 ? -r : r; }
  static double slope(double r) { return r > 0 ? 1 : r < 0 ? -1 : 0; }
  static double curvature(double) { return 0; }
};

}  // namespace

namespace loss_entries {

extern constinit const LossEntry mean_absolute_error = {
    .id = "mean-absolute-error",
    .regression = true,
    .evaluate = elementwise_loss<Function>,
    .differentiate = differentiate_elementwise<Function>,
};

extern constinit const LossDocs mean_absolute_error_docs = {
    .name = "mean absolute error",
    .summary = "The absolute error, averaged. Outliers pull no harder than other samples.",
    .code =
        {.two_classes = "return F.l1_loss(outputs[:, 0], 2.0 * y - 1)",
         .classes = R"py(one_hot = F.one_hot(y, outputs.shape[1]).to(outputs.dtype)
return F.l1_loss(outputs, one_hot))py",
         .values = "return F.l1_loss(outputs, y)",
         .keras =
             {.two_classes =
                  R"py(return ops.sum(ops.abs(outputs - (2 * y - 1))) / outputs.shape[0])py",
              .columns =
                  R"py(return ops.sum(ops.abs(outputs - y)) / (outputs.shape[0] * outputs.shape[1]))py"}},
};

}  // namespace loss_entries
}  // namespace fall_line
