// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "support/watched.hpp"

namespace fall_line {
namespace {

double total(const Histogram& h) { return std::accumulate(h.counts.begin(), h.counts.end(), 0.0); }

/// A 2-4-1 network: weights 0 to 7, four biases, weights of the outputs, one bias.
std::vector<double> known_parameters() {
  return {0, 1, 2, 3, 4, 5, 6, 32, 9, 9, 9, 9, -1, -1, -1, -1, 9};
}

TEST(Histogram, CountsTheWeightsOfEachLayer) {
  const auto run = make_run(small_race());
  ASSERT_TRUE(run->set_parameters(known_parameters()));
  const std::vector<Histogram> layers = histograms_of(*run, "weight-histogram");
  ASSERT_EQ(layers.size(), 2u);
  EXPECT_EQ(layers[0].low, 0);
  EXPECT_EQ(layers[0].high, 32);
  ASSERT_EQ(layers[0].counts.size(), 32u);
  for (std::size_t i = 0; i < 32; ++i)
    EXPECT_EQ(layers[0].counts[i], i <= 6 || i == 31 ? 1 : 0) << "stretch " << i;
  // A single value lies in the middle.
  EXPECT_EQ(layers[1].low, -1.5);
  EXPECT_EQ(layers[1].high, -0.5);
  EXPECT_EQ(layers[1].counts[16], 4);
  EXPECT_EQ(total(layers[1]), 4);
}

TEST(Histogram, OfZerosHasRoomAroundThem) {
  const auto run = make_run(small_race({at("problem.network.initializer", "zeros")}));
  const Histogram layer = histograms_of(*run, "weight-histogram")[0];
  EXPECT_EQ(layer.low, -1);
  EXPECT_EQ(layer.high, 1);
  EXPECT_EQ(total(layer), 8);
}

TEST(Histogram, CountsTheGradientOfTheWholeLoss) {
  const auto run = make_run(small_race({at("problem.network.hidden", std::vector{5.0, 3.0})}));
  run->step(20);
  const Vector g = run->gradient();
  const std::vector<Histogram> layers = histograms_of(*run, "gradient-histogram");
  ASSERT_EQ(layers.size(), 3u);
  for (std::size_t l = 0; l < 3; ++l) {
    const LayerParameters& layer = run->layers()[l];
    EXPECT_EQ(total(layers[l]), static_cast<double>(layer.weight_count()));
    const auto [low, high] = std::minmax_element(g.begin() + static_cast<long>(layer.weights),
                                                 g.begin() + static_cast<long>(layer.biases));
    EXPECT_EQ(layers[l].low, *low);
    EXPECT_EQ(layers[l].high, *high);
  }
}

TEST(Histogram, CountsTheActivationsOfAllTrainingSamples) {
  const auto run = make_run(
      small_race({at("problem.dataset.samples", 300), at("problem.network.activation", "relu"),
                  at("problem.network.hidden", std::vector{5.0, 3.0})}));
  run->step(20);
  const std::vector<Histogram> layers = histograms_of(*run, "activation-histogram");
  ASSERT_EQ(layers.size(), 2u);
  EXPECT_EQ(total(layers[0]), 150 * 5);
  EXPECT_EQ(total(layers[1]), 150 * 3);
  std::vector<double> inputs;
  for (const std::uint32_t i : run->problem().split().train) {
    const auto x = run->problem().samples().input(i);
    inputs.insert(inputs.end(), x.begin(), x.end());
  }
  const UnitRange all{0, 0, 5};
  const std::vector<double> a = run->activations(inputs, {&all, 1});
  EXPECT_EQ(layers[0].low, *std::min_element(a.begin(), a.end()));
  EXPECT_EQ(layers[0].high, *std::max_element(a.begin(), a.end()));
  EXPECT_EQ(layers[0].low, 0) << "ReLU";
}

/// A diverged run still has its finite values.
TEST(Histogram, LeavesOutWhatIsNotFinite) {
  const auto run = make_run(
      small_race({at("problem.dataset.id", "sine"), at("problem.network.activation", "linear"),
                  at("optimizer.learningRate", 1e30)}));
  run->step(1000);
  ASSERT_EQ(run->report().status, Status::diverged);
  for (const Histogram& h : histograms_of(*run, "weight-histogram")) {
    EXPECT_TRUE(std::isnan(h.low) || std::isfinite(h.high - h.low) || total(h) > 0);
    EXPECT_LE(total(h), 4);
  }
}

TEST(Histogram, ChangesNothing) {
  for (const Settings& race : watchable_races()) {
    const auto plain = make_run(race), asked = make_run(race);
    for (int t = 0; t < 40; ++t) {
      plain->step(1);
      asked->step(1);
      for (const std::string& id : suited_ids(*asked, Reading::histogram))
        histograms_of(*asked, id);
    }
    expect_same_run(*plain, *asked);
  }
}

}  // namespace
}  // namespace fall_line
