// SPDX-License-Identifier: MIT
#include "data/generators/class_data.hpp"

namespace fall_line {
namespace {

/// Two half circles of radius 0.6, each reaching into the other's hollow.
struct Moons : ClassData {
  Samples generate(Stream& stream) const {
    return class_samples(*this, 2, stream, [&](int k, int, int) {
      const double angle = stream.uniform(0, pi), side = k == 0 ? 1 : -1;
      return Point{side * (0.6 * special::cos(angle) - 0.3),
                   side * (0.6 * special::sin(angle) - 0.15)};
    });
  }
};

constexpr std::array rows = class_rows<Moons>();

}  // namespace

constinit const DatasetEntry dataset_entries::moons = dataset_entry<Moons, rows>({
    .id = "moons",
    .name = "Moons",
    .summary = "Two interlocking half moons: a gently curved boundary.",
});

}  // namespace fall_line
