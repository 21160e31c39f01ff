// SPDX-License-Identifier: MIT
#include "data/cells.hpp"

#include <algorithm>

namespace fall_line {
namespace {

constexpr int divisions = 8;
constexpr int most_divided_inputs = 2;

struct Range {
  double min, max;
};

Range range_of(const Samples& samples, const std::vector<std::uint32_t>& listed, std::size_t j) {
  Range range{samples.at(listed[0], j), samples.at(listed[0], j)};
  for (const std::uint32_t i : listed) {
    const double x = samples.at(i, j);
    range = {std::min(range.min, x), std::max(range.max, x)};
  }
  return range;
}

/// Which division of the range x lies in; the upper end belongs to the last.
std::uint32_t division(double x, Range range) {
  if (!(range.min < range.max)) return 0;
  const auto at = static_cast<int>((x - range.min) / (range.max - range.min) * divisions);
  return static_cast<std::uint32_t>(std::min(at, divisions - 1));
}

}  // namespace

std::vector<std::uint32_t> class_cells(const Samples& samples,
                                       const std::vector<std::uint32_t>& listed) {
  std::vector<std::uint32_t> cells(listed.size(), 0);
  if (samples.task == Task::classification)
    for (std::size_t k = 0; k < listed.size(); ++k)
      cells[k] = static_cast<std::uint32_t>(samples.y[listed[k]]);
  if (samples.inputs() <= most_divided_inputs)
    for (std::size_t j = 0; j < static_cast<std::size_t>(samples.inputs()); ++j) {
      const Range range = range_of(samples, listed, j);
      for (std::size_t k = 0; k < listed.size(); ++k)
        cells[k] = cells[k] * divisions + division(samples.at(listed[k], j), range);
    }
  std::vector<std::uint32_t> seen;
  for (std::uint32_t& cell : cells) {
    const auto known = std::find(seen.begin(), seen.end(), cell);
    const auto number = static_cast<std::uint32_t>(known - seen.begin());
    if (known == seen.end()) seen.push_back(cell);
    cell = number;
  }
  return cells;
}

}  // namespace fall_line
