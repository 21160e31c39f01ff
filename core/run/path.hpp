// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "run/curve.hpp"

namespace fall_line {

/// Where a run on a surface was after a step: the point that the curve goes by.
struct Waypoint {
  std::uint64_t step;
  double x, y;
};

template <>
inline constexpr auto fields<Waypoint> =
    std::tuple{Field{"step", &Waypoint::step}, Field{"x", &Waypoint::x}, Field{"y", &Waypoint::y}};
static_assert(complete<Waypoint>());

using Path = std::vector<Waypoint>;

/// Which steps a path keeps: every early step, then those that the curve records. Skipping steps
/// would turn a zigzag into a smooth line.
constexpr bool is_waypoint(std::uint64_t step) { return step <= 5000 || is_recorded(step); }

}  // namespace fall_line
