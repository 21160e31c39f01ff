// SPDX-License-Identifier: MIT
#pragma once

#include <numbers>

#include "numeric/special.hpp"

namespace fall_line {

/// The first half of a cosine wave, from 1 at x = 0 to 0 at x = 1.
inline double half_wave(double x) { return (1 + special::cos(std::numbers::pi * x)) / 2; }

}  // namespace fall_line
