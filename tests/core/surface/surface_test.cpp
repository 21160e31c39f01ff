// SPDX-License-Identifier: MIT
#include "surface/surface.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "numeric/random.hpp"

namespace fall_line {
namespace {

class SurfaceTest : public testing::TestWithParam<const SurfaceEntry*> {
 protected:
  const SurfaceEntry& surface = *GetParam();
  const std::span<const Minimum> minima = docs_of(surface).minima;
  const Values values = defaults_of(surface.hyperparameters);

  Jet at(double x, double y) const { return surface.at(values, x, y); }
};

TEST_P(SurfaceTest, HasItsMinimaWhereItSays) {
  for (const Minimum& m : minima) {
    const Jet jet = at(m.x, m.y);
    EXPECT_NEAR(jet.f, m.value, 1e-12 * (1 + std::abs(m.value)));
    // Nothing nearby is lower. This also works where the gradient does not exist.
    for (int i = 0; i < 16; ++i) {
      const double angle = 0.39269908169872414 * i;
      const double x = m.x + 1e-3 * std::cos(angle), y = m.y + 1e-3 * std::sin(angle);
      // Points beyond a bound don't count.
      if (surface.walled && x < surface.x.min) continue;
      EXPECT_GE(at(x, y).f, jet.f);
    }
    if (surface.id == "ackley" || surface.walled) continue;
    EXPECT_NEAR(jet.x, 0, 1e-11);
    EXPECT_NEAR(jet.y, 0, 1e-11);
    EXPECT_GT(jet.xx * jet.yy - jet.xy * jet.xy, 0);
  }
}

TEST_P(SurfaceTest, TellsRunsTheLowestOfItsMinima) {
  double lowest = -infinity;
  for (const Minimum& m : minima)
    if (lowest == -infinity || m.value < lowest) lowest = m.value;
  EXPECT_EQ(surface.lowest, lowest);
}

TEST_P(SurfaceTest, HasNoLowerValueOnAGrid) {
  if (minima.empty()) return;
  for (int i = 0; i <= 100; ++i)
    for (int j = 0; j <= 100; ++j) {
      const double x = surface.x.min + (surface.x.max - surface.x.min) * i / 100;
      const double y = surface.y.min + (surface.y.max - surface.y.min) * j / 100;
      ASSERT_GE(at(x, y).f, minima[0].value - 1e-9) << x << ", " << y;
    }
}

/// Compares the gradient with central differences of f, and the Hessian with those of the gradient.
TEST_P(SurfaceTest, HasTheDerivativesOfItsValue) {
  Stream stream("points", 1);
  for (int i = 0; i < 50; ++i) {
    const double x = stream.uniform(surface.x.min, surface.x.max);
    const double y = stream.uniform(surface.y.min, surface.y.max);
    const double h = 1e-5;
    const Jet jet = at(x, y), east = at(x + h, y), west = at(x - h, y), north = at(x, y + h),
              south = at(x, y - h);
    const auto close = [](double exact, double difference, double size, const char* what) {
      EXPECT_NEAR(exact, difference, 2e-7 * (1 + std::abs(size))) << what;
    };
    const double steep = std::abs(jet.f) + std::hypot(jet.x, jet.y);
    const double bent = steep + std::abs(jet.xx) + std::abs(jet.yy);
    close(jet.x, (east.f - west.f) / (2 * h), bent, "df/dx");
    close(jet.y, (north.f - south.f) / (2 * h), bent, "df/dy");
    close(jet.xx, (east.x - west.x) / (2 * h), bent, "d2f/dx2");
    close(jet.xy, (east.y - west.y) / (2 * h), bent, "d2f/dxdy");
    close(jet.xy, (north.x - south.x) / (2 * h), bent, "d2f/dydx");
    close(jet.yy, (north.y - south.y) / (2 * h), bent, "d2f/dy2");
  }
}

/// If every step has its own function, f is the mean over a period of three steps.
TEST_P(SurfaceTest, IsTheMeanOfItsSteps) {
  if (surface.at_step == nullptr) return;
  for (const double x : {-0.75, 0.0, 0.5})
    for (std::uint64_t first : {1, 2, 3, 7}) {
      double f = 0, slope = 0;
      for (std::uint64_t t = first; t < first + 3; ++t) {
        f += surface.at_step(values, x, 0.25, t).f / 3;
        slope += surface.at_step(values, x, 0.25, t).x / 3;
      }
      EXPECT_NEAR(f, at(x, 0.25).f, 1e-15);
      EXPECT_NEAR(slope, at(x, 0.25).x, 1e-15);
    }
}

TEST_P(SurfaceTest, StartsWithinThePicture) {
  EXPECT_LE(surface.x.min, surface.start_x);
  EXPECT_GE(surface.x.max, surface.start_x);
  EXPECT_LE(surface.y.min, surface.start_y);
  EXPECT_GE(surface.y.max, surface.start_y);
  EXPECT_TRUE(std::isfinite(at(surface.start_x, surface.start_y).f));
}

INSTANTIATE_TEST_SUITE_P(All, SurfaceTest, testing::ValuesIn(surfaces().begin(), surfaces().end()),
                         [](const auto& info) {
                           std::string name(info.param->id);
                           for (char& c : name)
                             if (c == '-') c = '_';
                           return name;
                         });

}  // namespace
}  // namespace fall_line
