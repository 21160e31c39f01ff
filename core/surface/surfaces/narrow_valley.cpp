// SPDX-License-Identifier: MIT
#include <cmath>

#include "surface/surface.hpp"

namespace fall_line {
namespace {

struct NarrowValley {
  double condition = 100;

  Jet operator()(const Jet& x, const Jet& y) const {
    return 0.5 * (square(x) + condition * square(y));
  }
  static constexpr double factor = 0.5;
  std::array<Jet, 2> residuals(const Jet& x, const Jet& y) const {
    return {x, std::sqrt(condition) * y};
  }
};

constexpr std::array rows{row<NarrowValley>(
    &NarrowValley::condition,
    {.id = "condition",
     .name = "Condition number",
     .symbol = "κ",
     .domain = within_above(0, 1e6),
     .slider = logarithmic(1, 10000),
     .doc = "The curvature across the valley divided by the curvature along it. Higher values make "
            "gradient descent slower, and 1 makes a round bowl."})};

constexpr Minimum minima[] = {{0, 0, 0}};

constexpr Entrant race[] = {{"sgd", 0.01}, {"momentum", 0.01}, {"rmsprop", 0.01}, {"adam", 0.3}};

}  // namespace

namespace surface_entries {

extern constinit const SurfaceEntry narrow_valley = surface_entry<NarrowValley, rows>({
    .id = "narrow-valley",
    .x = {-2, 2},
    .y = {-2, 2},
    .start_x = 1.8,
    .start_y = 0.5,
    .lowest = 0,
});

extern constinit const SurfaceDocs narrow_valley_docs = {
    .name = "Narrow valley",
    .summary = "A valley that is steep across and nearly flat along its floor.",
    .guide = {.idea = "The gradient points across the valley rather than along it, so gradient "
                      "descent zigzags between the walls. The steep direction limits the rate, and "
                      "the flat one then takes many steps.",
              .use = "Compare SGD, momentum and Newton's method. With the suggested rates, they "
                     "bring the value below 0.001 in about 370, 70 and 1 steps.",
              .pitfalls = "By default, SGD diverges at rates above 0.02, and a higher condition "
                          "lowers that limit. Momentum or second-order methods help."},
    .formula = R"(\tfrac12(x^2+\kappa y^2))",
    .minima = minima,
    .race = race,
    .hyperparameters = declarations_of<rows>,
};

}  // namespace surface_entries
}  // namespace fall_line
