// SPDX-License-Identifier: MIT
#include "data/generators/class_data.hpp"

namespace fall_line {
namespace {

/// Class 0 on a ring of radius 0.85, class 1 on one of 0.4.
struct Circles : ClassData {
  Samples generate(Stream& stream) const {
    return class_samples(*this, 2, stream, [&](int k, int, int) {
      const double angle = stream.uniform(0, 2 * pi), radius = k == 0 ? 0.85 : 0.4;
      return Point{radius * special::cos(angle), radius * special::sin(angle)};
    });
  }
};

constexpr std::array rows = class_rows<Circles>();

}  // namespace

constinit const DatasetEntry dataset_entries::circles = dataset_entry<Circles, rows>({
    .id = "circles",
    .name = "Circles",
    .summary = "A ring around a ring: no straight line separates the classes.",
});

}  // namespace fall_line
