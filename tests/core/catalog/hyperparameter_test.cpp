// SPDX-License-Identifier: MIT
#include "catalog/hyperparameter.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace fall_line {
namespace {

TEST(Domain, KnowsItsEnds) {
  EXPECT_FALSE(above(0).contains(0));
  EXPECT_TRUE(above(0).contains(5e-324));
  EXPECT_TRUE(at_least(0).contains(0));
  EXPECT_TRUE(at_least(0).contains(-0.0));
  EXPECT_FALSE(at_least(0).contains(-5e-324));
  EXPECT_TRUE(within(1, 2).contains(1));
  EXPECT_TRUE(within(1, 2).contains(2));
  EXPECT_FALSE(within(1, 2).contains(std::nextafter(2, 3)));
  EXPECT_TRUE(within_below(0, 1).contains(0));
  EXPECT_TRUE(within_below(0, 1).contains(std::nextafter(1, 0)));
  EXPECT_FALSE(within_below(0, 1).contains(1));
  EXPECT_FALSE(within_above(0, 1).contains(0));
  EXPECT_TRUE(within_above(0, 1).contains(5e-324));
  EXPECT_TRUE(within_above(0, 1).contains(1));
  EXPECT_FALSE(within_above(0, 1).contains(std::nextafter(1, 2)));
}

TEST(Domain, NeverContainsNonFiniteNumbers) {
  for (const Domain& domain : {Domain{}, above(0), at_least(0), within(0, infinity)}) {
    EXPECT_FALSE(domain.contains(std::nan("")));
    EXPECT_FALSE(domain.contains(infinity));
    EXPECT_FALSE(domain.contains(-infinity));
    EXPECT_TRUE(domain.contains(1e308));
  }
}

TEST(Hyperparameter, AllowsItsWordsInAdditionToItsDomain) {
  constexpr Word words[] = {{"full", "Full batch", 0}};
  const Hyperparameter p{.id = "batch", .domain = within(1, 9), .words = words};
  EXPECT_TRUE(p.allows(0));
  EXPECT_TRUE(p.allows(9));
  EXPECT_FALSE(p.allows(-1));
  EXPECT_FALSE(p.allows(0.5));
  EXPECT_FALSE(p.allows(std::nan("")));
}

}  // namespace
}  // namespace fall_line
