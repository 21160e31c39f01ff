// SPDX-License-Identifier: MIT
#include "network/loss.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "catalog/find.hpp"
#include "support/registry.hpp"

namespace fall_line {
namespace {

constexpr double tolerance = sizeof(Real) == 8 ? 1e-14 : 1e-6;
constexpr std::size_t stride = 4;
constexpr Real untouched = 42;

struct Evaluated {
  double total;
  std::vector<Vector> delta;  ///< [sample][unit]
};

/// Evaluates outputs [sample][unit] against targets [sample][width], with a scale of 1/2.
Evaluated evaluate(std::string_view id, const std::vector<Vector>& outputs, const Vector& targets) {
  const LossEntry* loss = find(losses(), id);
  if (loss == nullptr) {
    ADD_FAILURE() << "no loss " << id;
    return {};
  }
  const std::size_t units = outputs[0].size();
  Vector rows(units * stride), delta(units * stride, untouched);
  for (std::size_t b = 0; b < outputs.size(); ++b)
    for (std::size_t u = 0; u < units; ++u) rows[u * stride + b] = outputs[b][u];
  LossBatch batch{.units = units,
                  .count = outputs.size(),
                  .stride = stride,
                  .outputs = rows.data(),
                  .targets = targets.data(),
                  .delta = nullptr,
                  .scale = 0.5};
  Evaluated result{loss->evaluate(batch), {}};
  batch.delta = delta.data();
  const double again = loss->evaluate(batch);
  EXPECT_TRUE(again == result.total || (std::isnan(again) && std::isnan(result.total)));
  for (std::size_t b = 0; b < stride; ++b) {
    Vector sample;
    for (std::size_t u = 0; u < units; ++u) sample.push_back(delta[u * stride + b]);
    if (b < outputs.size()) {
      result.delta.push_back(sample);
    } else {
      EXPECT_EQ(sample, Vector(units, untouched)) << "padding";
    }
  }
  return result;
}

/// `slopes` are d(loss of the sample)/d(output), before the scale.
void expect(std::string_view id, const std::vector<Vector>& outputs, const Vector& targets,
            double total, const std::vector<std::vector<double>>& slopes) {
  SCOPED_TRACE(id);
  const Evaluated result = evaluate(id, outputs, targets);
  EXPECT_NEAR(result.total, total, tolerance * (1 + total));
  ASSERT_EQ(result.delta.size(), slopes.size());
  for (std::size_t b = 0; b < slopes.size(); ++b)
    for (std::size_t u = 0; u < slopes[b].size(); ++u)
      EXPECT_NEAR(result.delta[b][u], 0.5 * slopes[b][u], tolerance) << b << ", " << u;
}

const Real log_2 = static_cast<Real>(0.6931471805599453),
           log_3 = static_cast<Real>(1.0986122886681098),
           log_5 = static_cast<Real>(1.6094379124341003);

// r = (1, -3): (1 + 9) / 2 = 5, slopes 2r / 2
// r = (0, 0.5): 0.25 / 2 = 0.125
TEST(MeanSquaredError, IsTheMeanOverOutputsWithoutAHalf) {
  expect("mean-squared-error", {{1, -2}, {3, 0}}, {0, 1, 3, -0.5}, 5.125, {{1, -3}, {0, 0.5}});
  expect("mean-squared-error", {{0.5}}, {2}, 2.25, {{-3}});
}

TEST(MeanAbsoluteError, IsTheMeanOverOutputs) {
  expect("mean-absolute-error", {{1, -2}, {3, 0}}, {0, 1, 3, -0.5}, 2.25, {{0.5, -0.5}, {0, 0.5}});
  expect("mean-absolute-error", {{0.5}}, {2}, 1.5, {{-1}});
}

// r = (1, -3): (1/2 + 5/2) / 2 = 1.5; r = (0, 0.5): 0.125 / 2 = 0.0625
TEST(Huber, IsSquaredInsideAndLinearOutside) {
  expect("huber", {{1, -2}, {3, 0}}, {0, 1, 3, -0.5}, 1.5625, {{0.5, -0.5}, {0, 0.25}});
  expect("huber", {{0.5}}, {2}, 1, {{-1}});
}

// sigmoid(log 3) = 3/4: -log 3/4 for class 1, -log 1/4 for class 0
TEST(CrossEntropy, UsesTheSigmoidForTwoClasses) {
  expect("cross-entropy", {{log_3}, {log_3}}, {1, 0}, 0.2876820724517809 + 1.3862943611198906,
         {{-0.25}, {0.75}});
}

// softmax(0, log 2, log 5) = (1, 2, 5) / 8
TEST(CrossEntropy, UsesTheSoftmaxForMoreClasses) {
  expect("cross-entropy", {{0, log_2, log_5}, {0, log_2, log_5}}, {2, 0},
         0.4700036292457356 + 2.0794415416798357, {{0.125, 0.25, -0.375}, {-0.875, 0.25, 0.625}});
  // Adding the same number to all logits changes nothing.
  expect("cross-entropy", {{64, 64 + log_2, 64 + log_5}}, {2}, 0.4700036292457356,
         sizeof(Real) == 8 ? std::vector<std::vector<double>>{{0.125, 0.25, -0.375}}
                           : std::vector<std::vector<double>>{{}});
}

TEST(CrossEntropy, IsStableAtHugeLogits) {
  expect("cross-entropy", {{1000}, {1000}, {-1000}, {-1000}}, {1, 0, 1, 0}, 2000,
         {{0}, {1}, {-1}, {0}});
  expect("cross-entropy", {{1000, -1000, 0}, {1000, -1000, 0}}, {0, 1}, 2000,
         {{0, 0, 0}, {1, -1, 0}});
  expect("cross-entropy", {{1000, 1000, 1000}}, {1}, 1.0986122886681098,
         {{1.0 / 3, -2.0 / 3, 1.0 / 3}});
}

// 1 - 0.25 for class 1, 1 + 0.25 for class 0; a margin of 1 or more costs nothing.
TEST(Hinge, HasAMarginOfOneForTwoClasses) {
  expect("hinge", {{0.25}, {0.25}, {2}, {1}}, {1, 0, 1, 1}, 2, {{-1}, {1}, {0}, {0}});
}

// Crammer and Singer: 1 + best other score - own score: 1 + 1 - 0.5, 1 + 0.5 - 1, 1 + 1 + 2, and 0.
TEST(Hinge, ComparesWithTheBestOtherClassOnly) {
  const Vector s{1, 0.5, -2};
  expect("hinge", {s, s, s, {1, 2, 3.5}}, {1, 0, 2, 2}, 6,
         {{1, -1, 0}, {-1, 1, 0}, {1, 0, -1}, {0, 0, 0}});
}

class Loss : public testing::TestWithParam<const LossEntry*> {};

TEST_P(Loss, IsNaNIfAnyOutputIsNaN) {
  constexpr Real nan = std::numeric_limits<Real>::quiet_NaN();
  EXPECT_TRUE(std::isnan(evaluate(GetParam()->id, {{nan}}, {1}).total));
  const bool numbers = GetParam()->encoding == Encoding::class_number;
  for (std::size_t y = 0; y < 3; ++y)
    for (std::size_t bad = 0; bad < 3; ++bad) {
      Vector s{0.5, -1, 0.25}, one_hot{0, 0, 0};
      s[bad] = nan;
      one_hot[y] = 1;
      const Vector targets = numbers ? Vector{static_cast<Real>(y)} : one_hot;
      EXPECT_TRUE(std::isnan(evaluate(GetParam()->id, {s}, targets).total))
          << "class " << y << ", NaN at output " << bad;
    }
}

TEST_P(Loss, AddsUpOverSamples) {
  const Vector class_one{1}, both{1, 1};
  const double one = evaluate(GetParam()->id, {{0.3}}, class_one).total;
  EXPECT_NEAR(evaluate(GetParam()->id, {{0.3}, {0.3}}, both).total, 2 * one, 1e-12);
  EXPECT_GT(one, 0);
}

TEST_P(Loss, SupportsATask) {
  EXPECT_TRUE(GetParam()->supports(Task::classification) || GetParam()->supports(Task::regression));
}

INSTANTIATE_TEST_SUITE_P(Registry, Loss, testing::ValuesIn(every(losses())), ById());

TEST(Losses, HaveADefaultForEachTask) {
  EXPECT_EQ(default_loss(Task::classification).id, "cross-entropy");
  EXPECT_EQ(default_loss(Task::regression).id, "mean-squared-error");
  EXPECT_FALSE(find(losses(), "cross-entropy")->supports(Task::regression));
  EXPECT_FALSE(find(losses(), "hinge")->supports(Task::regression));
  for (const char* id : {"mean-squared-error", "mean-absolute-error", "huber"}) {
    EXPECT_TRUE(find(losses(), id)->supports(Task::regression)) << id;
    EXPECT_TRUE(find(losses(), id)->supports(Task::classification)) << id;
  }
}

TEST(OutputUnits, AreOneForTwoClasses) {
  EXPECT_EQ(output_units(Task::classification, 2, 1), 1);
  EXPECT_EQ(output_units(Task::classification, 3, 1), 3);
  EXPECT_EQ(output_units(Task::classification, 10, 1), 10);
  EXPECT_EQ(output_units(Task::regression, 0, 1), 1);
  EXPECT_EQ(output_units(Task::regression, 0, 2), 2);
}

}  // namespace
}  // namespace fall_line
