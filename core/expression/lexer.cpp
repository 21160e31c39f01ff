// SPDX-License-Identifier: MIT
#include "expression/lexer.hpp"

#include <algorithm>
#include <limits>

#include "expression/tables.hpp"
#include "expression/texts.hpp"

namespace fall_line::expression {
namespace {

/// The bytes of the UTF-8 character that begins here.
std::size_t bytes_of(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const std::size_t length = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  return std::min(length, text.size());
}

double power_of_ten(int exponent) {
  double power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;  // Exact up to 10^22.
  return power;
}

}  // namespace

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Token Lexer::taken(Kind kind, std::size_t bytes) {
  Token token{.kind = kind, .text = rest_.substr(0, bytes), .column = column_};
  rest_.remove_prefix(bytes);
  // Bytes that continue a character are not counted.
  for (const char c : token.text)
    if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) ++column_;
  return token;
}

Token Lexer::failed(std::string what) {
  if (!fault_) fault_ = {column_, std::move(what)};
  rest_ = {};
  return {.column = column_};
}

/// Digits with a point and an exponent. The value is correctly rounded with up to 15 digits and an
/// exponent of at most 22, and otherwise the same bits everywhere.
Token Lexer::number() {
  constexpr int most_exponent = 400;
  std::size_t i = 0;
  std::uint64_t digits = 0;
  int exponent = 0;
  const auto read = [&](int each) {
    for (; i < rest_.size() && is_digit(rest_[i]); ++i) {
      if (digits < 100'000'000'000'000'000) {
        digits = 10 * digits + static_cast<std::uint64_t>(rest_[i] - '0');
        exponent += each;
      } else {
        exponent += each + 1;
      }
    }
  };
  read(0);
  if (i < rest_.size() && rest_[i] == '.') {
    ++i;
    read(-1);
  }
  // Without digits after it, an e is the constant: 2e is 2 times e.
  std::size_t end = i;
  if (i < rest_.size() && (rest_[i] == 'e' || rest_[i] == 'E')) {
    ++i;
    const bool negative = i < rest_.size() && rest_[i] == '-';
    if (i < rest_.size() && (rest_[i] == '-' || rest_[i] == '+')) ++i;
    int given = 0;
    for (; i < rest_.size() && is_digit(rest_[i]); end = ++i)
      given = std::min(10 * given + (rest_[i] - '0'), most_exponent);
    if (end == i) exponent += negative ? -given : given;
  }
  exponent = std::clamp(exponent, -most_exponent, most_exponent);
  const auto whole = static_cast<double>(digits);
  const double value = digits == 0    ? 0
                       : exponent < 0 ? whole / power_of_ten(-exponent)
                                      : whole * power_of_ten(exponent);
  if (!(value < std::numeric_limits<double>::infinity()))
    return failed(std::string(tables.too_large));
  Token token = taken(Kind::number, end);
  token.number = value;
  return token;
}

Token Lexer::next() {
  bool spaced = false;
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!rest_.empty() && is_blank(rest_[0])) {
    rest_.remove_prefix(1);
    ++column_;
    spaced = true;
  }
  if (rest_.empty()) return {.column = column_};
  const char first = rest_[0];
  const bool point = first == '.' && rest_.size() > 1 && is_digit(rest_[1]);
  Token token;
  if (is_digit(first) || point) {
    token = number();
  } else if (is_letter(first)) {
    std::size_t length = 1;
    const auto goes_on = [](char c) { return is_letter(c) || is_digit(c) || c == '_'; };
    while (length < rest_.size() && goes_on(rest_[length])) ++length;
    token = taken(Kind::name, length);
  } else {
    const auto* sign =
        std::find_if(std::begin(tables.signs), std::end(tables.signs),
                     [&](const Tables::Sign& one) { return rest_.starts_with(one.text); });
    if (sign == std::end(tables.signs)) {
      const std::string_view character = rest_.substr(0, bytes_of(rest_));
      return failed(said(tables.bad_character, character));
    }
    token = taken(sign->kind, std::string_view(sign->text).size());
  }
  token.spaced = spaced;
  return token;
}

}  // namespace fall_line::expression
