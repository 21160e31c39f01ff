// SPDX-License-Identifier: MIT
#include "data/generators/class_data.hpp"

namespace fall_line {
namespace {

/// Arms of an Archimedean spiral, radius growing evenly from 0.1 to 1 along `turns` of a turn.
/// Points are spread evenly along the angle, so that no seed leaves a hole in an arm.
struct Spiral : ClassData {
  int arms = 2;
  double turns = 1.0;

  constexpr Spiral() { noise = 0.08; }

  Samples generate(Stream& stream) const {
    return class_samples(*this, arms, stream, [&](int k, int i, int n) {
      const double along = (i + stream.uniform()) / n;
      const double angle = 2 * pi * (turns * along + static_cast<double>(k) / arms);
      const double radius = 0.1 + 0.9 * along;
      return Point{radius * special::cos(angle), radius * special::sin(angle)};
    });
  }
};

constexpr auto rows =
    class_rows<Spiral>() +
    std::array{row<Spiral>(&Spiral::arms, {.id = "arms",
                                           .name = "Arms",
                                           .symbol = "K",
                                           .domain = within(2, 5),
                                           .slider = linear(2, 5),
                                           .doc = "How many arms, one class each."}),
               row<Spiral>(&Spiral::turns, {.id = "turns",
                                            .name = "Turns",
                                            .domain = above(0),
                                            .slider = linear(0.25, 2),
                                            .doc = "How often each arm winds around the centre; "
                                                   "more turns are harder."})};

}  // namespace

constinit const DatasetEntry dataset_entries::spiral = dataset_entry<Spiral, rows>({
    .id = "spiral",
    .name = "Spiral",
    .summary = "Arms wound around each other: the classic test that plain descent finds slow.",
});

}  // namespace fall_line
