// SPDX-License-Identifier: MIT
#include "optimizer/line_search.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <tuple>

#include "support/second_order.hpp"

namespace fall_line {
namespace {

/// A function of one parameter, given by its value and slope.
class Curve1 final : public Column {
 public:
  using Function = std::function<std::pair<double, double>(double)>;
  explicit Curve1(Function f) : Column(1), f_(std::move(f)) {}
  double gradient(const std::span<const Real>& w, const std::span<Real>& g) override {
    ++calls;
    const auto [value, slope] = f_(w[0]);
    g[0] = static_cast<Real>(slope);
    return value;
  }
  int calls = 0;

 private:
  Function f_;
};

struct Searched {
  LinePoint found;
  int trials;
};

/// Searches from 0 along p = 1.
Searched search(const Curve1::Function& f, double first, Wolfe conditions) {
  Curve1 curve(f);
  Line line;
  line.reset(1);
  const Vector w{0}, p{1};
  line.start(curve, w);
  line.aim(p);
  const LinePoint found = strong_wolfe(line, first, conditions);
  if (found.alpha > 0) {
    EXPECT_EQ(line.trial()[0], static_cast<Real>(found.alpha));
  }
  return {found, curve.calls - 1};
}

void expect_wolfe(const Curve1::Function& f, const LinePoint& p, Wolfe c) {
  const auto [value, slope] = f(0);
  EXPECT_GT(p.alpha, 0);
  EXPECT_LE(p.value, value + c.c1 * p.alpha * slope);
  EXPECT_LE(std::fabs(p.slope), c.c2 * std::fabs(slope));
}

/// Curves like those in Moré and Thuente (1994), with first trials far too short and far too long.
TEST(StrongWolfe, MeetsBothConditionsFromAnyFirstTrial) {
  const Curve1::Function curves[] = {
      [](double a) {
        return std::pair{-a / (a * a + 2), (a * a - 2) / std::pow(a * a + 2, 2)};
      },
      [](double a) {
        return std::pair{std::pow(a + 0.004, 5) - 2 * std::pow(a + 0.004, 4),
                         5 * std::pow(a + 0.004, 4) - 8 * std::pow(a + 0.004, 3)};
      },
      [](double a) {
        return std::pair{std::cosh(a - 3), std::sinh(a - 3)};
      },
      [](double a) {
        return std::pair{0.5 * (a - 2) * (a - 2) + 0.1 * std::sin(9 * a),
                         a - 2 + 0.9 * std::cos(9 * a)};
      }};
  for (const auto& f : curves)
    for (const double first : {1e-3, 0.1, 1.0, 10.0, 100.0})
      for (const Wolfe c : {Wolfe{1e-4, 0.9}, Wolfe{1e-4, 0.1}, Wolfe{0.1, 0.1}}) {
        const auto [found, trials] = search(f, first, c);
        SCOPED_TRACE(testing::Message() << "from " << first << ", c2 " << c.c2);
        if (sizeof(Real) == 8) expect_wolfe(f, found, c);
        EXPECT_LE(trials, 15);
      }
}

TEST(StrongWolfe, IsExactOnAParabolaAfterOneTrial) {
  const auto f = [](double a) { return std::pair{(a - 3) * (a - 3), 2 * (a - 3)}; };
  for (const double first : {1.0, 2.0, 7.0}) {
    const auto [found, trials] = search(f, first, {1e-4, 1e-6});
    EXPECT_NEAR(found.alpha, 3, 1e-6);
    EXPECT_EQ(trials, 2) << first;
  }
}

TEST(StrongWolfe, RecoversFromNonFiniteValues) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto f = [&](double a) {
    return a < 0.5 ? std::pair{a * a - a / 2, 2 * a - 0.5} : std::pair{nan, nan};
  };
  EXPECT_NEAR(search(f, 100, {1e-4, 0.1}).found.alpha, 0.25, 0.025);
}

TEST(StrongWolfe, StopsBesideAKink) {
  const auto f = [](double a) { return std::pair{std::fabs(a - 1), a > 1 ? 1.0 : -1.0}; };
  const LinePoint found = search(f, 0.3, {1e-4, 0.9}).found;
  EXPECT_NEAR(found.alpha, 1, 1e-3);
}

TEST(StrongWolfe, GivesUpIfTheLossOnlyRises) {
  // The slope is wrong: it promises a decrease that does not happen.
  const auto f = [](double a) { return std::pair{a, a == 0 ? -1.0 : 1.0}; };
  const auto [found, trials] = search(f, 1, {1e-4, 0.9});
  EXPECT_EQ(found.alpha, 0);
  EXPECT_LE(trials, 30);
}

TEST(StrongWolfe, TakesALongStepWhereTheLossIsUnbounded) {
  const auto f = [](double a) { return std::pair{-a, -1.0}; };
  const auto [found, trials] = search(f, 1, {1e-4, 0.9});
  EXPECT_GT(found.alpha, 1e5);
  EXPECT_LE(trials, 12);
}

// φ = α³ - α equals its cubic model. From 2, where φ = 6, the search goes back to the minimum at
// 1/√3. From 100 it may not go there at once: it tries 10, then 1, where φ = 0 is still too high,
// and then 1/2.
TEST(BacktrackByCubics, GoesToTheMinimumOfTheCubicWithinBounds) {
  const auto f = [](double a) { return std::pair{a * a * a - a, 3 * a * a - 1}; };
  for (const auto& [first, found, trials] :
       {std::tuple{2.0, 1 / std::sqrt(3), 2}, {100.0, 0.5, 4}}) {
    Curve1 curve(f);
    Line line;
    line.reset(1);
    const Vector w{0}, p{1};
    line.start(curve, w);
    line.aim(p);
    EXPECT_NEAR(backtrack_by_cubics(line, first, 1e-4).alpha, found, wide ? 1e-12 : 1e-6);
    EXPECT_EQ(curve.calls, 1 + trials);
  }
}

TEST(BacktrackByCubics, RecoversFromNonFiniteValues) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto f = [&](double a) { return a < 0.5 ? std::pair{-a, -1.0} : std::pair{nan, nan}; };
  Curve1 curve(f);
  Line line;
  line.reset(1);
  const Vector w{0}, p{1};
  line.start(curve, w);
  line.aim(p);
  EXPECT_NEAR(backtrack_by_cubics(line, 1, 1e-4).alpha, 0.1, 1e-15);
}

TEST(SmallGradientStep, StepsDownOrEndsTheRun) {
  Curve1 steep([](double a) { return std::pair{1e6 * a * a, 2e6 * a}; });
  Line line;
  line.reset(1);
  Vector w{1};
  StepOutcome outcome;
  line.start(steep, w);
  small_gradient_step(line, w, outcome);
  EXPECT_TRUE(outcome.search_failed);
  EXPECT_TRUE(outcome.converged.empty());
  EXPECT_LT(w[0], 1);
  EXPECT_GT(w[0], Real{0.9});

  Curve1 lying([](double a) { return std::pair{std::fabs(a), a == 0 ? 1.0 : a > 0 ? 1.0 : -1.0}; });
  w = {0};
  line.start(lying, w);
  small_gradient_step(line, w, outcome);
  EXPECT_FALSE(outcome.converged.empty());
  EXPECT_EQ(w[0], 0);
}

}  // namespace
}  // namespace fall_line
