// SPDX-License-Identifier: MIT
#include "catalog/text.hpp"

namespace fall_line {

std::string quoted(std::string_view s) {
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  std::string json = "\"";
  for (const char c : s) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (code < 0x20) {
      json += "\\u00";
      json += hexadecimal[code / 16];
      json += hexadecimal[code % 16];
    } else {
      json += c;
    }
  }
  return json + '"';
}

}  // namespace fall_line
