// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

/// Fills in the texts of tables.hpp.
namespace fall_line::expression {

/// A text with its $ replaced by `what` in quotation marks.
inline std::string said(std::string_view text, std::string_view what) {
  std::string all;
  for (const char c : text)
    if (c == '$') {
      all += '"';
      all += what;
      all += '"';
    } else {
      all += c;
    }
  return all;
}

/// A text with its @ replaced, one after the other.
inline std::string with(std::string_view text, std::string_view first,
                        std::string_view second = "") {
  std::string all;
  for (const char c : text)
    if (c == '@') {
      all += first;
      first = second;
    } else {
      all += c;
    }
  return all;
}

}  // namespace fall_line::expression
