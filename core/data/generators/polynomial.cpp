// SPDX-License-Identifier: MIT
#include "data/generators/regression_data.hpp"

namespace fall_line {
namespace {

/// The Chebyshev polynomial of the degree: between -1 and 1, steep at the ends.
/// T_0 = 1, T_1 = u, T_{k+1} = 2u T_k - T_{k-1}
struct Polynomial : RegressionData {
  int degree = 3;

  Samples generate(Stream& stream) const {
    return regression_samples(*this, 1, stream, [&](std::span<const double> u) {
      double before = 1, value = u[0];
      for (int k = 1; k < degree; ++k) {
        const double next = 2 * u[0] * value - before;
        before = value;
        value = next;
      }
      return value;
    });
  }
};

constexpr auto rows =
    regression_rows<Polynomial>() +
    std::array{row<Polynomial>(
        &Polynomial::degree,
        {.id = "degree",
         .name = "Polynomial degree",
         .domain = within(1, 20),
         .slider = linear(1, 9),
         .doc = "The degree of the polynomial. Higher degrees give the curve more turns."})};

}  // namespace

namespace dataset_entries {

extern constinit const DatasetEntry polynomial = dataset_entry<Polynomial, rows>({
    .id = "polynomial",
    .task = Task::regression,
    .shape = 1,
});

extern constinit const DatasetDocs polynomial_docs = {
    .name = "Noisy polynomial",
    .summary = "A noisy curve of one input with a few turns.",
    .guide = {.idea = "The curve is simple, but with few samples a flexible network fits the noise "
                      "as well. This is overfitting, and here you can watch it.",
              .use = "Choose 30 samples, a noise of 0.4 and two layers of 32 units. Compare with "
                     "1,000 samples, or stop early at the lowest test loss.",
              .pitfalls =
                  "After 5,000 steps of Adam at 30 samples, the test loss was typically about 13 "
                  "times the training loss. With 1,000 samples, the two were nearly equal."},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace dataset_entries
}  // namespace fall_line
