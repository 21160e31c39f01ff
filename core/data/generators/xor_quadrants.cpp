// SPDX-License-Identifier: MIT
#include "data/generators/class_data.hpp"

namespace fall_line {
namespace {

/// Uniform over the square; class 1 where the signs of x and y differ.
struct Xor : ClassData {
  Samples generate(Stream& stream) const {
    return class_samples(*this, class_count(), stream, [&](int k, int, int) {
      const double x = stream.uniform(-1, 1), height = stream.uniform();
      return Point{x, (x < 0) == (k == 1) ? height : -height};
    });
  }
};

constexpr std::array rows = class_data_rows<Xor>();

}  // namespace

namespace dataset_entries {

extern constinit const DatasetEntry xor_quadrants = dataset_entry<Xor, rows>({.id = "xor"});

extern constinit const DatasetDocs xor_quadrants_docs = {
    .name = "XOR",
    .summary = "Opposite quadrants of a square share a class, as in the exclusive-or function.",
    .guide = {.idea = "One input alone says nothing about the class, but the two together do. A "
                      "network without hidden layers stays near 50% accuracy.",
              .use = "See what a hidden layer adds: compare two, four and eight hidden units. Then "
                     "compare random initial weights with zeros, which never leave 50%.",
              .pitfalls = "Noise carries points across the axes into the wrong quadrant, and 2,000 "
                          "steps end near 91% accuracy. Without noise they end near 98%."},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace dataset_entries
}  // namespace fall_line
