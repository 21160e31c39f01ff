// SPDX-License-Identifier: MIT
#include "network/initializer.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "support/registry.hpp"

namespace fall_line {
namespace {

constexpr std::size_t in = 200, out = 100;
constexpr double count = in * out, infinite = std::numeric_limits<double>::infinity();

/// The variance in the initializer's paper, and the bound if the distribution is uniform.
struct Law {
  std::string_view id;
  double variance, bound;
};
const Law laws[] = {
    {"glorot-uniform", 2.0 / (in + out), std::sqrt(6.0 / (in + out))},
    {"glorot-normal", 2.0 / (in + out), infinite},
    {"he-uniform", 2.0 / in, std::sqrt(6.0 / in)},
    {"he-normal", 2.0 / in, infinite},
    {"lecun-normal", 1.0 / in, infinite},
    {"uniform", 1.0 / 12, 0.5},
    {"zeros", 0, 0},
};

class Initializer : public testing::TestWithParam<const InitializerEntry*> {
 protected:
  Law law() const {
    for (const Law& law : laws)
      if (law.id == GetParam()->id) return law;
    ADD_FAILURE() << "write the law of " << GetParam()->id << " here";
    return {};
  }
  Vector draw(std::uint64_t seed) const {
    Vector w(in * out, 42);
    Stream stream("init", seed);
    GetParam()->fill(w, in, out, stream);
    return w;
  }
};

// Each bound is four standard deviations of the estimate. The seed is fixed, so the outcome is too.
TEST_P(Initializer, HasTheMomentsOfItsLaw) {
  double sum = 0, squares = 0, fourths = 0, largest = 0;
  for (const Real value : draw(1)) {
    const double w = value;
    sum += w;
    squares += w * w;
    fourths += w * w * w * w;
    largest = std::max(largest, std::fabs(w));
  }
  const double variance = law().variance;
  // The fourth moment over the squared variance: 9/5 if uniform, 3 if normal.
  const double kurtosis = law().bound < infinite ? 1.8 : 3;
  EXPECT_NEAR(sum / count, 0, 4 * std::sqrt(variance / count));
  EXPECT_NEAR(squares / count, variance, 4 * variance * std::sqrt((kurtosis - 1) / count));
  EXPECT_NEAR(fourths / count, kurtosis * variance * variance, 0.1 * variance * variance);
  EXPECT_LE(largest, static_cast<double>(static_cast<Real>(law().bound)));
  if (law().bound < infinite) {
    EXPECT_GE(largest, 0.999 * law().bound);
  }
}

TEST_P(Initializer, DrawsDifferentWeightsFromAnotherSeed) {
  EXPECT_EQ(draw(1), draw(1));
  if (law().variance > 0) {
    EXPECT_NE(draw(1), draw(2));
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, Initializer, testing::ValuesIn(every(initializers())), ById());

TEST(Fill, DrawsInDoubleAndRounds) {
  Vector uniform(100), normal(100);
  Stream a("init", 1), b("init", 1);
  fill_uniform(uniform, 0.25, a);
  for (const Real w : uniform) EXPECT_EQ(w, static_cast<Real>(b.uniform(-0.25, 0.25)));
  fill_normal(normal, 0.25, a);
  for (const Real w : normal) EXPECT_EQ(w, static_cast<Real>(0.25 * b.normal()));
}

}  // namespace
}  // namespace fall_line
