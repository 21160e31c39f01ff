// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include "expression/source.hpp"

namespace fall_line::expression {

/// A sign of one character is its own kind. Signs that only Unicode has are read as their ASCII
/// spelling.
enum class Kind : char {
  end = 0,
  separator = ';',  ///< Also a new line.
  number = '0',
  name = 'a',
  open = '(',
  close = ')',
  comma = ',',
  assign = '=',
  plus = '+',
  minus = '-',
  times = '*',
  over = '/',
  power = '^',
  squared = '2',
  cubed = '3',
  less = '<',
  greater = '>',
  at_most = 'l',
  at_least = 'g',
  equal = 'e',
  unequal = 'u',
};

struct Token {
  Kind kind = Kind::end;
  std::string_view text = {};
  std::size_t column = 1;  ///< In characters, from 1.
  double number = 0;
  bool spaced = false;  ///< After a blank.
};

/// Cuts a source into tokens, one at a time.
class Lexer {
 public:
  explicit Lexer(std::string_view source) : rest_(source) {}

  /// The next token. After the last one, or a fault, there are only ends.
  Token next();
  const Fault& fault() const { return fault_; }

 private:
  Token number();
  Token taken(Kind kind, std::size_t bytes);
  Token failed(std::string what);

  std::string_view rest_;
  std::size_t column_ = 1;
  Fault fault_;
};

bool is_digit(char c);
bool is_letter(char c);

}  // namespace fall_line::expression
