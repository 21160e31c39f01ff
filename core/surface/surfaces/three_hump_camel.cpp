// SPDX-License-Identifier: MIT
#include "surface/surface.hpp"

namespace fall_line {
namespace {

struct ThreeHumpCamel {
  Jet operator()(const Jet& x, const Jet& y) const {
    const Jet x2 = x * x;
    return 2 * x2 - 1.05 * x2 * x2 + x2 * x2 * x2 / 6 + x * y + y * y;
  }
};

constexpr Minimum minima[] = {{0, 0, 0}};

constexpr Entrant race[] = {{"sgd", 0.1}, {"momentum", 0.01}, {"rmsprop", 0.03}, {"adam", 0.3}};

}  // namespace

namespace surface_entries {

extern constinit const SurfaceEntry three_hump_camel = surface_entry<ThreeHumpCamel>({
    .id = "three-hump-camel",
    .x = {-5, 5},
    .y = {-5, 5},
    .start_x = -2.5,
    .start_y = 2,
    .lowest = 0,
});

extern constinit const SurfaceDocs three_hump_camel_docs = {
    .name = "Three-hump camel",
    .summary = "Three basins side by side, the deepest in the middle.",
    .guide = {.idea =
                  "The two outer basins bottom out at about 0.3 and catch many paths on their way "
                  "to 0. The walls are steep, since the surface grows with the sixth power of x.",
              .use =
                  "See which methods get past the nearest basin. From the given start, BFGS ends "
                  "in an outer basin, while SGD at a rate of 0.1 jumps into the middle one.",
              .pitfalls = "At that rate, SGD diverges from about 49% of random starts. Lower the "
                          "rate, or use particle swarm, which found the middle from 99%."},
    .formula = R"(2x^2-1.05x^4+\tfrac16x^6+xy+y^2)",
    .minima = minima,
    .race = race,
};

}  // namespace surface_entries
}  // namespace fall_line
