// SPDX-License-Identifier: MIT
#include "data/split.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "support/problems.hpp"

namespace fall_line {
namespace {

Split split_of(std::size_t count, double fraction, std::uint64_t seed = 1) {
  Stream stream("split", seed);
  return split(count, fraction, stream);
}

TEST(Split, CoversEverySampleOnce) {
  for (const std::size_t count : {2u, 3u, 10u, 501u})
    for (const double fraction : {0.0, 0.1, 0.5, 0.9, 0.999}) {
      const Split parts = split_of(count, fraction);
      std::vector<std::uint32_t> all = parts.train;
      all.insert(all.end(), parts.test.begin(), parts.test.end());
      std::sort(all.begin(), all.end());
      EXPECT_EQ(all, indices_up_to(count)) << count << " at " << fraction;
    }
}

TEST(Split, RoundsTheTestShare) {
  EXPECT_EQ(split_of(10, 0.0).test.size(), 0u);
  EXPECT_EQ(split_of(10, 0.04).test.size(), 0u);
  EXPECT_EQ(split_of(10, 0.06).test.size(), 1u);
  EXPECT_EQ(split_of(10, 0.25).test.size(), 3u);
  EXPECT_EQ(split_of(9, 0.5).test.size(), 5u);
  EXPECT_EQ(split_of(500, 0.3).test.size(), 150u);
  EXPECT_EQ(split_of(501, 0.3).test.size(), 150u);
  EXPECT_EQ(split_of(502, 0.3).test.size(), 151u);
}

TEST(Split, AlwaysKeepsATrainingSample) {
  EXPECT_EQ(split_of(4, 0.999).train.size(), 1u);
  EXPECT_EQ(split_of(2, 0.9).train.size(), 1u);
}

TEST(Split, IsDrawnFromItsStream) {
  EXPECT_EQ(split_of(100, 0.5, 1).test, split_of(100, 0.5, 1).test);
  EXPECT_NE(split_of(100, 0.5, 1).test, split_of(100, 0.5, 2).test);
  const std::vector<std::uint32_t> test = split_of(100, 0.5).test;
  EXPECT_FALSE(std::is_sorted(test.begin(), test.end()));
}

TEST(Split, KeepsItsTestSamplesAsTheTestShareGrows) {
  // The order of the samples does not depend on the share.
  const Split some = split_of(100, 0.2), more = split_of(100, 0.4);
  EXPECT_TRUE(std::equal(some.test.begin(), some.test.end(), more.test.begin()));
}

Samples labelled(const std::vector<int>& sizes) {
  Samples samples{
      .task = Task::classification, .shape = 1, .classes = static_cast<int>(sizes.size())};
  for (std::size_t c = 0; c < sizes.size(); ++c)
    samples.y.insert(samples.y.end(), static_cast<std::size_t>(sizes[c]), static_cast<double>(c));
  samples.x.resize(samples.y.size());
  return samples;
}

Split stratified(const Samples& samples, double fraction, std::uint64_t seed = 1) {
  Stream stream("split", seed);
  return split(samples.count(), fraction, stream, &samples);
}

std::vector<int> tests_per_class(const Samples& samples, const Split& parts) {
  std::vector<int> counts(static_cast<std::size_t>(samples.classes));
  for (const std::uint32_t i : parts.test) ++counts[static_cast<std::size_t>(samples.y[i])];
  return counts;
}

// By hand: shares of 2.5, 2.5 and 1 of 6 are rounded by the largest remainder. The lower class wins
// a tie.
TEST(StratifiedSplit, DealsByLargestRemainder) {
  const struct {
    std::vector<int> sizes;
    double fraction;
    std::vector<int> tests;
  } cases[] = {
      {{5, 5, 2}, 0.5, {3, 2, 1}},
      {{10, 10}, 0.3, {3, 3}},
      {{90, 10}, 0.25, {23, 2}},
      {{7, 3}, 0, {0, 0}},
      {{19, 1}, 0.5, {10, 0}},
      {{98, 2}, 0.1, {9, 1}},
      {{98, 2}, 0.9, {89, 1}},
      {{98, 2}, 0.999, {97, 1}},
      {{4, 4}, 0.01, {1, 1}},
      {{2, 2, 2, 2}, 0.1, {1, 1, 1, 1}},
      {{1, 1}, 0.5, {0, 0}},
      {{6, 0, 6}, 0.5, {3, 0, 3}},
      {{50, 2, 2, 2}, 0.1, {5, 1, 1, 1}},
  };
  for (const auto& [sizes, fraction, tests] : cases) {
    const Samples samples = labelled(sizes);
    EXPECT_EQ(tests_per_class(samples, stratified(samples, fraction)), tests)
        << testing::PrintToString(sizes) << " at " << fraction;
  }
}

TEST(StratifiedSplit, GivesEveryClassToBothParts) {
  for (const std::vector<int>& sizes :
       {std::vector{2, 2}, {2, 300}, {3, 2, 40, 2}, {2, 3, 4, 5, 6, 7, 8, 9, 10, 11}})
    for (const double fraction : {1e-9, 0.01, 0.1, 1.0 / 3, 0.5, 0.77, 0.99, 0.999999}) {
      const Samples samples = labelled(sizes);
      const std::vector<int> tests = tests_per_class(samples, stratified(samples, fraction));
      for (std::size_t c = 0; c < sizes.size(); ++c) {
        EXPECT_GE(tests[c], 1) << c << " at " << fraction;
        EXPECT_LT(tests[c], sizes[c]) << c << " at " << fraction;
      }
    }
}

// The stream decides which samples of a class are for testing, and no sample is lost.
TEST(StratifiedSplit, DrawsWithinTheClasses) {
  const Samples samples = labelled({30, 10});
  const Split one = stratified(samples, 0.5), other = stratified(samples, 0.5, 2);
  EXPECT_EQ(one.test, stratified(samples, 0.5).test);
  EXPECT_NE(one.test, other.test);
  EXPECT_FALSE(std::is_sorted(one.train.begin(), one.train.end()));
  std::vector<std::uint32_t> all = one.train;
  all.insert(all.end(), one.test.begin(), one.test.end());
  std::sort(all.begin(), all.end());
  EXPECT_EQ(all, indices_up_to(40));
}

TEST(StratifiedSplit, EqualsThePlainSplitWithoutTestSamples) {
  const Samples samples = labelled({5, 4});
  EXPECT_EQ(stratified(samples, 0).train, split_of(9, 0).train);
}

// Training inputs (1, 5), (3, 5), (5, 5): means 3 and 5, standard deviations sqrt(8/3) and 0.
TEST(Standardization, UsesTheTrainingSplitOnly) {
  const Samples samples{.task = Task::regression,
                        .shape = 2,
                        .outputs = 1,
                        .classes = 0,
                        .x = {1, 5, 100, 200, 3, 5, 5, 5},
                        .y = {0, 0, 0, 0}};
  const Standardization scale = standardization(samples, {0, 2, 3});
  EXPECT_EQ(scale.mean, (std::vector{3.0, 5.0}));
  EXPECT_NEAR(scale.deviation[0], std::sqrt(8.0 / 3), 1e-15);
  EXPECT_EQ(scale.deviation[1], 1);
  EXPECT_NEAR(scale.apply(5, 0), 2 / std::sqrt(8.0 / 3), 1e-15);
  EXPECT_EQ(scale.apply(7, 1), 2);
}

TEST(Standardization, OnlyCentresConstantInputs) {
  // Rounding may make the mean of equal numbers differ from them.
  for (const double constant : {0.1, 0.7, 1e-3, 123.456})
    for (const std::size_t count : {3u, 7u, 49u, 1000u}) {
      const Samples samples{.task = Task::regression,
                            .shape = 1,
                            .outputs = 1,
                            .classes = 0,
                            .x = std::vector<double>(count, constant),
                            .y = std::vector<double>(count, 0.0)};
      const Standardization scale = standardization(samples, indices_up_to(count));
      EXPECT_NEAR(scale.apply(constant, 0), 0, 1e-12) << count << " times " << constant;
      EXPECT_NEAR(scale.apply(constant + 1, 0), 1, 1e-12) << count << " times " << constant;
    }
}

// Squares of such differences underflow or overflow. Scaling by a power of two does not round.
TEST(Standardization, WorksForInputsOfAnyScale) {
  const auto scaled = [](double unit) {
    const Samples samples{.task = Task::regression,
                          .shape = 2,
                          .outputs = 1,
                          .classes = 0,
                          .x = {1 * unit, unit, 4 * unit, unit, 2.5 * unit, unit},
                          .y = {0, 0, 0}};
    return standardization(samples, {0, 1, 2});
  };
  const Standardization usual = scaled(1);
  EXPECT_EQ(usual.mean, (std::vector{2.5, 1.0}));
  EXPECT_NEAR(usual.deviation[0], std::sqrt(1.5), 1e-15);
  for (const double unit : {0x1p-1022, 0x1p-700, 0x1p-500, 0x1p500, 0x1p700, 0x1p1000}) {
    const Standardization scale = scaled(unit);
    EXPECT_EQ(scale.mean[0], 2.5 * unit);
    EXPECT_EQ(scale.deviation[0], usual.deviation[0] * unit);
    EXPECT_EQ(scale.apply(4 * unit, 0), usual.apply(4, 0));
    EXPECT_EQ(scale.mean[1], unit);
    EXPECT_EQ(scale.deviation[1], 1);
  }
}

TEST(Standardization, GivesUnitVarianceToTheTrainingSplit) {
  const Samples samples = random_samples(Task::regression, 3, 1, 0, 400);
  const Split parts = split_of(400, 0.5);
  const Standardization scale = standardization(samples, parts.train);
  for (std::size_t j = 0; j < 3; ++j) {
    double sum = 0, squares = 0;
    for (const std::uint32_t i : parts.train) {
      const double x = scale.apply(samples.input(i)[j], j);
      sum += x;
      squares += x * x;
    }
    EXPECT_NEAR(sum / 200, 0, 1e-14);
    EXPECT_NEAR(squares / 200, 1, 1e-14);
  }
}

TEST(NoStandardization, ChangesNothing) {
  const Standardization scale = no_standardization(2);
  for (const double x : {-3.5, 0.0, 1e-300, 7.25}) {
    EXPECT_EQ(scale.apply(x, 0), x);
    EXPECT_EQ(scale.apply(x, 1), x);
  }
}

}  // namespace
}  // namespace fall_line
