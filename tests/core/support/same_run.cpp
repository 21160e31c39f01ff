// SPDX-License-Identifier: MIT
#include "support/same_run.hpp"

#include <gtest/gtest.h>

namespace fall_line {

void expect_same_bits(std::span<const Real> a, std::span<const Real> b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_TRUE(same(a[i], b[i])) << "at " << i;
}

void expect_same_run(Run& a, Run& b) {
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
