// SPDX-License-Identifier: MIT
#include "data/generators/class_data.hpp"

namespace fall_line {
namespace {

/// Two half circles of radius 0.6, each reaching into the other's hollow.
struct Moons : ClassData {
  Samples generate(Stream& stream) const {
    return class_samples(*this, class_count(), stream, [&](int k, int, int) {
      const double angle = stream.uniform(0, pi), side = k == 0 ? 1 : -1;
      return Point{side * (0.6 * special::cos(angle) - 0.3),
                   side * (0.6 * special::sin(angle) - 0.15)};
    });
  }
};

constexpr std::array rows = class_data_rows<Moons>();

}  // namespace

namespace dataset_entries {

extern constinit const DatasetEntry moons = dataset_entry<Moons, rows>({.id = "moons"});

extern constinit const DatasetDocs moons_docs = {
    .name = "Moons",
    .summary = "Two half circles that reach into each other, one class each.",
    .guide = {.idea = "One gently curved boundary separates the classes. A straight line already "
                      "gets about 87% right, so only the rest needs hidden layers.",
              .use =
                  "Compare two hidden units, which are rarely much better than a line, with two "
                  "layers of eight units. Raise the imbalance to see how a rare class is learned.",
              .pitfalls =
                  "High accuracy can hide a neglected class. At an imbalance of 0.9, always "
                  "choosing the larger class is right ten times in eleven, so watch the loss too."},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace dataset_entries
}  // namespace fall_line
