// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

#include "catalog/text.hpp"
#include "support/measured.hpp"
#include "support/second_order.hpp"

/// Compares second-order rules with SciPy's on the test surfaces. reference/second_order.py writes
/// SciPy's results and says how it counts evaluations. For our rules the report counts them.
namespace fall_line {
namespace {

struct Reference {
  const char *rule, *surface;
  double x, y;      ///< The start.
  int evaluations;  ///< 0 if SciPy's reaches no minimum from there.
};

constexpr Reference references[] = {
#include "../../reference/second_order.inc"
};

Jet jet(const Reference& reference, const Run& run) {
  const SurfaceEntry& surface = *find(surfaces(), reference.surface);
  const auto w = run.parameters();
  return surface.at(defaults_of(surface.hyperparameters), w[0], w[1]);
}

bool is_flat_at(const Jet& f) { return std::max(std::fabs(f.x), std::fabs(f.y)) <= 1e-8; }

/// The same definition as in second_order.py. It excludes plateaus and points far along a valley.
bool is_minimum(const Jet& f, const Run& run) {
  const double middle = 0.5 * (f.xx + f.yy), spread = std::hypot(0.5 * (f.xx - f.yy), f.xy);
  return middle - spread > 1e-3 && std::hypot(run.parameters()[0], run.parameters()[1]) < 100;
}

/// The length of Newton's step, as an estimate of the distance to the minimum.
double distance_left(const Jet& f) {
  const double determinant = f.xx * f.yy - f.xy * f.xy;
  return std::hypot((f.yy * f.x - f.xy * f.y) / determinant,
                    (f.xx * f.y - f.xy * f.x) / determinant);
}

std::unique_ptr<Run> run_from(const Reference& reference) {
  const std::string_view rule = reference.rule;
  Settings settings = on_surface(reference.surface, {reference.x, reference.y}, rule);
  // The default damping makes the final convergence linear, and SciPy's rule starts without
  // damping.
  if (rule == "newton") settings.push_back(at("optimizer.damping", 1e-10));
  if (rule == "levenberg-marquardt") settings.push_back(at("optimizer.mu", 1e-10));
  return make_run(settings);
}

class Minima : public testing::TestWithParam<const char*> {};

/// Compares the cost where both reach a minimum. Ours must do so from as many starts as SciPy's.
TEST_P(Minima, AreReachedWithinTheCostOfSciPy) {
  if (!wide) GTEST_SKIP() << "float32 refuses these rules";
  // Our conjugate gradient restarts every n = 2 steps and uses c2 = 0.1, and SciPy's does not.
  // Single runs therefore have little in common.
  const double most = std::string_view(GetParam()) == "conjugate-gradient" ? infinity : 2;
  double ours = 0, theirs = 0, largest = 0;
  int we_reach = 0, they_reach = 0;
  for (const Reference& reference : references) {
    if (std::string_view(reference.rule) != GetParam()) continue;
    SCOPED_TRACE(testing::Message()
                 << reference.surface << " from " << reference.x << ", " << reference.y);
    const auto run = run_from(reference);
    for (int k = 0; k < 500 && !is_flat_at(jet(reference, *run)); ++k) run->step(1);
    they_reach += reference.evaluations > 0;
    const Jet here = jet(reference, *run);
    if (!is_flat_at(here) || !is_minimum(here, *run)) continue;
    we_reach += 1;
    EXPECT_EQ(run->report().failed_searches, 0U);
    if (reference.evaluations > 0) {
      const auto cost = static_cast<double>(run->report().work.samples());
      EXPECT_LE(cost, most * reference.evaluations);
      ours += cost;
      theirs += reference.evaluations;
    }
    // Until the rule's own convergence test ends the run.
    run->step(100);
    EXPECT_EQ(run->report().status, Status::converged);
    const double distance = distance_left(jet(reference, *run));
    EXPECT_LT(distance, 1e-8);
    largest = std::max(largest, distance);
  }
  EXPECT_GT(theirs, 0);
  EXPECT_LE(ours, 1.2 * theirs);
  EXPECT_GE(we_reach, they_reach);
  const auto pair = [](double a, double b) { return "[" + text(a) + ", " + text(b) + "]"; };
  reference::expect_measured("minima", GetParam(),
                             "{\"minima\": " + pair(we_reach, they_reach) +
                                 ", \"evaluations\": " + pair(ours, theirs) +
                                 ", \"largest\": " + text(reference::rounded_up(largest)) + "}");
}

INSTANTIATE_TEST_SUITE_P(Rules, Minima, testing::ValuesIn(compared_minima), [](const auto& info) {
  std::string name = info.param;
  for (char& c : name) c = c == '-' ? '_' : c;
  return name;
});

}  // namespace
}  // namespace fall_line
