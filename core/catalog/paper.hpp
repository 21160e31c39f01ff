// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace fall_line {

/// Where a component was published.
struct Paper {
  std::string_view title, authors;
  int year;
  std::string_view url;
};

}  // namespace fall_line
