// SPDX-License-Identifier: MIT
#pragma once

namespace fall_line {

/// The extents of one sample: an image of channels × height × width numbers, one channel after
/// another, each row by row from the top. A plain vector is an image of one row.
struct SampleShape {
  int channels = 1, height = 1, width = 0;

  constexpr SampleShape() = default;
  constexpr SampleShape(int length) : width(length) {}  // A number of inputs is a plain vector.
  constexpr SampleShape(int all_channels, int rows, int columns)
      : channels(all_channels), height(rows), width(columns) {}

  constexpr int size() const { return channels * height * width; }
  bool operator==(const SampleShape&) const = default;
};

}  // namespace fall_line
