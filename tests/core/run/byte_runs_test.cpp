// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <numeric>

#include "data/cells.hpp"
#include "objective/network_problem.hpp"
#include "support/problems.hpp"
#include "support/runs.hpp"
#include "support/same_run.hpp"

/// Runs on bytes, which images are kept as, and runs on the same numbers.
namespace fall_line {
namespace {

/// Three classes of images of `height` x 4 pixels, one of which never varies.
Samples byte_images(std::size_t count, int height = 3) {
  Samples samples{.shape = {1, height, 4}, .classes = 3};
  Stream stream("bytes", 1);
  for (std::size_t i = 0; i < count; ++i) {
    samples.y.push_back(static_cast<double>(i % 3));
    for (int j = 0; j < samples.inputs(); ++j)
      samples.bytes.push_back(
          static_cast<std::uint8_t>(j == 2 ? 7 : stream.below(150) + 50 * (i % 3)));
  }
  return samples;
}

Samples unpacked(const Samples& packed) {
  Samples samples = packed;
  samples.x.assign(packed.bytes.begin(), packed.bytes.end());
  samples.bytes.clear();
  return samples;
}

Setting rule(const char* id) { return at("optimizer.id", std::string(id)); }

TEST(ByteRuns, HaveTheBitsOfTheSameNumbers) {
  const Samples packed = byte_images(90);
  const auto bytes = std::make_shared<Samples>(packed);
  const auto numbers = std::make_shared<Samples>(unpacked(packed));
  for (const Settings& settings : std::vector<Settings>{
           {rule("adam"), at("problem.batchSize", 7)},
           {rule("momentum"), at("problem.standardize", false), at("optimizer.learningRate", 1e-5)},
           {rule("svrg")},
           {rule("sgd"), at("problem.batchSize", "full")},
           {rule("k-fac")},
           {rule("adam"), at("problem.network.normalization", "batch")},
           {rule("adam"), at("problem.network.dropout", 0.3)},
           {rule("adam"), at("problem.network.labelSmoothing", 0.1)}}) {
    SCOPED_TRACE(settings.back().path);
    const auto run = make_run(settings, bytes), same = make_run(settings, numbers);
    run->step(40);
    same->step(40);
    expect_same_run(*run, *same);
    EXPECT_TRUE(std::equal(run->curve().begin(), run->curve().end(), same->curve().begin(),
                           [](auto& a, auto& b) { return fall_line::same(a, b); }));
  }
}

TEST(ByteRuns, GiveInstrumentsTheSameReadings) {
  Samples packed = byte_images(90);
  for (const Task task : {Task::classification, Task::regression}) {
    packed.task = task;
    packed.classes = task == Task::classification ? 3 : 0;
    const auto run = make_run({}, std::make_shared<Samples>(packed)),
               same = make_run({}, std::make_shared<Samples>(unpacked(packed)));
    for (const auto& each : {run.get(), same.get()}) {
      std::vector<std::string> ids{"gradient-norm"};
      if (task == Task::regression) ids.push_back("r-squared");
      InstrumentCheck check = each->check_instruments(ids, Reading::record);
      ASSERT_EQ(messages(check.problems), std::vector<std::string>{});
      each->watch(check.instruments);
      each->step(20);
    }
    const auto readings = run->readings(), others = same->readings();
    for (std::size_t i = 0; i < readings.size(); ++i) {
      ASSERT_FALSE(readings[i].values.empty());
      for (std::size_t k = 0; k < readings[i].values.size(); ++k)
        EXPECT_TRUE(fall_line::same(readings[i].values[k], others[i].values[k])) << i << ", " << k;
    }
  }
}

TEST(ByteRuns, ContinueFromSnapshots) {
  const auto samples = std::make_shared<Samples>(byte_images(90));
  const auto straight = make_run({rule("adam")}, samples),
             saved = make_run({rule("adam")}, samples), loaded = make_run({rule("adam")}, samples);
  straight->step(30);
  saved->step(13);
  ASSERT_TRUE(loaded->restore(saved->snapshot()));
  loaded->step(17);
  expect_same_run(*straight, *loaded);
  Samples other = byte_images(90);
  other.bytes[5] ^= 1;
  EXPECT_FALSE(
      make_run({rule("adam")}, std::make_shared<Samples>(other))->restore(saved->snapshot()));
}

TEST(ByteRuns, AreRefusedWithoutAByteForEachInput) {
  Samples samples = byte_images(90);
  samples.bytes.pop_back();
  EXPECT_EQ(messages(check({}, std::make_shared<Samples>(samples)).problems),
            std::vector<std::string>{
                "problem.dataset.targets must be one per sample of the inputs (got 90 targets)"});
}

TEST(ByteRuns, AreScoredByTheFirstThousandOfEachPart) {
  const Samples packed = byte_images(3000);
  const auto run =
      make_run({at("problem.network.hidden", std::vector<double>{}),
                at("problem.testFraction", 0.4), rule("sgd"), at("optimizer.learningRate", 1e-3)},
               std::make_shared<Samples>(packed));
  run->step(3);
  constexpr std::size_t scored = most_scored_bytes;
  const auto& parts = run->problem().split();
  ASSERT_GT(parts.test.size(), scored);
  const auto part_of = [&](const std::vector<std::uint32_t>& indices, std::size_t count) {
    std::vector<double> inputs;
    for (std::size_t k = 0; k < count; ++k)
      for (int j = 0; j < packed.inputs(); ++j)
        inputs.push_back(packed.at(indices[k], static_cast<std::size_t>(j)));
    return inputs;
  };
  const auto right = [&](const std::vector<std::uint32_t>& indices) {
    const std::vector<double> p = run->predict(part_of(indices, scored));
    double count = 0;
    for (std::size_t k = 0; k < scored; ++k) {
      const auto first = p.begin() + static_cast<std::ptrdiff_t>(3 * k);
      count += std::max_element(first, first + 3) - first == packed.y[indices[k]] ? 1 : 0;
    }
    return count / static_cast<double>(scored);
  };
  const Evaluation evaluation = run->evaluate();
  EXPECT_EQ(evaluation.train_accuracy, right(parts.train));
  EXPECT_EQ(evaluation.test_accuracy, right(parts.test));
}

}  // namespace
}  // namespace fall_line
