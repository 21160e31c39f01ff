// SPDX-License-Identifier: MIT
#include "data/generators/class_data.hpp"

namespace fall_line {
namespace {

/// Uniform over the fields of a board on [-1, 1] x [-1, 1]; the classes are its two colours.
struct Checkerboard : ClassData {
  int fields = 4;

  constexpr Checkerboard() { noise = 0.04; }

  Samples generate(Stream& stream) const {
    const auto side = static_cast<std::uint32_t>(fields);
    return class_samples(*this, 2, stream, [&](int k, int, int) {
      std::uint32_t column = 0, line = 0;
      do {
        column = stream.below(side);
        line = stream.below(side);
      } while ((column + line) % 2 != static_cast<std::uint32_t>(k));
      const double width = 2.0 / fields;
      return Point{-1 + width * (column + stream.uniform()),
                   -1 + width * (line + stream.uniform())};
    });
  }
};

constexpr auto rows = class_rows<Checkerboard>() +
                      std::array{row<Checkerboard>(
                          &Checkerboard::fields, {.id = "fields",
                                                  .name = "Fields",
                                                  .domain = within(2, 12),
                                                  .slider = linear(2, 8),
                                                  .doc = "Fields along each side of the board."})};

}  // namespace

constinit const DatasetEntry dataset_entries::checkerboard = dataset_entry<Checkerboard, rows>({
    .id = "checkerboard",
    .name = "Checkerboard",
    .summary = "Alternating fields: many corners, so the network needs many units.",
});

}  // namespace fall_line
