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

constinit const DatasetEntry dataset_entries::plane = dataset_entry<Plane, rows>({
    .id = "plane",
    .name = "Plane",
    .summary = "A tilted plane: a network without hidden layers fits it exactly.",
    .task = Task::regression,
});

}  // namespace fall_line
