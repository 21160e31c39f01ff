// SPDX-License-Identifier: MIT
#include "objective/batch_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/problems.hpp"

namespace fall_line {
namespace {

constexpr std::size_t samples = 53;
using Indices = std::vector<std::uint32_t>;

Indices next_of(BatchOrder& order) {
  const auto batch = order.next();
  return {batch.begin(), batch.end()};
}

/// The batches of one epoch, one after another.
Indices epoch_of(BatchOrder& order) {
  Indices all;
  while (all.size() < samples)
    for (const std::uint32_t i : order.next()) all.push_back(i);
  return all;
}

TEST(BatchOrder, VisitsEverySampleOnceAnEpoch) {
  BatchOrder order(1, samples, 10);
  Indices before;
  for (int epoch = 0; epoch < 5; ++epoch) {
    Indices all = epoch_of(order);
    EXPECT_NE(all, before);
    EXPECT_FALSE(std::is_sorted(all.begin(), all.end()));
    before = all;
    std::sort(all.begin(), all.end());
    EXPECT_EQ(all, indices_up_to(samples));
  }
}

TEST(BatchOrder, DoesNotDependOnTheBatchSize) {
  BatchOrder single(1, samples, 1);
  std::vector<Indices> epochs;
  for (int epoch = 0; epoch < 3; ++epoch) epochs.push_back(epoch_of(single));
  for (std::size_t size = 2; size < samples; ++size) {
    BatchOrder order(1, samples, size);
    for (const Indices& epoch : epochs) EXPECT_EQ(epoch_of(order), epoch) << size;
  }
}

TEST(BatchOrder, EndsAnEpochWithASmallerBatch) {
  BatchOrder order(1, samples, 10);
  for (int epoch = 0; epoch < 2; ++epoch) {
    for (int batch = 0; batch < 5; ++batch) EXPECT_EQ(order.next().size(), 10u);
    EXPECT_EQ(order.next().size(), 3u);
  }
}

TEST(BatchOrder, DoesNotShuffleAFullBatch) {
  for (const std::size_t size : {samples, samples + 1, std::size_t{1'000'000}}) {
    BatchOrder order(1, samples, size);
    for (int epoch = 0; epoch < 3; ++epoch) EXPECT_EQ(next_of(order), indices_up_to(samples));
  }
}

TEST(BatchOrder, FollowsItsSeed) {
  BatchOrder one(1, samples, 10), again(1, samples, 10), other(2, samples, 10);
  const Indices first = epoch_of(one);
  EXPECT_EQ(epoch_of(again), first);
  EXPECT_NE(epoch_of(other), first);
}

TEST(BatchOrder, CountsTheSamplesDrawn) {
  BatchOrder order(1, samples, 10);
  EXPECT_EQ(order.drawn(), 0u);
  std::uint64_t drawn = 0;
  for (int batch = 0; batch < 20; ++batch) {
    drawn += order.next().size();
    EXPECT_EQ(order.drawn(), drawn);
  }
}

TEST(BatchOrder, SeeksToTheSamePlaceAsDrawing) {
  for (const std::size_t size : {1ul, 7ul, 10ul, 52ul, 53ul}) {
    BatchOrder walked(1, samples, size);
    for (int batch = 0; batch < 30; ++batch) {
      BatchOrder sought(1, samples, size);
      sought.next();
      sought.seek(walked.drawn());
      EXPECT_EQ(sought.drawn(), walked.drawn());
      BatchOrder copy = walked;
      for (int ahead = 0; ahead < 9; ++ahead)
        ASSERT_EQ(next_of(sought), next_of(copy)) << size << ", after " << batch;
      walked.next();
    }
  }
}

TEST(BatchOrder, HandlesASingleSample) {
  BatchOrder order(1, 1, 10);
  for (int batch = 0; batch < 3; ++batch) EXPECT_EQ(next_of(order), Indices{0});
  EXPECT_EQ(order.drawn(), 3u);
}

}  // namespace
}  // namespace fall_line
