// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "objective/surface_problem.hpp"
#include "surface/surface.hpp"

/// Tests surfaces where formulas are likely to fail: at minima, corners and symmetric points, and
/// where squares underflow or overflow.
namespace fall_line {
namespace {

struct Point {
  double x, y;
};

constexpr Point directions[] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 1}, {-1, 2}};

std::vector<Point> special_points(const SurfaceEntry& surface) {
  const auto minima = docs_of(surface).minima;
  std::vector<Point> points{{0, 0},
                            {surface.start_x, surface.start_y},
                            {surface.x.min, surface.y.min},
                            {surface.x.max, surface.y.max}};
  for (const Minimum& m : minima) points.push_back({m.x, m.y});
  for (const double size :
       {1.0, 1e-8, 1e-16, 1e-18, 1e-30, 1.4e-45, 1e-100, 1e-160, 1e-200, 1e-300, 5e-324})
    for (const Point& d : directions) {
      points.push_back({size * d.x, size * d.y});
      for (const Minimum& m : minima) points.push_back({m.x + size * d.x, m.y + size * d.y});
    }
  return points;
}

bool is_finite(const Jet& a) {
  return std::isfinite(a.f) && std::isfinite(a.x) && std::isfinite(a.y) && std::isfinite(a.xx) &&
         std::isfinite(a.xy) && std::isfinite(a.yy);
}

TEST(SpecialPoints, HaveAFiniteValueGradientAndHessian) {
  for (const SurfaceEntry* surface : surfaces()) {
    const Values values = defaults_of(surface->hyperparameters);
    for (const Point& p : special_points(*surface)) {
      SCOPED_TRACE(testing::Message() << surface->id << " at " << p.x << ", " << p.y);
      EXPECT_TRUE(is_finite(surface->at(values, p.x, p.y)));
      const Residuals residuals = surface->residuals_at(values, p.x, p.y);
      for (std::size_t i = 0; i < residuals.count; ++i) EXPECT_TRUE(is_finite(residuals.r[i]));
    }
  }
}

/// The same in the engine's precision, as a rule computes them.
TEST(SpecialPoints, AreFiniteInEitherPrecision) {
  for (const SurfaceEntry* surface : surfaces()) {
    SurfaceProblem problem(*surface, defaults_of(surface->hyperparameters),
                           {.start = {0, 0}, .gradient_noise = 0, .seed = 1});
    problem.next_batch();
    for (const Point& p : special_points(*surface)) {
      SCOPED_TRACE(testing::Message() << surface->id << " at " << p.x << ", " << p.y);
      const Vector w{static_cast<Real>(p.x), static_cast<Real>(p.y)}, v{1, 1};
      Vector g(2), product(2);
      EXPECT_TRUE(std::isfinite(problem.gradient(w, g)));
      problem.hessian_product(w, v, product);
      for (const Vector* some : {&g, &product})
        for (const Real x : *some) {
          EXPECT_TRUE(std::isfinite(x));
          // AdaHessian stores the square.
          EXPECT_TRUE(std::isfinite(x * x));
        }
    }
  }
}

/// Far away the value and the gradient may overflow, but with a finite value no gradient is NaN.
TEST(SpecialPoints, OverflowWithoutNaN) {
  for (const SurfaceEntry* surface : surfaces()) {
    const Values values = defaults_of(surface->hyperparameters);
    for (const double size : {1e30, 1e60, 1e100, 1e140, 1e150, 1e160, 1e200, 1e300})
      for (const Point& d : directions) {
        const Jet jet = surface->at(values, size * d.x, size * d.y);
        EXPECT_TRUE(!std::isfinite(jet.f) || !(std::isnan(jet.x) || std::isnan(jet.y)))
            << surface->id << " at " << size * d.x << ", " << size * d.y << ": " << jet.f;
      }
  }
}

const SurfaceEntry& ackley() {
  for (const SurfaceEntry* surface : surfaces())
    if (surface->id == "ackley") return *surface;
  std::abort();
}

// By hand: -20 exp(-r / 5) has the slope 4 along r, and r = √((x² + y²) / 2) has the slope 1/√2.
// The other exponential has the curvature 2π² e.
TEST(Ackley, HasAZeroGradientAtItsTipAndASlopeAroundIt) {
  const Jet tip = ackley().at({}, 0, 0);
  EXPECT_EQ(tip.x, 0);
  EXPECT_EQ(tip.y, 0);
  EXPECT_NEAR(tip.xx, 53.6567326, 1e-6);
  EXPECT_NEAR(tip.yy, 53.6567326, 1e-6);
  EXPECT_EQ(tip.xy, 0);
  for (const double size : {1e-12, 1e-17, 1e-19, 1e-160, 1e-200, 1e-300, 5e-324})
    for (const Point& d : directions) {
      const Jet near = ackley().at({}, size * d.x, size * d.y);
      const double length = std::hypot(d.x, d.y);
      EXPECT_NEAR(near.x, 2.8284271247461903 * d.x / length, 1e-9) << size;
      EXPECT_NEAR(near.y, 2.8284271247461903 * d.y / length, 1e-9) << size;
    }
}

}  // namespace
}  // namespace fall_line
