// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/landscape.hpp"

namespace fall_line {
namespace {

constexpr double tolerance = wide ? 1e-13 : 1e-5;

/// The swarm's spread in the first coordinate.
double spread(const std::vector<double>& positions, std::size_t n) {
  double sum = 0, squares = 0, count = 0;
  for (std::size_t i = 0; i < positions.size(); i += n, ++count) {
    sum += positions[i];
    squares += positions[i] * positions[i];
  }
  return std::sqrt(squares / count - sum * sum / count / count);
}

// Two particles on a line, one at 3 and one drawn at random. The better one stays and the other
// moves towards it: v = c₂ r₂ (g - x), and in the next step χ v + (c₁ r₁ + c₂ r₂) (...).
TEST(ParticleSwarm, PullsEachParticleToItsOwnBestAndTheBestOfAll) {
  Stream stream("optimizer", 1);
  const double b = 3 + stream.normal();
  Landscape form(1, bowl);
  Walker walker("particle-swarm",
                {{"particles", 2}, {"inertia", 0.5}, {"cognitive", 2}, {"social", 1.5}}, form, {3});
  EXPECT_EQ(walker.step().loss, 4.5);
  const double g = std::fabs(b) < 3 ? b : 3;
  double x[] = {3, b}, v[] = {0, 0}, p[] = {3, b};
  for (int i = 0; i < 2; ++i) {
    const double own = stream.uniform(), all = stream.uniform();
    v[i] = 2 * own * (p[i] - x[i]) + 1.5 * all * (g - x[i]);
    x[i] += v[i];
    EXPECT_NEAR(walker.state().vectors.at("positions")[i], x[i], tolerance);
  }
  EXPECT_NEAR(walker.w[0], g, tolerance);
  walker.step();
  for (int i = 0; i < 2; ++i)
    if (std::fabs(x[i]) < std::fabs(p[i])) p[i] = x[i];
  const double now = std::fabs(p[0]) <= std::fabs(p[1]) ? p[0] : p[1];
  for (int i = 0; i < 2; ++i) {
    const double own = stream.uniform(), all = stream.uniform();
    v[i] = 0.5 * v[i] + 2 * own * (p[i] - x[i]) + 1.5 * all * (now - x[i]);
    EXPECT_NEAR(walker.state().vectors.at("velocities")[i], v[i], tolerance);
    EXPECT_NEAR(walker.state().vectors.at("positions")[i], x[i] + v[i], tolerance);
  }
  EXPECT_NEAR(walker.w[0], now, tolerance);
}

// Clerc and Kennedy's result: with the constriction factor the swarm converges, with full inertia
// it diverges.
TEST(ParticleSwarm, ConvergesOnlyWithConstriction) {
  for (const double inertia : {0.7298, 1.05}) {
    Landscape form(2, bowl);
    Walker walker("particle-swarm", {{"inertia", inertia}}, form, {3, 4});
    for (int k = 0; k < 200; ++k) walker.step();
    const double left = spread(walker.state().vectors.at("positions"), 2);
    if (inertia < 1) {
      EXPECT_LT(left, 1e-3);
    } else {
      EXPECT_GT(left, 10);
    }
  }
}

TEST(ParticleSwarm, KeepsTheBestPointSoFar) {
  Landscape form(2, bowl);
  Walker walker("particle-swarm", {{"particles", 5}}, form, {3, 4});
  double best = 12.5;
  for (int k = 0; k < 100; ++k) {
    EXPECT_EQ(walker.step().loss, best);
    for (const double loss : form.losses) best = std::min(best, loss);
    EXPECT_EQ(bowl(walker.w), best);
    EXPECT_EQ(form.losses.size(), 5U * static_cast<std::size_t>(k + 1));
  }
  EXPECT_LT(best, 1e-6);
}

}  // namespace
}  // namespace fall_line
