// SPDX-License-Identifier: MIT
#include "surface/surface.hpp"

namespace fall_line {
namespace {

struct Rastrigin {
  Jet operator()(const Jet& x, const Jet& y) const {
    constexpr double turn = 6.283185307179586;
    return 20 + (x * x - 10 * cos(turn * x)) + (y * y - 10 * cos(turn * y));
  }
};

constexpr Minimum minima[] = {{0, 0, 0}};

constexpr Entrant race[] = {{"sgd", 3e-3}, {"momentum", 1e-3}, {"rmsprop", 0.03}, {"adam", 0.1}};

}  // namespace

namespace surface_entries {

extern constinit const SurfaceEntry rastrigin = surface_entry<Rastrigin>({
    .id = "rastrigin",
    .x = {-5.12, 5.12},
    .y = {-5.12, 5.12},
    .start_x = 3.3,
    .start_y = -2.7,
    .lowest = 0,
});

extern constinit const SurfaceDocs rastrigin_docs = {
    .name = "Rastrigin",
    .summary = "A bowl covered with a regular grid of local minima.",
    .guide = {.idea = "The ripples hide the slope of the bowl, and every dip looks like a minimum. "
                      "Methods that follow the gradient stop in a dip near their start.",
              .use = "Compare gradient methods with population methods. SGD, Adam and BFGS find "
                     "the lowest dip from about 1% of random starts, and particle swarm from 95%.",
              .pitfalls =
                  "From the given start, gradient methods all end at about 18, so their race is a "
                  "tie. Use particle swarm, or see how far simulated annealing gets."},
    .formula = R"(20+\sum_{u\in\{x,y\}}(u^2-10\cos 2\pi u))",
    .minima = minima,
    .race = race,
};

}  // namespace surface_entries
}  // namespace fall_line
