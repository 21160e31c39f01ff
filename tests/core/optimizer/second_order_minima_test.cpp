// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>

#include "support/second_order.hpp"

/// Second-order rules against SciPy's on the test surfaces; reference/second_order.py wrote its side
/// and says how evaluations count there. Here they are those of the report.
namespace fall_line {
namespace {

struct Reference {
  const char *rule, *surface;
  double x, y;  ///< The start.
  int evaluations;
  double at_x, at_y;  ///< The minimum that SciPy reached.
};

constexpr Reference references[] = {
#include "../../reference/second_order.inc"
};

/// The distance to the minimum that Newton's step would go to; infinite where there is none.
double distance_left(const SurfaceEntry& surface, std::span<const Real> w) {
  const Jet f = surface.at(defaults_of(surface.hyperparameters), w[0], w[1]);
  const double determinant = f.xx * f.yy - f.xy * f.xy;
  if (!(determinant > 0 && f.xx > 0)) return infinity;
  return std::hypot((f.yy * f.x - f.xy * f.y) / determinant,
                    (f.xx * f.y - f.xy * f.x) / determinant);
}

double steepest(Run& run) {
  const Vector g = run.gradient();
  return std::max(std::fabs(g[0]), std::fabs(g[1]));
}

class Minima : public testing::TestWithParam<const char*> {};

TEST_P(Minima, AreReachedAtNoMoreThanSciPysCost) {
  if (!wide) GTEST_SKIP() << "float32 refuses these rules";
  double ours = 0, theirs = 0;
  for (const Reference& reference : references) {
    if (std::string_view(reference.rule) != GetParam()) continue;
    SCOPED_TRACE(testing::Message() << reference.surface << " from " << reference.x << ", "
                                    << reference.y);
    // Newton's default damping makes its last steps linear; SciPy's has none.
    Settings settings =
        on_surface(reference.surface, {reference.x, reference.y}, reference.rule);
    if (std::string_view(reference.rule) == "newton")
      settings = with(settings, {at("optimizer.damping", 1e-10)});
    const auto run = make_run(settings);
    for (int k = 0; k < 500 && steepest(*run) > 1e-8; ++k) run->step(1);
    const auto cost = static_cast<double>(run->report().work.samples());
    EXPECT_LE(cost, 2.0 * reference.evaluations);
    EXPECT_EQ(run->report().failed_searches, 0U);
    ours += cost;
    theirs += reference.evaluations;
    // To its end: the rule's own test, at a minimum.
    run->step(100);
    EXPECT_EQ(run->report().status, Status::converged);
    EXPECT_LT(distance_left(*find(surfaces(), reference.surface), run->parameters()), 1e-8);
  }
  EXPECT_GT(theirs, 0);
  EXPECT_LE(ours, 1.2 * theirs);
  RecordProperty("evaluations", std::to_string(ours));
  RecordProperty("scipy", std::to_string(theirs));
}

INSTANTIATE_TEST_SUITE_P(Rules, Minima,
                         testing::Values("bfgs", "l-bfgs", "conjugate-gradient", "newton",
                                         "trust-region", "levenberg-marquardt"),
                         [](const auto& info) {
                           std::string name = info.param;
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

}  // namespace
}  // namespace fall_line
