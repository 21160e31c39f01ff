// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "optimizer/rule.hpp"

/// Shared by the rules that compare the losses of many points, the members of a generation.
namespace fall_line {

inline constexpr Need value_alone[] = {Need::value};

/// Member i of [member][n].
inline std::span<Real> member(Vector& members, std::size_t i, std::size_t n) {
  return std::span(members).subspan(i * n, n);
}

/// center + σ N(0, 1)
inline void scatter(std::span<const Real> center, double sigma, Stream& random,
                    std::span<Real> out) {
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = real(center[i] + sigma * random.normal());
}

/// The members by loss, the lowest first. Equal losses keep their order, and NaN comes last.
inline void rank(std::span<const double> losses, std::vector<std::size_t>& order) {
  order.resize(losses.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const double x = losses[a], y = losses[b];
    if (x < y || y < x) return x < y;
    const bool x_is_none = x != x, y_is_none = y != y;
    return x_is_none != y_is_none ? y_is_none : a < b;
  });
}

template <class Rule>
constexpr Row<Rule> members_row(int Rule::*field, std::string_view id, std::string_view name,
                                double fewest, std::string_view doc) {
  return row<Rule>(field, {.id = id,
                           .name = name,
                           .symbol = "n",
                           .domain = within(fewest, 10'000),
                           .slider = linear(fewest, 200),
                           .unit = "members",
                           .doc = doc});
}

}  // namespace fall_line
