// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <vector>

namespace fall_line {

/// The upper median of at least one number, which it reorders.
inline double upper_median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace fall_line
