// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "support/landscape.hpp"

namespace fall_line {
namespace {

constexpr std::size_t n = 3;

/// The points that one step evaluated, and their losses.
struct Generation {
  std::vector<Vector> points;
  std::vector<double> losses;
};

Generation generation(Walker& walker, Landscape& landscape) {
  landscape.points.clear();
  landscape.losses.clear();
  walker.step();
  return {landscape.points, landscape.losses};
}

Vector lowest(const Generation& g) {
  return g.points[static_cast<std::size_t>(std::min_element(g.losses.begin(), g.losses.end()) -
                                           g.losses.begin())];
}

TEST(GeneticAlgorithm, BeginsWithTheStartAndMembersAroundIt) {
  Landscape form(n, bowl);
  Walker walker("genetic-algorithm", {{"population", 2000}, {"mutation", 0.5}}, form, {4, 0, -4});
  const Generation first = generation(walker, form);
  ASSERT_EQ(first.points.size(), 2000U);
  EXPECT_EQ(first.points[0], (Vector{4, 0, -4}));
  for (std::size_t k = 0; k < n; ++k) {
    double sum = 0, squares = 0;
    for (const Vector& p : first.points) {
      const double away = p[k] - first.points[0][k];
      sum += away;
      squares += away * away;
    }
    EXPECT_NEAR(sum / 2000, 0, 0.05);
    EXPECT_NEAR(std::sqrt(squares / 2000), 0.5, 0.03);
  }
  EXPECT_EQ(walker.w, lowest(first));
}

TEST(GeneticAlgorithm, KeepsTheTwoBestMembers) {
  Landscape form(n, bowl);
  Walker walker("genetic-algorithm", {{"population", 10}}, form, {1, 2, 3});
  Generation before = generation(walker, form);
  for (int k = 0; k < 30; ++k) {
    std::vector<double> sorted = before.losses;
    std::sort(sorted.begin(), sorted.end());
    const Vector best = walker.w;
    EXPECT_EQ(best, lowest(before));
    const Generation next = generation(walker, form);
    EXPECT_EQ(next.points[0], best);
    EXPECT_EQ(next.losses[0], sorted[0]);
    EXPECT_EQ(next.losses[1], sorted[1]);
    before = next;
  }
}

/// The index of the member of the generation that has this gene, or -1.
int owner(const Generation& g, std::size_t locus, Real gene) {
  for (std::size_t i = 0; i < g.points.size(); ++i)
    if (g.points[i][locus] == gene) return static_cast<int>(i);
  return -1;
}

// Without mutation every gene of a child comes from a parent. A parent belongs to the best tenth of
// its generation with probability 1 - 0.9³ = 0.271. Two genes come from the same parent with
// probability 1/2.
TEST(GeneticAlgorithm, MixesTheGenesOfTwoParentsThatWonTournaments) {
  constexpr int count = 4000;
  Landscape form(n, bowl);
  Walker walker("genetic-algorithm", {{"population", count}, {"mutation", 1}}, form, {1, 2, 3});
  generation(walker, form);
  walker.configure({{"population", count}, {"mutation", 1e-30}});
  const Generation parents = generation(walker, form), children = generation(walker, form);
  std::vector<double> sorted = parents.losses;
  std::sort(sorted.begin(), sorted.end());
  int from_best = 0, together = 0;
  for (std::size_t i = 2; i < count; ++i) {
    int owners[n];
    for (std::size_t k = 0; k < n; ++k) {
      owners[k] = owner(parents, k, children.points[i][k]);
      ASSERT_GE(owners[k], 0);
    }
    from_best += parents.losses[static_cast<std::size_t>(owners[0])] < sorted[count / 10] ? 1 : 0;
    together += owners[0] == owners[1] ? 1 : 0;
  }
  EXPECT_NEAR(from_best / (count - 2.0), 0.271, 0.02);
  EXPECT_NEAR(together / (count - 2.0), 0.5, 0.02);
}

// On a flat loss no gene is better than another, and the first two members are the elite.
TEST(GeneticAlgorithm, MutatesLessInEveryGeneration) {
  constexpr int count = 3000;
  Landscape plain(1, [](std::span<const Real>) { return 1.0; });
  Walker walker("genetic-algorithm", {{"population", count}, {"mutation", 0.5}}, plain, {0});
  const auto variance = [&] {
    const Generation g = generation(walker, plain);
    double sum = 0, squares = 0;
    for (const Vector& p : g.points) {
      sum += p[0];
      squares += static_cast<double>(p[0]) * p[0];
    }
    return squares / count - sum * sum / count / count;
  };
  // Mutation adds σ² to the variance of the parents: 0.25, then 0.25 · 0.99², and so on.
  double expected = 0.25;
  EXPECT_NEAR(variance(), expected, 0.1 * expected);
  for (int k = 0; k < 4; ++k) {
    expected += 0.25 * std::pow(0.99, 2 * k);
    EXPECT_NEAR(variance(), expected, 0.1 * expected) << k;
  }
  EXPECT_EQ(walker.w[0], 0);
}

}  // namespace
}  // namespace fall_line
