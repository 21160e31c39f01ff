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

extern constinit const Docs mean_absolute_error_docs = {
    .name = "mean absolute error",
    .summary = "The absolute error, averaged. Outliers pull no harder than other samples.",
};

}  // namespace loss_entries
}  // namespace fall_line
