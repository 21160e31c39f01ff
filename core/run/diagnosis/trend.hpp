// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "run/curve.hpp"

namespace fall_line {

/// The steps after `after` and up to `to`.
struct Stretch {
  std::uint64_t after, to;
};

/// The mean of a column over the records of a stretch. NaN if it has none.
double mean_of(const Curve& curve, double Record::*column, const Stretch& stretch);

/// Whether the mean training loss falls from each tenth of the steps to the next, and not in the
/// first ones alone.
bool falls_steadily(const Curve& curve);

}  // namespace fall_line
