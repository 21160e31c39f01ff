// SPDX-License-Identifier: MIT
#include <array>
#include <cstdio>
#include <cstdlib>

#include "catalog/text.hpp"

namespace fall_line {

std::string text(double x) {
  if (x != x) return "NaN";
  if (x - x != 0) return x > 0 ? "Infinity" : "-Infinity";
  std::array<char, 32> buffer{};
  for (int digits = 1; digits <= 17; ++digits) {
    std::snprintf(buffer.data(), buffer.size(), "%.*g", digits, x);
    if (std::strtod(buffer.data(), nullptr) == x) break;
  }
  // 1e-08 reads worse than 1e-8,
  std::string shortest = buffer.data();
  if (const std::size_t e = shortest.find('e'); e != std::string::npos) {
    std::size_t digits = e + 2;
    while (shortest[digits] == '0') shortest.erase(digits, 1);
  }
  // and 5e+02 worse than 500.
  if (x > -1e15 && x < 1e15 && x == static_cast<double>(static_cast<long long>(x))) {
    std::snprintf(buffer.data(), buffer.size(), "%.0f", x);
    shortest = buffer.data();
  }
  return shortest;
}

}  // namespace fall_line
