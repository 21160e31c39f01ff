// SPDX-License-Identifier: MIT
#include "run/curve.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace fall_line {
namespace {

/// All columns but the three axes.
constexpr auto drawn =
    std::apply([](const auto&, const auto&, const auto&,
                  const auto&... columns) { return std::array{columns.member...}; },
               fields<Record>);
/// The first, the last, and of each column its extremes and what is not finite.
constexpr std::size_t always_kept = 2 + 3 * drawn.size();

/// Extremes and first non-finite of [first, last) of one column.
void keep_extremes(const Curve& curve, std::size_t first, std::size_t last, double Record::*column,
                   std::vector<std::size_t>& kept) {
  std::size_t lowest = last, highest = last, broken = last;
  for (std::size_t i = first; i < last; ++i) {
    const double y = curve[i].*column;
    if (!std::isfinite(y)) {
      broken = std::min(broken, i);
    } else {
      if (lowest == last || y < curve[lowest].*column) lowest = i;
      if (highest == last || y > curve[highest].*column) highest = i;
    }
  }
  for (const std::size_t i : {lowest, highest, broken})
    if (i != last) kept.push_back(i);
}

}  // namespace

std::vector<std::size_t> reduced(const Curve& curve, std::size_t from, std::size_t most) {
  std::vector<std::size_t> kept;
  const std::size_t first = std::min(from, curve.size()), count = curve.size() - first;
  if (count == 0) return kept;
  if (count <= most) {
    kept.resize(count);
    std::iota(kept.begin(), kept.end(), first);
    return kept;
  }
  kept = {first, curve.size() - 1};
  for (const auto column : drawn) keep_extremes(curve, first, curve.size(), column, kept);
  // A stretch keeps the two extremes of each of the two losses.
  const std::size_t stretches =
      std::max<std::size_t>(1, most > always_kept ? (most - always_kept) / 4 : 1);
  for (std::size_t s = 0; s < stretches; ++s)
    for (const auto column : {&Record::train_loss, &Record::test_loss})
      keep_extremes(curve, first + s * count / stretches, first + (s + 1) * count / stretches,
                    column, kept);
  std::sort(kept.begin(), kept.end());
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  return kept;
}

}  // namespace fall_line
