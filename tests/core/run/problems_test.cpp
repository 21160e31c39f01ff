// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>

#include "support/runs.hpp"

/// What every kind of problem says of itself.
namespace fall_line {
namespace {

const Settings on_surface{at("problem.surface.id", "saddle"), at("problem.start", {1.0, 2.0})};

/// The scores that an evaluation of a run has.
Measures scores_of(Run& run) {
  const Evaluation e = run.evaluate();
  return {.test_loss = e.test_loss.has_value(),
          .train_accuracy = e.train_accuracy.has_value(),
          .test_accuracy = e.test_accuracy.has_value()};
}

TEST(Problems, TellWhichScoresTheyHave) {
  const Settings races[] = {on_surface,
                            small_race(),
                            small_race({at("problem.testFraction", 0)}),
                            {at("problem.dataset.id", "sine")}};
  for (const Settings& race : races) {
    const auto run = make_run(race);
    const Measures told = run->problem().measures(), found = scores_of(*run);
    EXPECT_EQ(told.test_loss, found.test_loss);
    EXPECT_EQ(told.train_accuracy, found.train_accuracy);
    EXPECT_EQ(told.test_accuracy, found.test_accuracy);
  }
}

TEST(Problems, AnswerRowsOfTheirWidths) {
  for (const Settings& race :
       {on_surface, small_race(),
        small_race({at("problem.dataset.id", "digits-12"), at("problem.dataset.samples", 20)})}) {
    const auto run = make_run(race);
    const RowWidths widths = run->problem().row_widths();
    const std::vector<double> rows(3 * widths.inputs, 0.5);
    EXPECT_EQ(run->predict(rows).size(), 3 * widths.outputs);
  }
}

// small_race has two inputs and one hidden layer.
TEST(Problems, HaveLayersIfTheyTrainANetwork) {
  const auto surface = make_run(on_surface), network = make_run(small_race());
  EXPECT_TRUE(surface->layers().empty());
  EXPECT_TRUE(surface->activations(std::vector<double>{1, 2}, {}).empty());
  ASSERT_EQ(network->layers().size(), 2u);
  EXPECT_EQ(network->layers()[0].columns, 2u);
  EXPECT_EQ(network->layers()[1].units, 1u);
  EXPECT_EQ(network->layers()[1].biases + 1, network->parameters().size());
}

TEST(Problems, OnASurfaceHaveAPathInsteadOfSamples) {
  const auto surface = make_run(on_surface), network = make_run(small_race());
  surface->step(3);
  network->step(3);
  EXPECT_EQ(surface->path().size(), 4u);
  EXPECT_EQ(network->path().size(), 0u);
  EXPECT_EQ(surface->problem().samples().count(), 0u);
  EXPECT_EQ(network->problem().samples().count(), 60u);
  EXPECT_TRUE(surface->problem().split().train.empty());
  EXPECT_TRUE(surface->last_batch().empty());
  EXPECT_EQ(network->last_batch().size(), 10u);
  EXPECT_NE(surface->problem().divergence_words().loss, network->problem().divergence_words().loss);
}

/// Checks and memory limits rely on it before anything is made.
TEST(Problems, KnowTheirSizeBeforeTheyAreMade) {
  for (const char* dataset : {"spiral", "blobs", "pinwheel", "digits-12", "sine"}) {
    const Settings race = small_race({at("problem.dataset.id", dataset)});
    const ProblemSize size = check(race).plan.problem->size();
    const auto run = make_run(race);
    EXPECT_EQ(size.parameters, static_cast<double>(run->parameters().size())) << dataset;
    EXPECT_EQ(size.samples, static_cast<double>(run->problem().samples().count())) << dataset;
    const auto blocks = run->problem().blocks();
    ASSERT_EQ(size.blocks.size(), blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      EXPECT_EQ(size.blocks[i].rows, static_cast<double>(blocks[i].rows));
      EXPECT_EQ(size.blocks[i].columns, static_cast<double>(blocks[i].columns));
    }
  }
  EXPECT_EQ(check(on_surface).plan.problem->size().parameters, 2);
}

// 1000 hidden layers of a million units: 10^15 weights, more than a 32-bit number counts.
TEST(Problems, CountParametersThatNoMemoryHolds) {
  const std::vector<std::size_t> units(1002, 1'000'000);
  EXPECT_EQ(dense_network(units).parameters(), 1001ULL * 1'000'001 * 1'000'000);
  EXPECT_EQ(dense_network(units).widest(), 1'000'000u);
  EXPECT_EQ(dense_network({2, 8, 3, 1}).widest(), 8u);
  EXPECT_EQ(dense_network({5, 1}).widest(), 5u);
  EXPECT_EQ(dense_network({2, 8, 8, 1}).parameters(),
            Layout(dense_network({2, 8, 8, 1})).parameters);
}

}  // namespace
}  // namespace fall_line
