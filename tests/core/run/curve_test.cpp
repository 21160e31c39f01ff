// SPDX-License-Identifier: MIT
#include "run/curve.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "support/runs.hpp"

namespace fall_line {
namespace {

/// The recorded steps: every step to 100, then every 2nd to 250, every 5th to 500, every 10th to
/// 1000, every 20th to 2500, and every 50th to 5000.
std::vector<std::uint64_t> ladder_to(std::uint64_t last) {
  std::vector<std::uint64_t> steps;
  for (std::uint64_t s = 0; s <= last;) {
    steps.push_back(s);
    s += s < 100 ? 1 : s < 250 ? 2 : s < 500 ? 5 : s < 1000 ? 10 : s < 2500 ? 20 : 50;
  }
  return steps;
}

TEST(Ladder, KeepsItsRecords) {
  std::vector<std::uint64_t> records;
  for (std::uint64_t s = 0; s <= 5000; ++s)
    if (is_recorded(s)) records.push_back(s);
  EXPECT_EQ(records, ladder_to(5000));
}

TEST(Ladder, ContinuesInTheSamePattern) {
  for (const std::uint64_t s : {5000, 5100, 10'000, 10'200, 25'000, 25'500, 1'000'000, 1'020'000})
    EXPECT_TRUE(is_recorded(s)) << s;
  for (const std::uint64_t s : {5050, 10'100, 25'200, 1'010'000}) EXPECT_FALSE(is_recorded(s)) << s;
}

TEST(Ladder, FindsTheNextRecord) {
  std::uint64_t next = 0;
  for (std::uint64_t s = 0; s <= 120'000; ++s) {
    if (is_recorded(s)) {
      EXPECT_EQ(s, next);
      next = next_recorded(s);
    }
    EXPECT_EQ(next_recorded(s), next);
  }
}

TEST(Ladder, ListsTheStepsThatARunRecords) {
  const auto run = make_run(small_race());
  run->step(2500);
  std::vector<std::uint64_t> steps;
  for (const Record& record : run->curve()) {
    steps.push_back(record.step);
    EXPECT_NEAR(record.epoch, static_cast<double>(record.step) / 3, 1e-9);
    EXPECT_EQ(record.samples_seen, static_cast<double>(record.step) * 10);
  }
  EXPECT_EQ(steps, ladder_to(2500));
}

TEST(Ladder, RecordsWhatEvaluateReturnsThere) {
  const auto run = make_run(small_race({at("problem.network.l2", 0.1)}));
  for (int t = 0; t < 120; ++t) {
    const Evaluation now = run->evaluate();
    const Record& record = run->curve().back();
    if (record.step == run->report().step) {
      EXPECT_EQ(record.train_loss, now.train_data_loss);
      EXPECT_EQ(record.test_loss, now.test_loss);
      EXPECT_EQ(record.train_accuracy, now.train_accuracy);
      EXPECT_EQ(record.test_accuracy, now.test_accuracy);
    }
    run->step(1);
  }
}

TEST(Ladder, RecordsEachLayersWeightNorm) {
  const auto run = make_run(small_race({at("problem.network.hidden", {3.0, 5.0})}));
  const Layout layout(dense_network({2, 3, 5, 1}));
  for (std::size_t t = 0; t < 20; ++t) {
    const std::span<const LayerRecord> last = std::span(run->layer_curve()).subspan(3 * t);
    ASSERT_EQ(last.size(), 3u);
    for (std::size_t l = 0; l < 3; ++l) {
      const LayerParameters& layer = layout.layers[l];
      double squares = 0;
      for (const Real w : run->parameters().subspan(layer.weights, layer.weight_count()))
        squares += static_cast<double>(w) * w;
      EXPECT_NEAR(last[l].weight_norm, std::sqrt(squares), 1e-12);
      EXPECT_GT(last[l].weight_norm, 0);
    }
    run->step(1);
  }
}

TEST(Ladder, HasNoLayersOnASurface) {
  const auto run = make_run({at("problem.surface.id", "rosenbrock"), at("optimizer.id", "sgd"),
                             at("optimizer.learningRate", 0.001)});
  run->step(5);
  EXPECT_EQ(run->curve().size(), 6u);
  EXPECT_TRUE(run->layer_curve().empty());
}

Curve random_curve(std::size_t size, std::uint64_t seed) {
  Stream stream("curve", seed);
  Curve curve;
  for (std::size_t i = 0; i < size; ++i)
    curve.push_back({i, 0, 0, stream.normal(), stream.normal(), stream.uniform(), stream.uniform(),
                     stream.uniform()});
  return curve;
}

constexpr double Record::*columns[] = {&Record::train_loss, &Record::test_loss,
                                       &Record::train_accuracy, &Record::learning_rate,
                                       &Record::test_accuracy};

void expect_extremes_kept(const Curve& curve, std::size_t from, std::size_t most) {
  const std::vector<std::size_t> kept = reduced(curve, from, most);
  ASSERT_FALSE(kept.empty());
  EXPECT_TRUE(std::is_sorted(kept.begin(), kept.end()));
  EXPECT_EQ(std::adjacent_find(kept.begin(), kept.end()), kept.end()) << "an index twice";
  EXPECT_EQ(kept.front(), from);
  EXPECT_EQ(kept.back(), curve.size() - 1);
  for (const auto column : columns) {
    double lowest = HUGE_VAL, highest = -HUGE_VAL, kept_lowest = HUGE_VAL, kept_highest = -HUGE_VAL;
    std::size_t broken = curve.size();
    for (std::size_t i = from; i < curve.size(); ++i) {
      const double y = curve[i].*column;
      if (!std::isfinite(y)) {
        broken = std::min(broken, i);
        continue;
      }
      lowest = std::min(lowest, y);
      highest = std::max(highest, y);
    }
    for (const std::size_t i : kept)
      if (const double y = curve[i].*column; std::isfinite(y)) {
        kept_lowest = std::min(kept_lowest, y);
        kept_highest = std::max(kept_highest, y);
      }
    EXPECT_EQ(kept_lowest, lowest);
    EXPECT_EQ(kept_highest, highest);
    if (broken < curve.size()) {
      EXPECT_TRUE(std::binary_search(kept.begin(), kept.end(), broken)) << "first non-finite";
    }
  }
}

TEST(Reduced, KeepsEndsAndExtremes) {
  for (std::uint64_t seed = 0; seed < 50; ++seed)
    for (const std::size_t most : {1, 2, 10, 40, 100})
      for (const std::size_t from : {0, 1, 150, 299})
        expect_extremes_kept(random_curve(300, seed), from, most);
}

TEST(Reduced, KeepsTheFirstNonFiniteValue) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    Curve curve = random_curve(300, seed);
    Stream stream("broken", seed);
    for (const auto column : columns)
      for (std::size_t i = stream.below(290); i < 300; ++i)
        curve[i].*column = i % 3 == 0 ? HUGE_VAL : std::numeric_limits<double>::quiet_NaN();
    for (const std::size_t most : {1, 20, 100}) expect_extremes_kept(curve, 0, most);
  }
}

TEST(Reduced, KeepsAboutTheRequestedNumberOfPoints) {
  const Curve curve = random_curve(2000, 1);
  for (const std::size_t most : {40, 100, 500}) {
    const std::size_t kept = reduced(curve, 0, most).size();
    EXPECT_LE(kept, most + 16);
    EXPECT_GE(kept, most / 2);
  }
  EXPECT_EQ(reduced(curve, 0, 2000).size(), 2000u);
  EXPECT_EQ(reduced(curve, 0, 1'000'000).size(), 2000u);
}

TEST(Reduced, IsEmptyBeyondTheEnd) {
  EXPECT_TRUE(reduced({}, 0, 10).empty());
  EXPECT_TRUE(reduced(random_curve(5, 1), 5, 10).empty());
  EXPECT_TRUE(reduced(random_curve(5, 1), 500, 10).empty());
  EXPECT_EQ(reduced(random_curve(5, 1), 3, 10), (std::vector<std::size_t>{3, 4}));
}

}  // namespace
}  // namespace fall_line
