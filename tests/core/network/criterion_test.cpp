// SPDX-License-Identifier: MIT
#include "network/criterion.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

#include "catalog/find.hpp"

namespace fall_line {
namespace {

struct Reference {
  double smoothing;
  std::vector<double> weights;
  std::vector<int> classes;
  std::vector<Real> scores;  ///< [sample][output]
  double loss;
  std::vector<double> slopes;
};

std::vector<int> whole(std::initializer_list<double> values) {
  return {values.begin(), values.end()};
}

std::vector<Reference> references() {
  struct Written {
    double smoothing;
    std::initializer_list<double> weights, classes, scores;
    double loss;
    std::initializer_list<double> slopes;
  };
  std::vector<Reference> all;
  for (const Written& one : std::initializer_list<Written>{
#include "../../reference/criterion.inc"
       }) {
    Reference& last = all.emplace_back();
    last = {one.smoothing, one.weights, whole(one.classes), {}, one.loss, one.slopes};
    for (const double score : one.scores) last.scores.push_back(static_cast<Real>(score));
  }
  return all;
}

TEST(Criterion, IsTheCrossEntropyOfPyTorch) {
  const LossEntry& loss = *find(losses(), "cross-entropy");
  const double tolerance = sizeof(Real) == 8 ? 1e-14 : 2e-6;
  ASSERT_EQ(references().size(), 20U);
  for (const Reference& known : references()) {
    SCOPED_TRACE(testing::Message()
                 << known.smoothing << " and " << testing::PrintToString(known.weights));
    const Criterion criterion(known.smoothing, known.weights);
    const std::size_t count = known.classes.size(), units = known.scores.size() / count;
    constexpr std::size_t stride = 8;
    Vector outputs(units * stride), delta(units * stride), targets;
    for (const int y : known.classes) targets.push_back(static_cast<Real>(y));
    for (std::size_t b = 0; b < count; ++b)
      for (std::size_t k = 0; k < units; ++k) outputs[k * stride + b] = known.scores[b * units + k];
    const double total =
        std::accumulate(known.classes.begin(), known.classes.end(), 0.0,
                        [&](double sum, int y) { return sum + criterion.weight(y); });
    const LossBatch batch{.units = units,
                          .count = count,
                          .stride = stride,
                          .outputs = outputs.data(),
                          .targets = targets.data(),
                          .delta = delta.data(),
                          .scale = 1 / total};
    EXPECT_NEAR(criterion.evaluate(loss, batch, known.classes) / total, known.loss,
                tolerance * (1 + known.loss));
    for (std::size_t b = 0; b < count; ++b)
      for (std::size_t k = 0; k < units; ++k)
        EXPECT_NEAR(delta[k * stride + b], known.slopes[b * units + k], tolerance)
            << b << ", " << k;
  }
}

TEST(Criterion, LeavesTheLossAloneWithoutSmoothingAndWeights) {
  for (const LossEntry* loss : losses()) {
    if (!loss->supports(Task::classification)) continue;
    const Criterion criterion(0, {1, 1, 1});
    const Vector outputs{0.5, -1, 2},
        targets = loss->encoding == Encoding::class_number ? Vector{2} : Vector{0, 0, 1};
    Vector plain(3), own(3);
    LossBatch batch{.units = 3,
                    .count = 1,
                    .stride = 1,
                    .outputs = outputs.data(),
                    .targets = targets.data(),
                    .delta = plain.data(),
                    .scale = 0.25};
    const double value = loss->evaluate(batch);
    batch.delta = own.data();
    EXPECT_EQ(criterion.evaluate(*loss, batch, std::vector{2}), value) << loss->id;
    EXPECT_EQ(own, plain) << loss->id;
  }
}

// Of 8 samples 4 are listed: three of class 0, one of class 2. 4 / (3 * 3) and 4 / (3 * 1).
TEST(BalancedWeights, AreInverseToTheNumberOfTrainingSamples) {
  Samples samples{.task = Task::classification, .shape = 1, .outputs = 1, .classes = 3};
  samples.x.assign(8, 0.0);
  samples.y = {0, 1, 0, 0, 2, 1, 1, 2};
  const std::vector<std::uint32_t> train{0, 2, 3, 4};
  const std::vector<double> weights = balanced_weights(samples, train);
  EXPECT_DOUBLE_EQ(weights[0], 4.0 / 9);
  EXPECT_EQ(weights[1], 0);
  EXPECT_DOUBLE_EQ(weights[2], 4.0 / 3);
}

}  // namespace
}  // namespace fall_line
