// SPDX-License-Identifier: MIT
#include "surface/surfaces/entries.hpp"

namespace fall_line {
namespace {

struct QuadraticBowl {
  static constexpr double factor = 0.5;
  std::array<Jet, 2> residuals(const Jet& x, const Jet& y) const { return {x, y}; }
};

constexpr Minimum minima[] = {{0, 0, 0}};

constexpr Entrant race[] = {{"sgd", 1}, {"momentum", 0.1}, {"rmsprop", 0.03}, {"adam", 1}};

}  // namespace

constinit const SurfaceEntry surface_entries::quadratic_bowl = surface_entry<QuadraticBowl>({
    .id = "quadratic-bowl",
    .name = "Quadratic bowl",
    .summary = "Round and convex: the gradient points straight at the minimum.",
    .formula = R"(\tfrac12(x^2+y^2))",
    .x = {-5, 5},
    .y = {-5, 5},
    .start_x = 4,
    .start_y = 3,
    .minima = minima,
    .race = race,
});

}  // namespace fall_line
