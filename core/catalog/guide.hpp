// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace fall_line {

/// What a component says to a reader who is new to it, beside the one sentence of its summary.
/// Plain English without symbols; notes for implementers stand apart.
struct Guide {
  std::string_view idea;      ///< Why it works, in two sentences.
  std::string_view use;       ///< When to reach for it, or what it is good for seeing.
  std::string_view pitfalls;  ///< What goes wrong with it, and what helps.
};

}  // namespace fall_line
