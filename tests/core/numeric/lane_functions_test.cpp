// SPDX-License-Identifier: MIT
#include "numeric/lane_functions.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <ostream>

#include "numeric/bit_hash.hpp"
#include "numeric/random.hpp"

namespace fall_line {
namespace {

constexpr Real infinity = std::numeric_limits<Real>::infinity();
constexpr double furthest = lane::is_float ? 87 : 708;

/// A function of lanes, and the function of one double that it is compared with. The latter uses
/// the C library, whose error of at most 2.5 ulp of a double is negligible beside an ulp of a
/// float.
struct Stated {
  const char* name;
  Lanes (*of_lanes)(Lanes);
  double (*exact)(double);
  double low, high;
  double bound;  ///< In ulp, as stated in lane_functions.hpp.
  std::uint64_t float_hash, double_hash;
};
void PrintTo(const Stated& stated, std::ostream* out) { *out << stated.name; }

class LaneFunction : public testing::TestWithParam<Stated> {
 protected:
  static constexpr int count = 20'000;

  /// Half of the arguments come from the whole range, half from around zero.
  template <class Body>
  void at_arguments(Body body) const {
    const auto& [low, high] = std::pair(GetParam().low, GetParam().high);
    Stream stream("golden", 1);
    for (int i = 0; i < count; ++i) {
      const double near = i % 2 == 0 ? 1 : 0.01;
      Real x[lanes];
      for (Real& one : x) one = static_cast<Real>(stream.uniform(low * near, high * near));
      body(load(x));
    }
  }
};

double error_in_ulps(Real result, double exact) {
  const auto nearest = static_cast<Real>(std::fabs(exact));
  const double ulp = static_cast<double>(std::nextafter(nearest, infinity)) - nearest;
  return std::fabs(result - exact) / ulp;
}

TEST_P(LaneFunction, StaysWithinItsStatedError) {
  // If Real is double, the error of the C library counts too.
  const double slack = lane::is_float ? 0 : 2.5;
  double largest = 0;
  at_arguments([&](Lanes x) {
    const Lanes y = GetParam().of_lanes(x);
    for (std::size_t l = 0; l < lanes; ++l) {
      const double error = error_in_ulps(y[l], GetParam().exact(x[l]));
      EXPECT_LE(error, GetParam().bound + slack) << "at " << x[l];
      largest = std::max(largest, error);
    }
  });
  EXPECT_GT(largest, 0.25) << "nothing was compared";
}

TEST_P(LaneFunction, GivesTheSameBitsEverywhere) {
  BitHash hash;
  at_arguments([&](Lanes x) {
    const Lanes y = GetParam().of_lanes(x);
    for (std::size_t l = 0; l < lanes; ++l) hash.add(y[l]);
  });
  EXPECT_EQ(hash.value(), lane::is_float ? GetParam().float_hash : GetParam().double_hash)
      << std::hex << hash.value();
}

TEST_P(LaneFunction, TreatsEachLaneIndependently) {
  at_arguments([&](Lanes x) {
    const Lanes y = GetParam().of_lanes(x);
    const Lanes all_last = GetParam().of_lanes(splat(x[lanes - 1]));
    EXPECT_EQ(all_last[0], y[lanes - 1]);
  });
}

TEST_P(LaneFunction, PassesNaNOn) {
  EXPECT_TRUE(std::isnan(GetParam().of_lanes(splat(std::numeric_limits<Real>::quiet_NaN()))[0]));
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }
double log_of_sum(double x) { return std::fmax(x, 0) + std::log1p(std::exp(-std::fabs(x))); }
double exp_minus(double x) { return std::exp(-x); }
Lanes sigmoid(Lanes x) { return lane::sigmoid(x); }
Lanes softplus(Lanes x) { return lane::softplus(x); }

INSTANTIATE_TEST_SUITE_P(
    Numeric, LaneFunction,
    testing::Values(Stated{"expm1", lane::expm1, std::expm1, -furthest, furthest, 2,
                           0xf62324ed070fd0e5, 0x359a1c9f64ec2d6b},
                    Stated{"exp_minus", lane::exp_minus, exp_minus, 0, furthest, 2,
                           0xfbfc1bc5546170f5, 0x6ecc5b976e14ccf5},
                    Stated{"log1p_to_one", lane::log1p_to_one, std::log1p, 0, 1, 2,
                           0xb1eac3f02d5dbf27, 0x04f29333e3d52b43},
                    Stated{"tanh", lane::tanh, std::tanh, -25, 25, lane::is_float ? 7.0 : 3.0,
                           0x423eeae8d0df3d5e, 0x02128cde3015f022},
                    Stated{"sigmoid", sigmoid, logistic, -furthest, furthest, 3, 0xd8d5e3c2cd312967,
                           0x30b60105a8e2c58a},
                    Stated{"softplus", softplus, log_of_sum, -furthest, furthest, 3,
                           0x992205b9e77e00c0, 0xbe2ad2141b7a0102}),
    [](const auto& info) { return info.param.name; });

TEST(LaneFunctions, SaturateBeyondTheStatedRange) {
  EXPECT_EQ(lane::exp_minus(splat(infinity))[0], 0);
  EXPECT_EQ(lane::exp_minus(splat(1000))[0], 0);
  EXPECT_EQ(lane::exp_minus(splat(0))[0], 1);
  EXPECT_EQ(lane::sigmoid(splat(-infinity))[0], 0);
  EXPECT_EQ(lane::sigmoid(splat(infinity))[0], 1);
  EXPECT_EQ(lane::tanh(splat(-infinity))[0], -1);
  EXPECT_EQ(lane::tanh(splat(infinity))[0], 1);
  EXPECT_EQ(lane::softplus(splat(-infinity))[0], 0);
  EXPECT_EQ(lane::softplus(splat(infinity))[0], infinity);
}

TEST(LaneFunctions, TanhStaysWithinOne) {
  for (Real x = 3; x < 30; x += static_cast<Real>(0.001)) {
    EXPECT_LE(lane::tanh(splat(x))[0], 1);
    EXPECT_GE(lane::tanh(splat(-x))[0], -1);
  }
}

TEST(LaneFunctions, KeepTheSignOfZero) {
  EXPECT_TRUE(std::signbit(lane::tanh(splat(Real{-0.0}))[0]));
  EXPECT_FALSE(std::signbit(lane::tanh(splat(Real{0}))[0]));
}

TEST(Lanes, Transpose) {
  Lanes rows[lanes];
  for (std::size_t r = 0; r < lanes; ++r)
    for (std::size_t c = 0; c < lanes; ++c) rows[r][c] = static_cast<Real>(10 * r + c);
  transpose(rows);
  for (std::size_t r = 0; r < lanes; ++r)
    for (std::size_t c = 0; c < lanes; ++c) EXPECT_EQ(rows[r][c], static_cast<Real>(10 * c + r));
}

TEST(Lanes, LoadAndStorePartOfAVector) {
  Real in[lanes], out[lanes];
  for (std::size_t l = 0; l < lanes; ++l) in[l] = static_cast<Real>(l + 1), out[l] = -1;
  const Lanes v = load(in, 1);
  EXPECT_EQ(v[0], 1);
  EXPECT_EQ(v[lanes - 1], 0);
  store(load(in), out, 1);
  EXPECT_EQ(out[0], 1);
  EXPECT_EQ(out[lanes - 1], -1);
  store(load(in), out, lanes + 3);
  EXPECT_EQ(out[lanes - 1], static_cast<Real>(lanes));
}

}  // namespace
}  // namespace fall_line
