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
    return class_samples(*this, class_count(), stream, [&](int k, int, int) {
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

constexpr auto rows =
    class_data_rows<Checkerboard>() +
    std::array{row<Checkerboard>(&Checkerboard::fields,
                                 {.id = "fields",
                                  .name = "Fields per side",
                                  .domain = within(2, 12),
                                  .slider = linear(2, 8),
                                  .doc = "The number of fields along each side of the board. More "
                                         "fields give the boundary more corners."})};

}  // namespace

namespace dataset_entries {

extern constinit const DatasetEntry checkerboard =
    dataset_entry<Checkerboard, rows>({.id = "checkerboard"});

extern constinit const DatasetDocs checkerboard_docs = {
    .name = "Checkerboard",
    .summary = "Square fields of two alternating classes, like a chessboard.",
    .guide = {.idea = "Neighboring fields always belong to different classes, so the boundary has "
                      "many corners. Drawing them all takes thousands of steps.",
              .use = "Compare what width and time can do. Race two layers of 8 units and two of 32 "
                     "for 2,000 and for 8,000 steps.",
              .pitfalls =
                  "After 2,000 steps, 32 units per layer were no better than 8. After "
                  "8,000 they had about 84% and 80% accuracy, and fewer fields are easier."},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace dataset_entries
}  // namespace fall_line
