// SPDX-License-Identifier: MIT
#include "surface/surface.hpp"

namespace fall_line {
namespace {

struct Himmelblau {
  static constexpr double factor = 1;
  std::array<Jet, 2> residuals(const Jet& x, const Jet& y) const {
    return {x * x + y - 11, x + y * y - 7};
  }
};

constexpr Minimum minima[] = {{3, 2, 0},
                              {-2.805118086952745, 3.131312518250573, 0},
                              {-3.779310253377747, -3.28318599128617, 0},
                              {3.584428340330492, -1.848126526964404, 0}};

constexpr Entrant race[] = {{"sgd", 0.01}, {"momentum", 0.01}, {"rmsprop", 0.03}, {"adam", 1}};

}  // namespace

namespace surface_entries {

extern constinit const SurfaceEntry himmelblau = surface_entry<Himmelblau>({
    .id = "himmelblau",
    .x = {-5, 5},
    .y = {-5, 5},
    .start_x = 0,
    .start_y = 0,
    .lowest = 0,
});

extern constinit const SurfaceDocs himmelblau_docs = {
    .name = "Himmelblau",
    .summary = "A surface with four minima, all equally deep.",
    .guide =
        {.idea = "No minimum is better than another, so the start and the optimizer decide where a "
                 "path ends. Near a ridge, a small change of the start leads to another minimum.",
         .use = "Drag the start and see which minimum each optimizer finds. From the given start, "
                "with the suggested rates, SGD and momentum end in different ones.",
         .pitfalls = "All four minima have the value 0, so the value does not tell which one was "
                     "found. Look at the picture as well."},
    .formula = R"((x^2+y-11)^2+(x+y^2-7)^2)",
    .minima = minima,
    .race = race,
};

}  // namespace surface_entries
}  // namespace fall_line
