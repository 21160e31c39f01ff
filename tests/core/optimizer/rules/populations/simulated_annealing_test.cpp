// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "support/landscape.hpp"

namespace fall_line {
namespace {

// If all trial moves go up or down by 1, T = 1/ln(1/0.8) accepts 80 % of the moves up. The first
// move then cools it by 0.99.
TEST(SimulatedAnnealing, StartsAtATemperatureThatAcceptsFourInFiveMovesUp) {
  double sign = 1;
  Landscape stairs(2, [&](std::span<const Real> w) {
    if (w[0] == 3) return 5.0;
    sign = -sign;
    return 5 + sign;
  });
  Walker walker("simulated-annealing", {}, stairs, {3, 4});
  EXPECT_EQ(walker.step().loss, 5);
  EXPECT_EQ(stairs.losses.size(), 52U);
  EXPECT_NEAR(walker.state().counters.at("temperature"), 0.99 * 4.48142011772455, 1e-10);
}

// The same for moves of different heights: the mean of exp(-rise / T) over the 50 trial moves is
// 0.8.
TEST(SimulatedAnnealing, FitsTheTemperatureToUnequalMoves) {
  Landscape steep(3, [](std::span<const Real> w) { return std::pow(bowl(w), 3); });
  Walker walker("simulated-annealing", {{"cooling", 1}, {"moveScale", 0.7}}, steep, {1, -1, 2});
  walker.step();
  const double t = walker.state().counters.at("temperature");
  double mean = 0;
  for (int i = 1; i <= 50; ++i) mean += std::exp(-std::fabs(steep.losses[i] - steep.losses[0]) / t);
  EXPECT_NEAR(mean / 50, 0.8, 1e-9);
}

// At a constant temperature the points follow the Boltzmann distribution: on ½ Σ w² the mean loss
// is T/2 per parameter. The move length adapts until 40 % of the moves are accepted.
TEST(SimulatedAnnealing, WalksInThermalEquilibrium) {
  Landscape form(3, bowl);
  Walker walker("simulated-annealing", {{"cooling", 1}}, form, {1, 2, -1});
  for (int k = 0; k < 2000; ++k) walker.step();
  const double t = walker.state().counters.at("temperature");
  double energy = 0, accepted = 0;
  constexpr int moves = 60000;
  for (int k = 1; k <= moves; ++k) {
    walker.step();
    const StateCopy state = walker.state();
    energy += state.counters.at("loss");
    if (k % 50 == 49) accepted += state.counters.at("accepted");
  }
  EXPECT_NEAR(energy / moves, 1.5 * t, 0.05 * 1.5 * t);
  EXPECT_NEAR(accepted / (moves / 50 * 49), 0.4, 0.01);
}

TEST(SimulatedAnnealing, AdaptsItsMovesToTheAcceptanceRate) {
  // Every move is accepted, so s grows by exp(1 - 0.4) after the 50th move.
  double height = 0;
  Landscape slide(1, [&](std::span<const Real>) { return height -= 1; });
  Walker walker("simulated-annealing", {}, slide, {0});
  for (int k = 0; k < 49; ++k) walker.step();
  EXPECT_EQ(walker.state().counters.at("accepted"), 49);
  EXPECT_EQ(walker.state().counters.at("scale"), 1);
  walker.step();
  EXPECT_EQ(walker.state().counters.at("accepted"), 0);
  EXPECT_NEAR(walker.state().counters.at("scale"), 1.8221188003905089, 1e-14);
}

TEST(SimulatedAnnealing, KeepsTheBestPointSoFar) {
  Landscape form(2, bowl);
  Walker walker("simulated-annealing", {{"cooling", 1}, {"moveScale", 1}}, form, {3, 4});
  double best = 12.5;
  int up = 0;
  for (int k = 0; k < 500; ++k) {
    const double before = walker.state().counters.at("loss");
    EXPECT_EQ(walker.step().loss, best);
    const StateCopy state = walker.state();
    up += state.counters.at("loss") > before ? 1 : 0;
    best = std::min(best, state.counters.at("loss"));
    EXPECT_EQ(bowl(walker.w), best);
    EXPECT_EQ(state.counters.at("bestLoss"), best);
  }
  EXPECT_GT(up, 50);
}

}  // namespace
}  // namespace fall_line
