// SPDX-License-Identifier: MIT
#include "schedule/schedule.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "catalog/find.hpp"
#include "support/registry.hpp"

namespace fall_line {
namespace {

class Schedule : public testing::TestWithParam<const ScheduleEntry*> {};

TEST_P(Schedule, NeverTurnsTheRateAround) {
  const Values values = defaults_of(GetParam()->hyperparameters);
  for (std::uint64_t t = 0; t < 3000; ++t) {
    const double factor = GetParam()->factor(values, t);
    ASSERT_TRUE(std::isfinite(factor)) << t;
    ASSERT_GE(factor, 0) << t;
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, Schedule, testing::ValuesIn(every(schedules())), ById());

TEST(Constant, StaysAtOne) {
  for (const std::uint64_t t : {0, 1, 1999, 1'000'000'000})
    EXPECT_EQ(find(schedules(), "constant")->factor({}, t), 1);
}

}  // namespace
}  // namespace fall_line
