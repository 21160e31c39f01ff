// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "data/generators/class_data.hpp"

namespace fall_line {

/// One pen stroke through its points, either a smooth curve or straight segments.
struct Stroke {
  bool curved;
  std::span<const Point> points;
};

/// The strokes of a digit in a unit box, x to the right, y down.
std::span<const Stroke> strokes_of(int digit);

}  // namespace fall_line
