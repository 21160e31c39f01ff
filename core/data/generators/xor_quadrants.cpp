// SPDX-License-Identifier: MIT
#include "data/generators/class_data.hpp"

namespace fall_line {
namespace {

/// Uniform over the square; class 1 where the signs of x and y differ.
struct Xor : ClassData {
  Samples generate(Stream& stream) const {
    return class_samples(*this, 2, stream, [&](int k, int, int) {
      const double x = stream.uniform(-1, 1), height = stream.uniform();
      return Point{x, (x < 0) == (k == 1) ? height : -height};
    });
  }
};

constexpr std::array rows = class_rows<Xor>();

}  // namespace

constinit const DatasetEntry dataset_entries::xor_quadrants = dataset_entry<Xor, rows>({
    .id = "xor",
    .name = "XOR",
    .summary = "Opposite quadrants share a class: the smallest problem a single layer can't solve.",
});

}  // namespace fall_line
