// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "data/generators/class_data.hpp"

namespace fall_line {

/// A line of the pen through its points: bent into a curve, or straight from point to point.
struct Stroke {
  bool curved;
  std::span<const Point> points;
};

/// The strokes of a digit in a unit box, x to the right, y down.
std::span<const Stroke> strokes_of(int digit);

}  // namespace fall_line
