// SPDX-License-Identifier: MIT
#include "surface/surface.hpp"

namespace fall_line {
namespace {

struct Ackley {
  Jet operator()(const Jet& x, const Jet& y) const {
    constexpr double turn = 6.283185307179586, e = 2.718281828459045;
    const Jet radius = root_mean_square(x.f, y.f);
    return -20 * exp(-0.2 * radius) - exp(0.5 * (cos(turn * x) + cos(turn * y))) + 20 + e;
  }
};

constexpr Minimum minima[] = {{0, 0, 0}};

constexpr Entrant race[] = {{"sgd", 0.1}, {"momentum", 3e-3}, {"rmsprop", 0.3}, {"adam", 0.3}};

}  // namespace

namespace surface_entries {

extern constinit const SurfaceEntry ackley = surface_entry<Ackley>({
    .id = "ackley",
    .x = {-5, 5},
    .y = {-5, 5},
    .start_x = 3,
    .start_y = -2,
    .lowest = 0,
});

extern constinit const SurfaceDocs ackley_docs = {
    .name = "Ackley",
    .summary = "A nearly flat, rippled plain around one deep funnel.",
    .guide = {.idea = "On the plain, the ripples hide the gentle slope that leads to the funnel. "
                      "The minimum is a sharp tip, where no gradient exists.",
              .use = "Compare gradient methods with search methods. From random starts, Adam never "
                     "came within 0.001 of the minimum, while particle swarm always did.",
              .pitfalls = "The slope stays steep right up to the tip, so a constant rate "
                          "overshoots it again and again. Use a schedule that lowers the rate."},
    .formula = R"(-20e^{-0.2\sqrt{(x^2+y^2)/2}}-e^{(\cos 2\pi x+\cos 2\pi y)/2}+20+e)",
    .minima = minima,
    .race = race,
};

}  // namespace surface_entries
}  // namespace fall_line
