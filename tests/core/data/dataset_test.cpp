// SPDX-License-Identifier: MIT
#include "data/dataset.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "data/generators/class_data.hpp"
#include "support/generated.hpp"
#include "support/registry.hpp"

/// Requirements on every data set of the registry.
namespace fall_line {
namespace {

class Dataset : public testing::TestWithParam<const DatasetEntry*> {
 protected:
  const DatasetEntry& entry() const { return *GetParam(); }
};

void expect_sound(const DatasetEntry& entry, const Samples& samples, double count) {
  ASSERT_EQ(static_cast<double>(samples.count()), count);
  EXPECT_EQ(samples.task, entry.task);
  EXPECT_EQ(samples.inputs(), entry.inputs());
  EXPECT_EQ(samples.outputs, entry.outputs);
  ASSERT_EQ(samples.x.size(), samples.count() * static_cast<std::size_t>(entry.inputs()));
  ASSERT_EQ(samples.y.size(), samples.count() * static_cast<std::size_t>(entry.outputs));
  for (const double x : samples.x) ASSERT_TRUE(std::isfinite(x));
  for (const double y : samples.y) ASSERT_TRUE(std::isfinite(y));
  if (entry.task == Task::regression) {
    EXPECT_EQ(samples.classes, 0);
    return;
  }
  EXPECT_GE(samples.classes, 2);
  for (const double y : samples.y) {
    ASSERT_EQ(y, std::floor(y));
    ASSERT_GE(y, 0);
    ASSERT_LT(y, samples.classes);
  }
}

TEST_P(Dataset, DrawsTheRequestedNumberOfSamples) {
  const Samples usual = generate(entry());
  expect_sound(entry(), usual, static_cast<double>(usual.count()));
  for (const double count : {4, 5, 37, 500}) {
    SCOPED_TRACE(count);
    expect_sound(entry(), generate(entry(), {{"samples", count}}), count);
  }
}

/// Checks rely on it, since drawing the data takes memory and time.
TEST_P(Dataset, IsOutlinedBeforeItIsDrawn) {
  const auto rows = entry().hyperparameters;
  for (std::size_t changed = 0; changed <= rows.size(); ++changed) {
    Values values = defaults_of(rows);
    // Each whole number at the upper end of its slider, one after the other.
    if (changed < rows.size()) {
      if (rows[changed].kind != Kind::integer) continue;
      values[changed] = docs_of(entry()).hyperparameters[changed].slider.max;
    }
    const DatasetOutline outline = entry().outline(values);
    Stream stream("data", 1);
    const Samples drawn = entry().generate(values, stream);
    EXPECT_EQ(outline.samples, static_cast<double>(drawn.count()));
    EXPECT_EQ(outline.classes, drawn.classes);
    EXPECT_EQ(entry().shape, drawn.shape);
  }
}

TEST_P(Dataset, HasEqualClasses) {
  // Where there is no imbalance to set, the classes are as large as they come.
  if (!has_row(entry(), "imbalance")) return;
  for (const double count : {12, 99, 500}) {
    const std::vector<int> counts = class_counts(generate(entry(), {{"samples", count}}));
    const auto [least, most] = std::minmax_element(counts.begin(), counts.end());
    EXPECT_LE(*most - *least, 1) << count;
    EXPECT_TRUE(std::is_sorted(counts.rbegin(), counts.rend())) << "what is left goes to the first";
  }
}

TEST_P(Dataset, HasTheRequestedImbalance) {
  if (!has_row(entry(), "imbalance")) return;
  const Samples samples = generate(entry(), {{"samples", 700}, {"imbalance", 0.5}});
  EXPECT_EQ(class_counts(samples), class_sizes(700, samples.classes, 0.5));
  EXPECT_GE(class_counts(samples)[0], 2 * class_counts(samples)[1] - 2);
}

TEST_P(Dataset, GivesTheSameBitsForTheSameSeed) {
  const Samples one = generate(entry()), again = generate(entry());
  EXPECT_EQ(one.x, again.x);
  EXPECT_EQ(one.y, again.y);
}

TEST_P(Dataset, DrawsDifferentSamplesFromAnotherSeed) {
  EXPECT_NE(generate(entry(), {}, 1).x, generate(entry(), {}, 2).x);
}

// Initializers and learning rates assume inputs of about unit variance.
TEST_P(Dataset, FillsThePicture) {
  const Samples samples = generate(entry(), {{"noise", 0}});
  double farthest = 0, squares = 0;
  for (const double x : samples.x) {
    farthest = std::max(farthest, std::fabs(x));
    squares += x * x;
  }
  const double deviation = std::sqrt(squares / static_cast<double>(samples.x.size()));
  EXPECT_LT(farthest, 2.7);
  EXPECT_LT(deviation, 1.3);
  if (entry().inputs() > 2) {  // Images, from 0 to 1.
    EXPECT_EQ(farthest, 1);
    EXPECT_GT(deviation, 0.2);
  } else {
    EXPECT_GT(farthest, 1.2);
    EXPECT_GT(deviation, 0.7);
  }
  if (entry().task == Task::classification) return;
  const auto [least, most] = std::minmax_element(samples.y.begin(), samples.y.end());
  EXPECT_GT(*least, -1.3);
  EXPECT_LT(*least, -0.7);
  EXPECT_GT(*most, 0.7);
  EXPECT_LT(*most, 1.3);
}

TEST_P(Dataset, ScattersByTheNoise) {
  // The same draws without noise: the difference is the noise times a standard normal.
  const Samples clean = generate(entry(), {{"noise", 0}, {"samples", 500}});
  const Samples noisy = generate(entry(), {{"noise", 0.5}, {"samples", 500}});
  const bool regression = entry().task == Task::regression;
  const auto& a = regression ? clean.y : clean.x;
  const auto& b = regression ? noisy.y : noisy.x;
  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    sum += b[i] - a[i];
    squares += (b[i] - a[i]) * (b[i] - a[i]);
  }
  const auto n = static_cast<double>(a.size());
  EXPECT_NEAR(sum / n, 0, 4 * 0.5 / std::sqrt(n));
  EXPECT_NEAR(squares / n, 0.25, 4 * 0.25 * std::sqrt(2 / n));
}

TEST_P(Dataset, IsFiniteAtEveryCornerOfItsSliders) {
  const auto rows = docs_of(entry()).hyperparameters;
  for (std::size_t corner = 0; corner < std::size_t{1} << rows.size(); ++corner) {
    std::vector<std::pair<std::string_view, double>> named;
    for (std::size_t i = 0; i < rows.size(); ++i)
      named.emplace_back(rows[i].id,
                         (corner >> i & 1) == 0 ? rows[i].slider.min : rows[i].slider.max);
    SCOPED_TRACE(testing::PrintToString(named));
    named.emplace_back("samples", 60);
    expect_sound(entry(), generate(entry(), named), 60);
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, Dataset, testing::ValuesIn(every(datasets())), ById());

}  // namespace
}  // namespace fall_line
