// SPDX-License-Identifier: MIT
#include "support/measured.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace fall_line::reference {
namespace {

TEST(Measured, RoundsUpToTwoDigits) {
  EXPECT_EQ(rounded_up(0), 0);
  EXPECT_EQ(rounded_up(3), 3);
  EXPECT_EQ(rounded_up(0.25), 0.25);
  EXPECT_EQ(rounded_up(0.2501), 0.26);
  EXPECT_EQ(rounded_up(2.58e-15), 2.6e-15);
  EXPECT_EQ(rounded_up(9.91e-8), 1e-7);
  EXPECT_EQ(rounded_up(HUGE_VAL), HUGE_VAL);
}

}  // namespace
}  // namespace fall_line::reference
