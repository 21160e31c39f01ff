// SPDX-License-Identifier: MIT
#include "data/generators/regression_data.hpp"

namespace fall_line {
namespace {

/// y = (u1 + u2) / 2
struct Plane : RegressionData {
  Samples generate(Stream& stream) const {
    return regression_samples(*this, 2, stream,
                              [](std::span<const double> u) { return 0.5 * (u[0] + u[1]); });
  }
};

constexpr std::array rows = regression_rows<Plane>();

}  // namespace

namespace dataset_entries {

extern constinit const DatasetEntry plane = dataset_entry<Plane, rows>({
    .id = "plane",
    .task = Task::regression,
});

extern constinit const DatasetDocs plane_docs = {
    .name = "Plane",
    .summary = "A tilted plane plus noise: the target rises evenly with both inputs.",
    .guide = {.idea =
                  "A network without hidden layers can represent the plane exactly. What remains "
                  "is the noise, which adds about 0.01 to the squared error by default.",
              .use = "Check that an optimizer gets down to the noise. Compare no hidden layers, "
                     "where the squared error is convex, with the default network.",
              .pitfalls =
                  "With ten samples, the default network memorized the noise and had about twice "
                  "the test loss of a linear model. Use more samples, or no hidden layers."},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace dataset_entries
}  // namespace fall_line
