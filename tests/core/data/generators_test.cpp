// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "catalog/find.hpp"
#include "data/generators/class_data.hpp"
#include "numeric/bit_hash.hpp"
#include "support/generated.hpp"
#include "support/registry.hpp"

/// The shape of each data set, without noise, and its bits.
namespace fall_line {
namespace {

Samples clean(std::string_view id, std::vector<std::pair<std::string_view, double>> named = {}) {
  named.emplace_back("noise", 0);
  return generate(*find(datasets(), id), named);
}

struct Polar {
  double radius, angle;
};

/// The polar coordinates of sample i: the radius in units of `extent`, the angle in turns.
Polar polar(const Samples& samples, std::size_t i) {
  const double x = samples.input(i)[0] / extent, y = samples.input(i)[1] / extent;
  return {std::hypot(x, y), std::atan2(y, x) / (2 * pi)};
}

/// How far a number of turns is from a whole one.
double off_whole(double turns) { return std::fabs(turns - std::round(turns)); }

template <class Test>
void for_samples(const Samples& samples, Test test) {
  for (std::size_t i = 0; i < samples.count(); ++i) test(i, static_cast<int>(samples.y[i]));
}

TEST(Circles, AreTwoRings) {
  const Samples samples = clean("circles");
  for_samples(samples, [&](std::size_t i, int k) {
    EXPECT_NEAR(polar(samples, i).radius, k == 0 ? 0.85 : 0.4, 1e-14);
  });
}

TEST(Xor, PutsTheClassesInOppositeQuadrants) {
  const Samples samples = clean("xor");
  for_samples(samples, [&](std::size_t i, int k) {
    const auto x = samples.input(i);
    EXPECT_EQ((x[0] < 0) != (x[1] < 0), k == 1);
  });
}

TEST(Blobs, ShrinkToTheirCentres) {
  for (const int classes : {2, 3, 6}) {
    const Samples samples = clean("blobs", {{"classes", classes}});
    EXPECT_EQ(samples.classes, classes);
    for_samples(samples, [&](std::size_t i, int k) {
      const auto [radius, angle] = polar(samples, i);
      EXPECT_NEAR(radius, 0.65, 1e-14);
      EXPECT_LT(off_whole(angle - 0.25 - static_cast<double>(k) / classes), 1e-12);
    });
  }
}

TEST(Spiral, GrowsEvenlyAlongItsTurns) {
  for (const int arms : {2, 5})
    for (const double turns : {0.5, 1.75}) {
      const Samples samples = clean("spiral", {{"arms", arms}, {"turns", turns}});
      EXPECT_EQ(samples.classes, arms);
      for_samples(samples, [&](std::size_t i, int k) {
        const auto [radius, angle] = polar(samples, i);
        const double along = (radius - 0.1) / 0.9;
        EXPECT_GE(along, -1e-12);
        EXPECT_LE(along, 1);
        EXPECT_LT(off_whole(angle - turns * along - static_cast<double>(k) / arms), 1e-9);
      });
    }
}

TEST(Spiral, LeavesNoGapInAnArm) {
  const Samples samples = clean("spiral", {{"samples", 100}});
  double before = 0.1;
  for (std::size_t i = 0; i < 50; ++i) {
    const double radius = polar(samples, i).radius;
    EXPECT_LT(radius - before, 2 * 0.9 / 50);
    before = radius;
  }
  EXPECT_GT(before, 1 - 0.9 / 50 - 1e-12);
}

TEST(Moons, AreTwoHalfCircles) {
  const Samples samples = clean("moons");
  for_samples(samples, [&](std::size_t i, int k) {
    const double side = k == 0 ? 1 : -1;
    const double x = side * samples.input(i)[0] / extent + 0.3;
    const double y = side * samples.input(i)[1] / extent + 0.15;
    EXPECT_NEAR(std::hypot(x, y), 0.6, 1e-14);
    EXPECT_GE(y, 0);
  });
}

TEST(Checkerboard, AlternatesItsFields) {
  for (const int fields : {2, 3, 8}) {
    const Samples samples = clean("checkerboard", {{"fields", fields}});
    for_samples(samples, [&](std::size_t i, int k) {
      const auto field = [&](double x) {
        return static_cast<int>(std::floor((x / extent + 1) / 2 * fields));
      };
      EXPECT_EQ((field(samples.input(i)[0]) + field(samples.input(i)[1])) % 2, k);
    });
  }
}

TEST(Pinwheel, TwistsLessFartherOut) {
  const Samples samples = clean("pinwheel", {{"samples", 5000}});
  EXPECT_EQ(samples.classes, 5);
  double sum = 0;
  for_samples(samples, [&](std::size_t i, int k) {
    const auto [radius, angle] = polar(samples, i);
    sum += radius;
    if (radius < 0.3) return;
    // A blade is 0.04 thick: allow five standard deviations of the angle at this radius.
    const double twist = 1.6 * std::exp(-2 * radius) / (2 * pi);
    EXPECT_LT(off_whole(angle - static_cast<double>(k) / 5 - twist), 0.2 / radius / 5);
  });
  EXPECT_NEAR(sum / 5000, 0.55, 0.02);
}

TEST(Plane, IsTheMeanOfItsInputs) {
  const Samples samples = clean("plane");
  for (std::size_t i = 0; i < samples.count(); ++i)
    EXPECT_NEAR(samples.y[i], (samples.input(i)[0] + samples.input(i)[1]) / 2 / extent, 1e-14);
}

TEST(Bumps, AreTheirSum) {
  const Samples samples = clean("bumps", {{"bumps", 3}});
  for (std::size_t i = 0; i < samples.count(); ++i) {
    const double x = samples.input(i)[0] / extent, y = samples.input(i)[1] / extent;
    double height = 0;
    for (int k = 0; k < 3; ++k) {
      const double a = 2 * pi * k / 3, dx = x - 0.6 * std::cos(a), dy = y - 0.6 * std::sin(a);
      height += (k == 1 ? -1 : 1) * std::exp(-(dx * dx + dy * dy) / (2 * 0.3 * 0.3));
    }
    EXPECT_NEAR(samples.y[i], height, 1e-14);
  }
}

TEST(Sine, HasItsFrequency) {
  const Samples samples = clean("sine", {{"frequency", 3}});
  for (std::size_t i = 0; i < samples.count(); ++i)
    EXPECT_NEAR(samples.y[i], std::sin(3 * pi * samples.x[i] / extent), 1e-13);
}

// T_n(cos a) = cos(n a)
TEST(Polynomial, IsTheChebyshevPolynomial) {
  for (const int degree : {1, 2, 3, 9}) {
    const Samples samples = clean("polynomial", {{"degree", degree}});
    for (std::size_t i = 0; i < samples.count(); ++i)
      EXPECT_NEAR(samples.y[i], std::cos(degree * std::acos(samples.x[i] / extent)), 1e-12);
  }
}

TEST(ClassSizes, FollowTheImbalanceExactly) {
  EXPECT_EQ(class_sizes(70, 3, 0.5), (std::vector{40, 20, 10}));
  EXPECT_EQ(class_sizes(1111, 4, 0.9), (std::vector{1000, 100, 10, 1}));
  EXPECT_EQ(class_sizes(10, 3, 0), (std::vector{4, 3, 3}));
  EXPECT_EQ(class_sizes(11, 3, 0), (std::vector{4, 4, 3}));
  // 100 / 1.75 = 57.14, 28.57, 14.29: the sample left over goes to the largest fraction.
  EXPECT_EQ(class_sizes(100, 3, 0.5), (std::vector{57, 29, 14}));
}

TEST(ClassSizes, LeaveNoClassEmptyIfThereAreEnoughSamples) {
  EXPECT_EQ(class_sizes(10, 3, 0.99), (std::vector{8, 1, 1}));
  EXPECT_EQ(class_sizes(3, 3, 0.99), (std::vector{1, 1, 1}));
  EXPECT_EQ(class_sizes(2, 3, 0), (std::vector{1, 1, 0}));
}

TEST(ClassSizes, FallAndSumToTheNumberOfSamples) {
  for (int samples = 8; samples <= 300; ++samples)
    for (int classes = 2; classes <= 8; ++classes)
      for (const double imbalance : {0.0, 0.1, 1.0 / 3, 0.5, 0.9, 0.999999}) {
        const std::vector<int> sizes = class_sizes(samples, classes, imbalance);
        ASSERT_EQ(std::accumulate(sizes.begin(), sizes.end(), 0), samples);
        ASSERT_TRUE(std::is_sorted(sizes.rbegin(), sizes.rend()))
            << samples << " in " << classes << " at " << imbalance;
        ASSERT_GE(sizes.back(), 1);
      }
}

struct Golden {
  std::string_view id;
  std::uint64_t hash;
};
/// Hashes of the inputs and targets of each default data set. A link must show everyone the same
/// points.
constexpr Golden golden[] = {
    {"circles", 0x480e7cc067284b3e},         {"xor", 0x2b1dee42eb4cae69},
    {"blobs", 0x2f1671e0a2d8bfdd},           {"spiral", 0xbf16dff827ea884b},
    {"moons", 0x71240fd872c3f8af},           {"checkerboard", 0x9cf7505567444bd2},
    {"pinwheel", 0xd02b1ffea1fec76e},        {"plane", 0x5e1025f871fc6ced},
    {"bumps", 0xf9f1983c70d13220},           {"sine", 0x0dbffb6b72a36aa0},
    {"polynomial", 0xbcc283122167c610},      {"digits-12", 0x409a39b8c456f54e},
    {"digits-28", 0x5f2a5638c068a4b1},       {"formula", 0x3cc2ca6e8ba2e5fa},
    {"formula-classes", 0xde5797deff6279d7},
};

TEST(Datasets, GiveTheSameBitsEverywhere) {
  for (const DatasetEntry* entry : every(datasets())) {
    BitHash hash;
    const Samples samples = generate(*entry);
    for (const double x : samples.x) hash.add(x);
    for (const double y : samples.y) hash.add(y);
    const auto* known = std::find_if(std::begin(golden), std::end(golden),
                                     [&](const Golden& g) { return g.id == entry->id; });
    if (known == std::end(golden))
      ADD_FAILURE() << "Add its hash to `golden` above: {\"" << entry->id << "\", 0x" << std::hex
                    << hash.value() << "}";
    else
      EXPECT_EQ(hash.value(), known->hash) << entry->id << std::hex << ": 0x" << hash.value();
  }
}

}  // namespace
}  // namespace fall_line
