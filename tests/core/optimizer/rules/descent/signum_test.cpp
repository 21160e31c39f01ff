// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/rule_steps.hpp"

namespace fall_line {
namespace {

// m = beta m + (1 - beta) g, w - eta sign(m), with beta = 1/2: m = 2, 0.5, -0.25, 0. With an
// average of exactly 0 the parameter stays.
TEST(Signum, TakesTheStepsWorkedByHand) {
  expect_walk("signum", {{"momentum", 0.5}}, {{4, 0.1}, {-1, 0.01}, {-1, 0.01}, {0.25, 0.01}},
              {0.9, 0.89, 0.9, 0.9});
}

}  // namespace
}  // namespace fall_line
