// SPDX-License-Identifier: MIT
#include "numeric/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <set>
#include <string_view>
#include <vector>

#include "numeric/bit_hash.hpp"
#include "numeric/special.hpp"

namespace fall_line {
namespace {

struct Seeded {
  std::string_view name;
  std::uint64_t seed, index;
  std::array<std::uint64_t, 4> first;
};
#include "../../reference/random_values.inc"

TEST(Fnv1a, GivesThePublishedHashes) {
  EXPECT_EQ(fnv1a(""), 0xcbf29ce484222325u);
  EXPECT_EQ(fnv1a("a"), 0xaf63dc4c8601ec8cu);
  EXPECT_EQ(fnv1a("foobar"), 0x85944171f73967e8u);
  EXPECT_EQ(fnv1a("bar", fnv1a("foo")), fnv1a("foobar"));
}

TEST(SplitMix64, GivesTheReferenceNumbers) {
  std::uint64_t state = 0;
  for (const std::uint64_t expected : splitmix64_from_zero) EXPECT_EQ(splitmix64(state), expected);
}

TEST(Stream, IsXoshiro256PlusPlus) {
  Stream stream("any", 1);
  stream.set_state({1, 2, 3, 4});
  for (const std::uint64_t expected : xoshiro_from_1234) EXPECT_EQ(stream.bits(), expected);
}

TEST(Stream, IsSeededByNameSeedAndIndex) {
  for (const auto& [name, seed, index, first] : seeded_streams) {
    Stream stream(name, seed, index);
    for (const std::uint64_t expected : first) EXPECT_EQ(stream.bits(), expected) << name;
  }
}

TEST(Stream, DiffersWheneverNameSeedOrIndexDo) {
  std::set<std::uint64_t> firsts;
  for (const std::string_view name : {"data", "split", "init", "shuffle", "optimizer"}) {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
      for (std::uint64_t index = 0; index < 50; ++index) {
        firsts.insert(Stream(name, seed, index).bits());
      }
    }
  }
  EXPECT_EQ(firsts.size(), 5u * 50u * 50u);
}

TEST(Stream, ContinuesFromASavedState) {
  Stream stream("state", 1);
  for (int i = 0; i < 10; ++i) stream.normal();
  const Stream::State saved = stream.state();
  const double next = stream.normal(), after = stream.uniform();
  Stream other("other", 2);
  other.set_state(saved);
  EXPECT_EQ(other.normal(), next);
  EXPECT_EQ(other.uniform(), after);
  EXPECT_EQ(other.state(), stream.state());
}

TEST(Stream, TakesTwoDrawsForANormal) {
  Stream normal("draws", 1), plain("draws", 1);
  normal.normal();
  plain.bits();
  plain.bits();
  EXPECT_EQ(normal.state(), plain.state());
}

// Statistics. Bounds are four standard deviations of the estimate, or the 99.9 % quantile for
// chi-squared. The seed is fixed, so the outcome is too.

constexpr int draws = 1'000'000;
const double root = std::sqrt(static_cast<double>(draws));

TEST(Uniform, HasTheMomentsOfTheUnitInterval) {
  Stream stream("uniform", 1);
  double sum = 0.0, squares = 0.0, cubes = 0.0, lowest = 1.0, highest = 0.0;
  for (int i = 0; i < draws; ++i) {
    const double u = stream.uniform(), c = u - 0.5;
    lowest = std::min(lowest, u);
    highest = std::max(highest, u);
    sum += c;
    squares += c * c;
    cubes += c * c * c;
  }
  EXPECT_GE(lowest, 0.0);
  EXPECT_LT(highest, 1.0);
  EXPECT_LT(lowest, 1e-5);
  EXPECT_GT(highest, 1.0 - 1e-5);
  EXPECT_NEAR(sum / draws, 0.0, 4.0 * std::sqrt(1.0 / 12.0) / root);
  EXPECT_NEAR(squares / draws, 1.0 / 12.0, 4.0 * std::sqrt(1.0 / 180.0) / root);
  EXPECT_NEAR(cubes / draws, 0.0, 4.0 * std::sqrt(1.0 / 448.0) / root);
}

TEST(Uniform, SpansTheGivenInterval) {
  Stream wide("interval", 1), unit("interval", 1);
  for (int i = 0; i < 1000; ++i) {
    const double x = wide.uniform(-3.0, 5.0);
    EXPECT_GE(x, -3.0);
    EXPECT_LE(x, 5.0);
    EXPECT_EQ(x, -3.0 + 8.0 * unit.uniform());
  }
}

TEST(Normal, HasTheMomentsOfTheStandardNormal) {
  Stream stream("normal", 1);
  double sum = 0.0, squares = 0.0, cubes = 0.0, fourths = 0.0, products = 0.0, last = 0.0;
  for (int i = 0; i < draws; ++i) {
    const double z = stream.normal();
    ASSERT_LT(std::fabs(z), 8.6);  // sqrt(2 * 53 ln 2): no draw lies farther out
    sum += z;
    squares += z * z;
    cubes += z * z * z;
    fourths += z * z * z * z;
    products += z * last;
    last = z;
  }
  EXPECT_NEAR(sum / draws, 0.0, 4.0 / root);
  EXPECT_NEAR(squares / draws, 1.0, 4.0 * std::sqrt(2.0) / root);
  EXPECT_NEAR(cubes / draws, 0.0, 4.0 * std::sqrt(15.0) / root);
  EXPECT_NEAR(fourths / draws, 3.0, 4.0 * std::sqrt(96.0) / root);
  EXPECT_NEAR(products / draws, 0.0, 4.0 / root);
}

TEST(Normal, GivesTheSameBitsEverywhere) {
  BitHash hash;
  Stream stream("golden", 1);
  for (int i = 0; i < 100'000; ++i) hash.add(stream.normal());
  EXPECT_EQ(hash.value(), 0xfa27a622b012012bu);
}

/// The sum of (count - expected)^2 / expected, where all counts have the same expectation.
double chi_squared(const std::vector<int>& counts) {
  const double expected = static_cast<double>(std::accumulate(counts.begin(), counts.end(), 0)) /
                          static_cast<double>(counts.size());
  double sum = 0.0;
  for (const int count : counts) sum += (count - expected) * (count - expected) / expected;
  return sum;
}

TEST(Normal, FillsEqualQuantilesEqually) {
  Stream stream("normal", 2);
  std::vector<int> counts(20);
  for (int i = 0; i < draws; ++i) {
    const double p = 0.5 * (1.0 + special::erf(stream.normal() * 0x1.6a09e667f3bcdp-1));
    ++counts[std::min<std::size_t>(static_cast<std::size_t>(p * 20.0), 19)];
  }
  EXPECT_LT(chi_squared(counts), 43.8);  // 19 degrees of freedom
}

TEST(Below, IsUniform) {
  Stream stream("below", 1);
  std::vector<int> counts(10);
  for (int i = 0; i < draws; ++i) ++counts.at(stream.below(10));
  EXPECT_LT(chi_squared(counts), 27.9);  // 9 degrees of freedom
}

TEST(Below, RejectsDrawsThatWouldFavourSomeResults) {
  // Spreading 2^32 values over 3 * 2^30 results would draw every third result twice as often,
  // unless some values are rejected.
  Stream stream("below", 2);
  std::vector<int> counts(3);
  for (int i = 0; i < draws; ++i) ++counts[stream.below(3u << 30) % 3];
  EXPECT_LT(chi_squared(counts), 13.8);  // 2 degrees of freedom
}

TEST(Below, OneIsAlwaysZero) {
  Stream stream("below", 3);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(stream.below(1), 0u);
}

TEST(Shuffle, GivesAPermutation) {
  std::vector<std::uint32_t> values(1000);
  std::iota(values.begin(), values.end(), 0u);
  const std::vector<std::uint32_t> sorted = values;
  Stream("shuffle", 1).shuffle(values);
  EXPECT_NE(values, sorted);
  std::sort(values.begin(), values.end());
  EXPECT_EQ(values, sorted);
}

TEST(Shuffle, GivesEveryOrderEqually) {
  Stream stream("shuffle", 2);
  std::vector<int> counts(120);
  for (int i = 0; i < 120'000; ++i) {
    std::array<std::uint32_t, 5> values{0, 1, 2, 3, 4};
    stream.shuffle(values);
    // The order's number in the factorial number system: each digit counts the smaller values after
    // it.
    std::size_t order = 0;
    for (std::size_t a = 0; a < 5; ++a) {
      std::size_t smaller = 0;
      for (std::size_t b = a + 1; b < 5; ++b) smaller += values[b] < values[a] ? 1 : 0;
      order = order * (5 - a) + smaller;
    }
    ++counts.at(order);
  }
  EXPECT_LT(chi_squared(counts), 172.4);  // 119 degrees of freedom
}

TEST(Shuffle, DoesNothingToZeroOrOneValues) {
  Stream stream("shuffle", 3);
  const Stream::State before = stream.state();
  std::array<std::uint32_t, 1> one{42};
  stream.shuffle(one);
  stream.shuffle({});
  EXPECT_EQ(one[0], 42u);
  EXPECT_EQ(stream.state(), before);
}

}  // namespace
}  // namespace fall_line
