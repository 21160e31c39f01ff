// SPDX-License-Identifier: MIT
#include "surface/surface.hpp"

namespace fall_line {
namespace {

struct StyblinskiTang {
  Jet operator()(const Jet& x, const Jet& y) const {
    const Jet x2 = x * x, y2 = y * y;
    return 0.5 * (x2 * x2 - 16 * x2 + 5 * x + (y2 * y2 - 16 * y2 + 5 * y));
  }
};

constexpr Minimum minima[] = {{-2.903534027771177, -2.903534027771177, -78.33233140754282}};

constexpr Entrant race[] = {{"sgd", 0.03}, {"momentum", 0.03}, {"rmsprop", 0.1}, {"adam", 1}};

}  // namespace

namespace surface_entries {

extern constinit const SurfaceEntry styblinski_tang = surface_entry<StyblinskiTang>({
    .id = "styblinski-tang",
    .x = {-5, 5},
    .y = {-5, 5},
    .start_x = 0,
    .start_y = 0,
    .lowest = -78.33233140754282,
});

extern constinit const SurfaceDocs styblinski_tang_docs = {
    .name = "Styblinski–Tang",
    .summary = "Four basins of unequal depth, the deepest where x and y are both near -2.9.",
    .guide =
        {.idea = "Along x and along y there are two dips each, which makes four basins. A "
                 "method that only goes downhill usually ends in the basin where it starts.",
         .use =
             "From the given start, gradient methods reach the deepest basin. From random starts, "
             "SGD does so in about 26% of races and particle swarm in 45%, so compare starts.",
         .pitfalls =
             "The value stops falling in every basin, so a shallow one can look like success. "
             "Compare it with the known minimum of about -78.3, and try other starts."},
    .formula = R"(\tfrac12\sum_{u\in\{x,y\}}(u^4-16u^2+5u))",
    .minima = minima,
    .race = race,
};

}  // namespace surface_entries
}  // namespace fall_line
