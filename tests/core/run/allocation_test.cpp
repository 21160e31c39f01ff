// SPDX-License-Identifier: MIT
#include "support/allocation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "support/registry.hpp"
#include "support/runs.hpp"

namespace fall_line {
namespace {

/// Rules that compute eigenvectors, which allocates work space in every step.
constexpr std::string_view decomposing[] = {"cma-es", "newton", "shampoo", "soap"};

class Step : public testing::TestWithParam<const OptimizerEntry*> {};

/// Steps 1002 to 1011 record nothing in the curve, so it does not grow.
TEST_P(Step, AllocatesNothing) {
  if (std::count(std::begin(decomposing), std::end(decomposing), GetParam()->id) > 0)
    GTEST_SKIP() << "decomposes";
  const Settings race =
      small_race({at("optimizer.id", GetParam()->id), at("problem.network.loss", "cross-entropy")});
  if (!check(race).problems.empty()) GTEST_SKIP() << "refused here";
  const auto run = make_run(race);
  run->step(1001);
  if (run->report().status != Status::running) GTEST_SKIP() << "ended";
  const std::size_t before = Allocation::count;
  run->step(10);
  EXPECT_EQ(Allocation::count, before);
}

INSTANTIATE_TEST_SUITE_P(Registry, Step, testing::ValuesIn(every(optimizers())), ById());

}  // namespace
}  // namespace fall_line
