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

inline void expect_same_bits(std::span<const Real> a, std::span<const Real> b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_TRUE(same(a[i], b[i])) << "at " << i;
}

/// Compares everything that can be read from a run.
inline void expect_same_run(Run& a, Run& b) {
  expect_same_bits(a.parameters(), b.parameters());
  const auto states = a.state(), others = b.state();
  ASSERT_EQ(states.size(), others.size());
  for (const auto& [name, values] : states) expect_same_bits(values, others.at(name));
  EXPECT_EQ(a.last_batch(), b.last_batch());
  EXPECT_TRUE(same(a.report(), b.report()));
  expect_same_rows(a.curve(), b.curve());
  expect_same_rows(a.layer_curve(), b.layer_curve());
  expect_same_rows(a.path(), b.path());
}

}  // namespace fall_line
