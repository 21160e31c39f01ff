// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fall_line::expression {

enum class Type { number, condition };

/// What is wrong with a source, and where.
struct Fault {
  std::size_t column = 0;  ///< The character of the source that it is about, counted from 1.
  std::string what = {};   ///< "expected a number, a name or "(", but found the end"
  explicit operator bool() const { return !what.empty(); }
};

/// In bytes.
inline constexpr std::size_t longest_source = 500;
/// How deep parentheses, signs, powers and calls may be nested.
inline constexpr int deepest = 50;

/// The kind of value that a source must have, if only one will do.
enum class Wanted { any, number, condition };

struct Compiled {
  Fault fault = {};  ///< If there is one, the rest is empty.
  Type type = Type::number;
  std::vector<double> numbers = {};  ///< The Program.
};

/// Compiles a source. Its variables are the inputs of the program, in this order.
Compiled compile(std::string_view source, std::span<const std::string_view> variables,
                 Wanted wanted = Wanted::any);

}  // namespace fall_line::expression
