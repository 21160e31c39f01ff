// SPDX-License-Identifier: MIT
#pragma once

namespace fall_line {

/// An upper estimate of what something takes, told before anything is allocated.
struct MemoryNeed {
  double held;  ///< As long as the run lives.
  double
      passing;  ///< Beside it while the run is made, asked, or saved; gone when the call returns.

  double total() const { return held + passing; }
  MemoryNeed operator+(const MemoryNeed& other) const {
    return {held + other.held, passing + other.passing};
  }
  bool operator==(const MemoryNeed&) const = default;
};

}  // namespace fall_line
