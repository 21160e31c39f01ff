// SPDX-License-Identifier: MIT
#include "surface/surface.hpp"

namespace fall_line {
namespace {

struct Mccormick {
  Jet operator()(const Jet& x, const Jet& y) const {
    return sin(x + y) + square(x - y) - 1.5 * x + 2.5 * y + 1;
  }
};

constexpr Minimum minima[] = {{-0.5471975511965976, -1.5471975511965976, -1.9132229549810367}};

constexpr Entrant race[] = {{"sgd", 0.3}, {"momentum", 0.03}, {"rmsprop", 0.1}, {"adam", 0.3}};

}  // namespace

namespace surface_entries {

extern constinit const SurfaceEntry mccormick = surface_entry<Mccormick>({
    .id = "mccormick",
    .x = {-1.5, 4},
    .y = {-3, 4},
    .start_x = 3,
    .start_y = 3,
    .lowest = -1.9132229549810367,
});

extern constinit const SurfaceDocs mccormick_docs = {
    .name = "McCormick",
    .summary = "A wavy slope with a deep valley and a shallower one.",
    .guide =
        {.idea = "A sine wave along one diagonal makes several dips, and a parabola across it "
                 "makes a valley of each. The start decides which dip a path ends in.",
         .use = "Compare methods from the given start. SGD, momentum and Adam end in the shallower "
                "minimum, Newton's method in the deeper one.",
         .pitfalls =
             "SGD, momentum, Adam and BFGS each find the deeper minimum from about 55% of random "
             "starts. Try several starts, or particle swarm, which finds it from 80%."},
    .formula = R"(\sin(x+y)+(x-y)^2-1.5x+2.5y+1)",
    .minima = minima,
    .race = race,
};

}  // namespace surface_entries
}  // namespace fall_line
