// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <span>

#include "numeric/bits.hpp"
#include "run/run.hpp"
#include "support/runs.hpp"

namespace fall_line {

/// Equal, or both NaN.
inline bool same(double a, double b) { return to_bits(a) == to_bits(b) || (a != a && b != b); }

inline bool same(const Rung& a, const Rung& b) {
  return a.step == b.step && same(a.epoch, b.epoch) && same(a.samples_seen, b.samples_seen) &&
         same(a.train_loss, b.train_loss) && same(a.test_loss, b.test_loss) &&
         same(a.train_accuracy, b.train_accuracy) && same(a.test_accuracy, b.test_accuracy) &&
         same(a.learning_rate, b.learning_rate);
}

inline bool same(const Waypoint& a, const Waypoint& b) {
  return a.step == b.step && same(a.x, b.x) && same(a.y, b.y);
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
  const Report &x = a.report(), &y = b.report();
  EXPECT_EQ(x.step, y.step);
  EXPECT_EQ(x.work.samples(), y.work.samples());
  EXPECT_EQ(x.status, y.status);
  EXPECT_EQ(x.cause.code, y.cause.code);
  EXPECT_EQ(x.cause.message, y.cause.message);
  EXPECT_TRUE(same(x.epoch, y.epoch));
  EXPECT_TRUE(same(x.loss, y.loss));
  EXPECT_TRUE(same(x.learning_rate, y.learning_rate));
  EXPECT_TRUE(same(x.gradient_norm, y.gradient_norm));
  ASSERT_EQ(a.curve().size(), b.curve().size());
  for (std::size_t i = 0; i < a.curve().size(); ++i)
    EXPECT_TRUE(same(a.curve()[i], b.curve()[i])) << "rung " << i;
  ASSERT_EQ(a.path().size(), b.path().size());
  for (std::size_t i = 0; i < a.path().size(); ++i)
    EXPECT_TRUE(same(a.path()[i], b.path()[i])) << "waypoint " << i;
}

}  // namespace fall_line
