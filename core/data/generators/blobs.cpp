// SPDX-License-Identifier: MIT
#include "data/generators/class_data.hpp"

namespace fall_line {
namespace {

/// Gaussian clouds, their centres evenly spaced on a circle of radius 0.65.
struct Blobs : ClassData {
  int classes = 3;

  static constexpr int Blobs::*classes_field = &Blobs::classes;

  Samples generate(Stream& stream) const {
    return class_samples(*this, classes, stream, [&](int k, int, int) {
      const double angle = 2 * pi * k / classes + pi / 2;
      return Point{0.65 * special::cos(angle), 0.65 * special::sin(angle)};
    });
  }
};

constexpr auto rows =
    class_data_rows<Blobs>() +
    std::array{
        row<Blobs>(&Blobs::classes, {.id = "classes",
                                     .name = "Classes",
                                     .symbol = "K",
                                     .domain = within(2, 6),
                                     .slider = linear(2, 6),
                                     .doc = "The number of clouds, one class each. With more "
                                            "classes, the clouds stand closer together."})};

}  // namespace

namespace dataset_entries {

extern constinit const DatasetEntry blobs = dataset_entry<Blobs, rows>({.id = "blobs"});

extern constinit const DatasetDocs blobs_docs = {
    .name = "Gaussian blobs",
    .summary = "Round clouds of points around a circle, one class each.",
    .guide = {.idea = "Clouds that stand apart can be separated by straight lines, so even a "
                      "network without hidden layers succeeds. More noise makes the clouds wider "
                      "until they overlap.",
              .use = "Check first that an optimizer works at all. Then raise the noise and compare "
                     "the training loss with the test loss.",
              .pitfalls =
                  "Once every point is classified correctly, the loss keeps falling mostly because "
                  "the weights grow. Compare how soon a loss is reached, or raise the noise."},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace dataset_entries
}  // namespace fall_line
