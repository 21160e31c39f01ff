// SPDX-License-Identifier: MIT
#include "data/generators/regression_data.hpp"

namespace fall_line {
namespace {

/// A sum of Gaussian bumps of width 0.3 around a circle of radius 0.6, alternately up and down.
struct Bumps : RegressionData {
  int bumps = 6;

  Samples generate(Stream& stream) const {
    return regression_samples(*this, 2, stream, [&](std::span<const double> u) {
      double height = 0;
      for (int k = 0; k < bumps; ++k) {
        const double angle = 2 * pi * k / bumps;
        const double a = (u[0] - 0.6 * special::cos(angle)) / 0.3;
        const double b = (u[1] - 0.6 * special::sin(angle)) / 0.3;
        height += (k % 2 == 0 ? 1 : -1) * special::exp(-0.5 * (a * a + b * b));
      }
      return height;
    });
  }
};

constexpr auto rows =
    regression_rows<Bumps>() +
    std::array{
        row<Bumps>(&Bumps::bumps, {.id = "bumps",
                                   .name = "Bumps",
                                   .domain = within(1, 20),
                                   .slider = linear(1, 12),
                                   .doc = "The number of hills and hollows around the circle. With "
                                          "12 or more, neighbors overlap and nearly cancel."})};

}  // namespace

namespace dataset_entries {

extern constinit const DatasetEntry bumps = dataset_entry<Bumps, rows>({
    .id = "bumps",
    .task = Task::regression,
});

extern constinit const DatasetDocs bumps_docs = {
    .name = "Gaussian bumps",
    .summary = "A landscape of hills and hollows that alternate around a circle.",
    .guide =
        {.idea = "The surface bends in several places at once, so the hidden units have to share "
                 "the work. A plane explains almost none of it, since hills and hollows cancel.",
         .use = "Watch a curved surface take shape and compare optimizers on a regression with two "
                "inputs. The default network leaves a squared error near 0.03 after 2,000 steps.",
         .pitfalls = "With 12 bumps or more, neighbors overlap and cancel, and little but noise "
                     "remains. Choose 4 to 8."},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace dataset_entries
}  // namespace fall_line
