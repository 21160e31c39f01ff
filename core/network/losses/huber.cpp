// SPDX-License-Identifier: MIT
#include "network/losses/elementwise.hpp"

namespace fall_line {
namespace {

/// phi(r) = r²/2 for |r| <= 1, |r| - 1/2 beyond (Huber 1964)
struct Function {
  static double value(double r) {
    const double size = r < 0 ? -r : r;
    return size <= 1 ? 0.5 * r * r : size - 0.5;
  }
  static double slope(double r) { return r > 1 ? 1 : r < -1 ? -1 : r; }
  static double curvature(double r) { return r > 1 || r < -1 ? 0 : 1; }
};

}  // namespace

namespace loss_entries {

extern constinit const LossEntry huber = {
    .id = "huber",
    .regression = true,
    .evaluate = elementwise_loss<Function>,
    .differentiate = differentiate_elementwise<Function>,
};

extern constinit const LossDocs huber_docs = {
    .name = "Huber",
    .summary =
        "Squared for errors up to 1 and linear beyond, so outliers count less than under "
        "squared error.",
    .code = {.two_classes = "return F.huber_loss(outputs[:, 0], 2.0 * y - 1)",
             .classes = R"py(one_hot = F.one_hot(y, outputs.shape[1]).to(outputs.dtype)
return F.huber_loss(outputs, one_hot))py",
             .values = "return F.huber_loss(outputs, y)",
             .keras = {.two_classes = R"py(error = ops.abs(outputs - (2 * y - 1))
near = ops.clip(error, 0, 1)
return ops.sum(near * (error - near / 2)) / outputs.shape[0])py",
                       .columns = R"py(error = ops.abs(outputs - y)
near = ops.clip(error, 0, 1)
return ops.sum(near * (error - near / 2)) / (outputs.shape[0] * outputs.shape[1]))py"}},
};

}  // namespace loss_entries
}  // namespace fall_line
