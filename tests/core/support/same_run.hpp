// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "numeric/bits.hpp"
#include "run/run.hpp"
#include "support/runs.hpp"

namespace fall_line {

/// Equal, or both NaN.
inline bool same(double a, double b) { return to_bits(a) == to_bits(b) || (a != a && b != b); }

template <class T>
bool same(const std::optional<T>& a, const std::optional<T>& b) {
  return a == b;
}
inline bool same(Status a, Status b) { return a == b; }
inline bool same(std::uint64_t a, std::uint64_t b) { return a == b; }

/// Equal in all fields.
template <Fielded T>
bool same(const T& a, const T& b) {
  bool equal = true;
  each_field<T>([&](const auto& field) {
    equal = equal && same(std::invoke(field.member, a), std::invoke(field.member, b));
  });
  return equal;
}

template <class T>
void expect_same_rows(const std::vector<T>& a, const std::vector<T>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_TRUE(same(a[i], b[i])) << "row " << i;
}

void expect_same_bits(std::span<const Real> a, std::span<const Real> b);

/// Compares everything that can be read from a run.
void expect_same_run(Run& a, Run& b);

}  // namespace fall_line
