// SPDX-License-Identifier: MIT
#include "surface/surface.hpp"

namespace fall_line {
namespace {

struct QuadraticBowl {
  static constexpr double factor = 0.5;
  std::array<Jet, 2> residuals(const Jet& x, const Jet& y) const { return {x, y}; }
};

constexpr Minimum minima[] = {{0, 0, 0}};

constexpr Entrant race[] = {{"sgd", 1}, {"momentum", 0.1}, {"rmsprop", 0.03}, {"adam", 1}};

}  // namespace

namespace surface_entries {

extern constinit const SurfaceEntry quadratic_bowl = surface_entry<QuadraticBowl>({
    .id = "quadratic-bowl",
    .x = {-5, 5},
    .y = {-5, 5},
    .start_x = 4,
    .start_y = 3,
    .lowest = 0,
});

extern constinit const SurfaceDocs quadratic_bowl_docs = {
    .name = "Quadratic bowl",
    .summary = "A round bowl: the steepest way down leads straight to the minimum.",
    .guide =
        {.idea = "The curvature is the same in every direction, so the gradient points exactly "
                 "away from the minimum. With a learning rate of 1, SGD arrives in one step.",
         .use = "Learn what the learning rate does: below 1 SGD falls short, between 1 and 2 it "
                "overshoots, above 2 it diverges. Compare momentum, which swings past the minimum.",
         .pitfalls =
             "Nothing is hard here, so success says little about other problems. RMSProp with a "
             "constant rate keeps jumping around the minimum, and a decaying schedule helps."},
    .formula = R"(\tfrac12(x^2+y^2))",
    .minima = minima,
    .race = race,
};

}  // namespace surface_entries
}  // namespace fall_line
