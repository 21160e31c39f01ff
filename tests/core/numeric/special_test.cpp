// SPDX-License-Identifier: MIT
#include "numeric/special.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <ostream>
#include <span>
#include <string_view>
#include <vector>

#include "numeric/bit_hash.hpp"
#include "numeric/bits.hpp"
#include "numeric/random.hpp"

namespace fall_line {
namespace {

/// The exact value is nearest + rest * (ulp of nearest).
struct Value {
  double x, nearest, rest;
};
struct Power {
  double x, y, nearest, rest;
};
#include "../../reference/special_values.inc"

double error_in_ulps(double result, double nearest, double rest) {
  const double size = std::fabs(nearest);
  const double ulp = std::nextafter(size, std::numeric_limits<double>::infinity()) - size;
  return std::fabs((result - nearest) / ulp - rest);
}

using Function = double (*)(double);

struct Stated {
  const char* name;
  Function function;
  std::span<const Value> values;
  double bound;        // in ulp, as stated in special.hpp
  std::uint64_t hash;  // of the bits of 100,000 results
};
void PrintTo(const Stated& stated, std::ostream* out) { *out << stated.name; }

class SpecialFunction : public testing::TestWithParam<Stated> {};

TEST_P(SpecialFunction, StaysWithinItsStatedError) {
  ASSERT_GT(GetParam().values.size(), 200u);
  for (const auto& [x, nearest, rest] : GetParam().values) {
    EXPECT_LE(error_in_ulps(GetParam().function(x), nearest, rest), GetParam().bound) << "at " << x;
  }
}

/// Arguments around zero, of ordinary size, up to where exp overflows, and from all doubles.
double argument(Stream& stream, int i) {
  constexpr double spans[] = {2.0, 50.0, 750.0};
  const double span = spans[i % 4 % 3];
  return i % 4 == 3 ? from_bits(stream.bits()) : stream.uniform(-span, span);
}

// One hash for every compiler, flag and engine. If a hash changes and the formulas did not, the
// compiler has fused, reordered or replaced operations.
TEST_P(SpecialFunction, GivesTheSameBitsEverywhere) {
  BitHash hash;
  Stream stream("golden", 1);
  for (int i = 0; i < 100'000; ++i) hash.add(GetParam().function(argument(stream, i)));
  EXPECT_EQ(hash.value(), GetParam().hash);
}

INSTANTIATE_TEST_SUITE_P(
    Numeric, SpecialFunction,
    testing::Values(Stated{"exp", special::exp, exp_values, 1.0, 0xbdc53c74b19ddb41},
                    Stated{"log", special::log, log_values, 1.0, 0x639cdb260c8faf7f},
                    Stated{"tanh", special::tanh, tanh_values, 2.0, 0x12021eebf1aec57f},
                    Stated{"sigmoid", special::sigmoid, sigmoid_values, 2.5, 0x6f7e90e19d29047a},
                    Stated{"sin", special::sin, sin_values, 1.0, 0x272a99124f6a46ec},
                    Stated{"cos", special::cos, cos_values, 1.0, 0x4cd94667ceb430a8},
                    Stated{"erf", special::erf, erf_values, 2.0, 0x6ff4f3b3cc3f2523}),
    [](const auto& info) { return info.param.name; });

TEST(Power, StaysWithinItsStatedError) {
  ASSERT_GT(std::size(pow_values), 200u);
  for (const auto& [x, y, nearest, rest] : pow_values) {
    EXPECT_LE(error_in_ulps(special::pow(x, y), nearest, rest), 2.0) << x << " to the " << y;
  }
}

TEST(Power, GivesTheSameBitsEverywhere) {
  BitHash hash;
  Stream stream("golden", 1);
  for (int i = 0; i < 100'000; ++i) {
    const double x = argument(stream, i), y = argument(stream, i / 4);
    hash.add(special::pow(i % 4 == 3 ? x : std::fabs(x), y));
  }
  EXPECT_EQ(hash.value(), 0x9f4574f2cdcb57abu);
}

TEST(Power, IsExactWhereTheResultIsADouble) {
  for (double base = 2.0; base <= 400.0; ++base) {
    // Products are exact below 2^53, and so are the powers of base / 1024 and -base.
    double product = 1.0, fraction = 1.0, sign = 1.0;
    for (double n = 0.0; product < 0x1p53; ++n) {
      ASSERT_EQ(special::pow(base, n), product) << base << " to the " << n;
      ASSERT_EQ(special::pow(base / 1024.0, n), fraction) << base << " / 1024 to the " << n;
      ASSERT_EQ(special::pow(-base, n), sign * product) << -base << " to the " << n;
      product *= base;
      fraction *= base / 1024.0;
      sign = -sign;
    }
    ASSERT_EQ(special::pow(base * base, 0.5), base);
    ASSERT_EQ(special::pow(base * base, -0.5), special::pow(base, -1.0));
  }
  for (double n = -1074.0; n <= 1023.0; ++n) {
    ASSERT_EQ(special::pow(2.0, n), std::ldexp(1.0, static_cast<int>(n))) << n;
  }
}

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double smallest = std::numeric_limits<double>::denorm_min();
constexpr double largest = std::numeric_limits<double>::max();

/// Equal bits, where all NaNs count as equal.
void expect_same(double result, double expected, std::string_view name, double x) {
  const bool same = expected != expected ? result != result : to_bits(result) == to_bits(expected);
  EXPECT_TRUE(same) << name << " at " << x << ": " << result << ", not " << expected;
}

struct Edge {
  const char* name;
  Function function;
  double x, expected;
};

TEST(SpecialFunctions, AgreeWithAnnexFAtTheEdges) {
  const std::vector<Edge> edges{
      {"exp", special::exp, 0.0, 1.0},
      {"exp", special::exp, -0.0, 1.0},
      {"exp", special::exp, smallest, 1.0},
      {"exp", special::exp, 0x1.62e42fefa39efp+9, 0x1.fffffffffff2ap+1023},
      {"exp", special::exp, 0x1.62e42fefa39f0p+9, infinity},
      {"exp", special::exp, -0x1.74910d52d3051p+9, smallest},
      {"exp", special::exp, -0x1.74910d52d3052p+9, 0.0},
      {"exp", special::exp, largest, infinity},
      {"exp", special::exp, infinity, infinity},
      {"exp", special::exp, -infinity, 0.0},
      {"exp", special::exp, nan, nan},
      {"log", special::log, 1.0, 0.0},
      {"log", special::log, 0.0, -infinity},
      {"log", special::log, -0.0, -infinity},
      {"log", special::log, -smallest, nan},
      {"log", special::log, infinity, infinity},
      {"log", special::log, -infinity, nan},
      {"log", special::log, nan, nan},
      {"tanh", special::tanh, 0.0, 0.0},
      {"tanh", special::tanh, -0.0, -0.0},
      {"tanh", special::tanh, -smallest, -smallest},
      {"tanh", special::tanh, 25.0, 1.0},
      {"tanh", special::tanh, infinity, 1.0},
      {"tanh", special::tanh, -infinity, -1.0},
      {"tanh", special::tanh, nan, nan},
      {"sigmoid", special::sigmoid, 0.0, 0.5},
      {"sigmoid", special::sigmoid, -745.0, smallest},
      {"sigmoid", special::sigmoid, infinity, 1.0},
      {"sigmoid", special::sigmoid, -infinity, 0.0},
      {"sigmoid", special::sigmoid, nan, nan},
      {"sin", special::sin, 0.0, 0.0},
      {"sin", special::sin, -0.0, -0.0},
      {"sin", special::sin, smallest, smallest},
      {"sin", special::sin, infinity, nan},
      {"sin", special::sin, -infinity, nan},
      {"sin", special::sin, nan, nan},
      {"cos", special::cos, 0.0, 1.0},
      {"cos", special::cos, -0.0, 1.0},
      {"cos", special::cos, infinity, nan},
      {"cos", special::cos, nan, nan},
      {"erf", special::erf, 0.0, 0.0},
      {"erf", special::erf, -0.0, -0.0},
      {"erf", special::erf, 6.0, 1.0},
      {"erf", special::erf, infinity, 1.0},
      {"erf", special::erf, -infinity, -1.0},
      {"erf", special::erf, nan, nan},
  };
  for (const auto& [name, function, x, expected] : edges) {
    expect_same(function(x), expected, name, x);
  }
}

TEST(Power, AgreesWithAnnexFAtTheEdges) {
  struct Case {
    double x, y, expected;
  };
  const std::vector<Case> cases{
      {nan, 0.0, 1.0},
      {infinity, -0.0, 1.0},
      {1.0, nan, 1.0},
      {1.0, -infinity, 1.0},
      {-1.0, infinity, 1.0},
      {-1.0, -infinity, 1.0},
      {nan, 1.0, nan},
      {2.0, nan, nan},
      {-8.0, 1.0 / 3.0, nan},
      {-8.0, 0.5, nan},
      {-infinity, 0.5, infinity},
      {-1.0, 0x1p53 + 2.0, 1.0},
      {-1.0, 0x1p53 - 1.0, -1.0},
      {0.0, 3.0, 0.0},
      {-0.0, 3.0, -0.0},
      {-0.0, 2.0, 0.0},
      {-0.0, 0.5, 0.0},
      {0.0, -1.0, infinity},
      {-0.0, -1.0, -infinity},
      {-0.0, -2.0, infinity},
      {0.0, infinity, 0.0},
      {0.0, -infinity, infinity},
      {0.5, infinity, 0.0},
      {0.5, -infinity, infinity},
      {-2.0, infinity, infinity},
      {2.0, -infinity, 0.0},
      {infinity, smallest, infinity},
      {infinity, -1.0, 0.0},
      {-infinity, 3.0, -infinity},
      {-infinity, 2.0, infinity},
      {-infinity, -3.0, -0.0},
      {2.0, 1024.0, infinity},
      {2.0, -1075.0, 0.0},
      {-2.0, 1025.0, -infinity},
      {-2.0, -1077.0, -0.0},
      {largest, largest, infinity},
      {largest, -largest, 0.0},
      {smallest, largest, 0.0},
      {smallest, 1.0, smallest},
      {3.0, smallest, 1.0},
      {0x1.fffffffffffffp-1, 0x1p65, 0.0},
      {0x1.0000000000001p+0, -largest, 0.0},
  };
  for (const auto& [x, y, expected] : cases) expect_same(special::pow(x, y), expected, "pow", x);
}

TEST(SpecialFunctions, KeepTheirSymmetriesToTheLastBit) {
  Stream stream("symmetry", 1);
  for (int i = 0; i < 10'000; ++i) {
    const double x = argument(stream, i);
    expect_same(special::tanh(-x), -special::tanh(x), "tanh", x);
    expect_same(special::erf(-x), -special::erf(x), "erf", x);
    expect_same(special::sin(-x), -special::sin(x), "sin", x);
    expect_same(special::cos(-x), special::cos(x), "cos", x);
  }
}

}  // namespace
}  // namespace fall_line
