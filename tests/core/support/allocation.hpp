// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace fall_line {

/// Bytes that operator new has given out, all tests over; allocation.cpp replaces it.
struct Allocation {
  static std::size_t now;    ///< In use.
  static std::size_t peak;   ///< Most in use since the last reset.
  static std::size_t count;  ///< Blocks given out so far.

  static void reset_peak() { peak = now; }
};

}  // namespace fall_line
