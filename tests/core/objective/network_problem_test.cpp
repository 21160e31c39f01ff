// SPDX-License-Identifier: MIT
#include "objective/network_problem.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "catalog/find.hpp"
#include "support/naive_network.hpp"
#include "support/problems.hpp"
#include "support/registry.hpp"

namespace fall_line {
namespace {

constexpr double tolerance = sizeof(Real) == 8 ? 1e-13 : 1e-5;

const ActivationEntry& first_activation() { return *activations()[0]; }

NetworkProblem problem_on(const Samples& samples, const LossEntry& loss, const Split& split,
                          const Standardization& standardization, Penalty penalty = {}) {
  const auto inputs = static_cast<std::size_t>(samples.inputs());
  const auto outputs =
      static_cast<std::size_t>(output_units(samples.task, samples.classes, samples.outputs));
  return {samples,
          split,
          standardization,
          Network(dense_network({inputs, 4, outputs}), first_activation()),
          loss,
          penalty};
}

NetworkProblem problem_on(const Samples& samples, const LossEntry& loss) {
  return problem_on(samples, loss, all_training(samples), no_standardization(samples.inputs()));
}

/// The mean of each loss when all outputs are 0. It shows how the loss encodes class targets.
struct AtZero {
  std::string_view loss;
  double two, three;
};

TEST(NetworkProblem, EncodesClassesAsTheLossNeeds) {
  const AtZero table[] = {{"cross-entropy", 0.6931471805599453, 1.0986122886681098},
                          {"hinge", 1, 1},
                          {"mean-squared-error", 1, 1.0 / 3},
                          {"mean-absolute-error", 1, 1.0 / 3},
                          {"huber", 0.5, 1.0 / 6}};
  for (const auto& [id, two, three] : table) {
    const LossEntry& loss = *find(losses(), id);
    for (const int classes : {2, 3}) {
      const Samples samples = random_samples(Task::classification, 2, 1, classes, 12);
      NetworkProblem problem = problem_on(samples, loss);
      const Vector w(problem.parameters(), 0);
      EXPECT_NEAR(problem.train_score(w).loss, classes == 2 ? two : three,
                  sizeof(Real) == 8 ? 1e-14 : 1e-7)
          << id;
    }
  }
}

class Scored : public testing::TestWithParam<const LossEntry*> {};

TEST_P(Scored, IsThePlainMeanOverEachSplit) {
  for (const int classes : {2, 3, 0}) {
    const Task task = classes == 0 ? Task::regression : Task::classification;
    if (!GetParam()->supports(task)) continue;
    const Samples samples = random_samples(task, 2, classes == 0 ? 2 : 1, classes, 333);
    Stream stream("split", 1);
    const Split parts = split(333, 0.45, stream);
    NetworkProblem problem =
        problem_on(samples, *GetParam(), parts, no_standardization(2), {0.1, 0.1});
    const NaiveNetwork naive{problem.layout(), first_activation().id, GetParam()->id, {}};
    const Vector w = random_parameters(problem.parameters());
    EXPECT_NEAR(problem.train_score(w).loss, naive.data_loss(to_double(w), samples, parts.train),
                tolerance);
    EXPECT_NEAR(problem.test_score(w).loss, naive.data_loss(to_double(w), samples, parts.test),
                tolerance);
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, Scored, testing::ValuesIn(every(losses())), ById());

TEST(NetworkProblem, CountsRightAnswers) {
  for (const int classes : {2, 4}) {
    const Samples samples = random_samples(Task::classification, 2, 1, classes, 200);
    NetworkProblem problem = problem_on(samples, *losses()[0]);
    const NaiveNetwork naive{problem.layout(), first_activation().id, losses()[0]->id, {}};
    const Vector w = random_parameters(problem.parameters());
    int right = 0;
    for (std::size_t i = 0; i < 200; ++i) {
      const auto s = naive.outputs(to_double(w), samples.input(i));
      const auto best =
          s.size() == 1 ? (s[0] > 0 ? 1 : 0) : std::max_element(s.begin(), s.end()) - s.begin();
      right += static_cast<double>(best) == samples.y[i] ? 1 : 0;
    }
    EXPECT_EQ(problem.train_score(w).accuracy, right / 200.0);
    EXPECT_GT(right, 0);
    EXPECT_LT(right, 200);
  }
}

TEST(NetworkProblem, HasNoAccuracyForRegressionAndNoLossOnAnEmptySplit) {
  const Samples samples = random_samples(Task::regression, 2, 1, 0, 10);
  NetworkProblem problem = problem_on(samples, default_loss(Task::regression));
  const Vector w = random_parameters(problem.parameters());
  EXPECT_TRUE(std::isnan(problem.train_score(w).accuracy));
  EXPECT_TRUE(std::isnan(problem.test_score(w).loss));
  EXPECT_TRUE(std::isnan(problem.test_score(w).accuracy));
}

// |w|_1 = 1 + 2 + 3, |w|^2 = 14: 0.1 * 6 + 0.2 / 2 * 14 = 2. The bias of 10 is not penalized.
TEST(NetworkProblem, PenalizesWeightsButNotBiases) {
  const Samples samples = random_samples(Task::regression, 3, 1, 0, 10);
  const NetworkProblem problem(samples, all_training(samples), no_standardization(3),
                               Network(dense_network({3, 1}), first_activation()),
                               default_loss(Task::regression), {0.1, 0.2});
  EXPECT_NEAR(problem.penalty(Vector{1, -2, 3, 10}), 2, 1e-15);
}

TEST(NetworkProblem, PredictsProbabilities) {
  for (const int classes : {2, 3}) {
    const Samples samples = random_samples(Task::classification, 2, 1, classes, 300);
    NetworkProblem problem = problem_on(samples, *find(losses(), "cross-entropy"));
    const NaiveNetwork naive{problem.layout(), first_activation().id, "cross-entropy", {}};
    const Vector w = random_parameters(problem.parameters());
    const std::vector<double> p = problem.predict(w, samples.x);
    const std::size_t width = classes == 2 ? 1 : 3;
    ASSERT_EQ(p.size(), 300 * width);
    for (std::size_t i = 0; i < 300; ++i) {
      const auto s = naive.outputs(to_double(w), samples.input(i));
      double sum = 0;
      for (std::size_t k = 0; k < width; ++k) {
        // exp(-loss) if k were the true class. With two classes it is the probability of class 1.
        const int y = classes == 2 ? 1 : static_cast<int>(k);
        EXPECT_NEAR(p[i * width + k], std::exp(-closed_form::class_loss("cross-entropy", s, y)),
                    tolerance);
        sum += p[i * width + k];
      }
      if (classes == 3) {
        EXPECT_NEAR(sum, 1, 1e-12);
      }
    }
  }
}

/// (1 + lead) / 2 within [0, 1].
double share(double lead) { return std::clamp((1 + lead) / 2, 0.0, 1.0); }

TEST(NetworkProblem, PredictsLeadsWhereALossHasNoProbabilities) {
  for (const LossEntry* loss : losses()) {
    if (loss->probabilities) continue;
    for (const int classes : {2, 3}) {
      const Samples samples = random_samples(Task::classification, 2, 1, classes, 200);
      NetworkProblem problem = problem_on(samples, *loss);
      const NaiveNetwork naive{problem.layout(), first_activation().id, loss->id, {}};
      Vector w = random_parameters(problem.parameters());
      // Makes some leads larger than 1.
      for (Real& x : w) x *= 3;
      const std::vector<double> p = problem.predict(w, samples.x);
      ASSERT_EQ(p.size(), classes == 2 ? 200u : 600u);
      std::size_t at = 0, certain = 0;
      for (std::size_t i = 0; i < 200; ++i) {
        const auto s = naive.outputs(to_double(w), samples.input(i));
        for (std::size_t k = 0; k < s.size(); ++k, ++at) {
          double other = classes == 2 ? 0 : -1e9;
          for (std::size_t j = 0; j < s.size(); ++j)
            if (j != k) other = std::max<double>(other, s[j]);
          EXPECT_NEAR(p[at], share(s[k] - other), 10 * tolerance) << loss->id;
          certain += p[at] == 1 ? 1 : 0;
        }
      }
      EXPECT_GT(certain, 0u) << "the ends of the range were not tried";
    }
  }
}

TEST(NetworkProblem, PredictsValuesInOriginalUnits) {
  Samples samples = random_samples(Task::regression, 2, 2, 0, 50);
  for (std::size_t i = 0; i < samples.x.size(); i += 2) samples.x[i] = 1000 + 50 * samples.x[i];
  const Split parts = all_training(samples);
  const Standardization scale = standardization(samples, parts.train);
  NetworkProblem problem = problem_on(samples, default_loss(Task::regression), parts, scale);
  const NaiveNetwork naive{problem.layout(), first_activation().id, "mean-squared-error", {}};
  const Vector w = random_parameters(problem.parameters());
  const std::vector<double> values = problem.predict(w, samples.x);
  ASSERT_EQ(values.size(), 100u);
  double squares = 0;
  for (std::size_t i = 0; i < 50; ++i) {
    const double input[] = {scale.apply(samples.x[2 * i], 0), scale.apply(samples.x[2 * i + 1], 1)};
    const auto s = naive.outputs(to_double(w), input);
    for (std::size_t k = 0; k < 2; ++k) {
      EXPECT_NEAR(values[2 * i + k], s[k], tolerance);
      squares += (s[k] - samples.y[2 * i + k]) * (s[k] - samples.y[2 * i + k]);
    }
  }
  EXPECT_NEAR(problem.train_score(w).loss, squares / 100, tolerance);
  EXPECT_TRUE(problem.predict(w, {}).empty());
}

}  // namespace
}  // namespace fall_line
