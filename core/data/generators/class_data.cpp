// SPDX-License-Identifier: MIT
#include "data/generators/class_data.hpp"

#include <algorithm>

namespace fall_line {

std::vector<int> class_sizes(int samples, int classes, double imbalance) {
  const auto count = static_cast<std::size_t>(classes);
  std::vector<double> share(count, 1.0);
  double total = 1;
  for (std::size_t k = 1; k < count; ++k) total += share[k] = share[k - 1] * (1 - imbalance);
  std::vector<int> sizes(count);
  int left = samples;
  for (std::size_t k = 0; k < count; ++k) {
    share[k] *= samples / total;
    sizes[k] = static_cast<int>(share[k]);
    share[k] -= sizes[k];
    left -= sizes[k];
  }
  for (; left > 0; --left) {
    const auto largest = std::max_element(share.begin(), share.end());
    ++sizes[static_cast<std::size_t>(largest - share.begin())];
    *largest = -1;
  }
  for (int& size : sizes) {
    // Take the sample from the last of the largest classes, so that sizes never rise.
    const auto largest = std::max_element(sizes.rbegin(), sizes.rend());
    if (size == 0 && *largest > 1) {
      --*largest;
      size = 1;
    }
  }
  return sizes;
}

}  // namespace fall_line
