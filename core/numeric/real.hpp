// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace fall_line {

#ifndef FALL_LINE_REAL
#define FALL_LINE_REAL float
#endif

/// The engine's number type, a compile-time choice: the same sources build a float and a double
/// engine.
using Real = FALL_LINE_REAL;
using Vector = std::vector<Real>;

}  // namespace fall_line
