// SPDX-License-Identifier: MIT
#include "catalog/text.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <limits>

#include "numeric/bits.hpp"
#include "numeric/random.hpp"

namespace fall_line {
namespace {

TEST(Text, WritesNumbersAsAPersonWould) {
  EXPECT_EQ(text(0), "0");
  EXPECT_EQ(text(0.1), "0.1");
  EXPECT_EQ(text(-1), "-1");
  EXPECT_EQ(text(500), "500");
  EXPECT_EQ(text(1e6), "1000000");
  EXPECT_EQ(text(2147483647), "2147483647");
  EXPECT_EQ(text(1.0 / 3), "0.3333333333333333");
  EXPECT_EQ(text(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(text(1e-8), "1e-8");
  EXPECT_EQ(text(1.5e-10), "1.5e-10");
  EXPECT_EQ(text(1e-100), "1e-100");
  EXPECT_EQ(text(5e-324), "5e-324");
  EXPECT_EQ(text(1e300), "1e+300");
  EXPECT_EQ(text(0.0001), "0.0001");
  EXPECT_EQ(text(std::numeric_limits<double>::max()), "1.7976931348623157e+308");
}

TEST(Text, NamesNaNAndInfinities) {
  EXPECT_EQ(text(std::nan("")), "NaN");
  EXPECT_EQ(text(std::numeric_limits<double>::infinity()), "Infinity");
  EXPECT_EQ(text(-std::numeric_limits<double>::infinity()), "-Infinity");
}

TEST(Text, ReadsBackToTheLastBit) {
  Stream stream("text", 1);
  for (int i = 0; i < 20'000; ++i) {
    const double x = i % 2 == 0 ? from_bits(stream.bits()) : stream.uniform(-1000, 1000);
    if (!std::isfinite(x)) continue;
    ASSERT_EQ(to_bits(std::strtod(text(x).c_str(), nullptr)), to_bits(x)) << text(x);
  }
}

TEST(Text, UsesTheFewestDigits) {
  Stream stream("text", 2);
  for (int i = 0; i < 1000; ++i) {
    // A number with three significant digits is printed with three.
    const double x = (100 + stream.below(900)) / 1e5;
    EXPECT_LE(text(x).size(), 7u) << text(x);
  }
}

TEST(Quoted, IsJson) {
  EXPECT_EQ(quoted(""), R"("")");
  EXPECT_EQ(quoted("plain"), R"("plain")");
  EXPECT_EQ(quoted(R"(a "b" \c)"), R"("a \"b\" \\c")");
  EXPECT_EQ(quoted("tab\tline\n"), R"("tab\u0009line\u000a")");
  EXPECT_EQ(quoted("η ≤ 1"), "\"η ≤ 1\"");
  EXPECT_EQ(quoted(R"(\theta \leftarrow)"), R"("\\theta \\leftarrow")");
}

}  // namespace
}  // namespace fall_line
