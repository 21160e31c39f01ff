// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "expression/program.hpp"

namespace fall_line::expression {

/// A function that sources can call.
struct Function {
  char name[8];
  Op op;
  std::uint8_t fewest = 1, most = 1;  ///< Arguments. Beyond two, it is applied pair by pair.
};

/// Null if there is none of this name.
const Function* function_of(std::string_view name);

/// What to add to a message about an unknown name: a similar name, or all that are known.
std::string hint(std::string_view unknown, std::span<const std::string_view> values);

struct Constant {
  char name[4];
  double value;
};

/// and, or, not: no names of values.
bool is_word(std::string_view name);

}  // namespace fall_line::expression
