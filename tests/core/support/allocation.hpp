// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace fall_line {

/// Bytes allocated by operator new in all tests. allocation.cpp replaces that operator.
struct Allocation {
  static std::size_t now;    ///< Bytes in use.
  static std::size_t peak;   ///< The most bytes in use since the last reset.
  static std::size_t count;  ///< Blocks allocated so far.

  static void reset_peak() { peak = now; }
};

}  // namespace fall_line
