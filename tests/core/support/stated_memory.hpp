// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <utility>

#include "run/memory.hpp"
#include "support/allocation.hpp"
#include "support/runs.hpp"

namespace fall_line {

/// Trains, asks, and goes back to a snapshot, with at most the memory that a plan is said to need,
/// and not far less.
inline void expect_stated_memory(const Settings& settings) {
  Plan plan = check(settings).plan;
  const double bound = memory_need(plan).total();
  const std::size_t before = Allocation::now;
  Allocation::reset_peak();
  Run run(std::move(plan));
  run.step(2);
  run.evaluate();
  run.state();
  run.restore(run.snapshot());
  const auto used = static_cast<double>(Allocation::peak - before);
  EXPECT_LE(used, bound);
  EXPECT_GT(used, 0.1 * bound) << "an estimate, not a guess";
}

}  // namespace fall_line
