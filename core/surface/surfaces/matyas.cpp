// SPDX-License-Identifier: MIT
#include "surface/surface.hpp"

namespace fall_line {
namespace {

struct Matyas {
  /// Written along its eigenvectors: (x - y)²/4 + (x + y)²/100.
  static constexpr double factor = 1;
  std::array<Jet, 2> residuals(const Jet& x, const Jet& y) const {
    return {0.5 * (x - y), 0.1 * (x + y)};
  }
};

constexpr Minimum minima[] = {{0, 0, 0}};

constexpr Entrant race[] = {{"sgd", 1}, {"momentum", 0.3}, {"rmsprop", 0.03}, {"adam", 3}};

}  // namespace

namespace surface_entries {

extern constinit const SurfaceEntry matyas = surface_entry<Matyas>({
    .id = "matyas",
    .x = {-10, 10},
    .y = {-10, 10},
    .start_x = 9,
    .start_y = 3,
    .lowest = 0,
});

extern constinit const SurfaceDocs matyas_docs = {
    .name = "Matyas",
    .summary = "A shallow bowl stretched along the diagonal.",
    .guide = {.idea = "The curvature along the diagonal is 25 times smaller than across it. It is "
                      "the same for x as for y, so scaling the two separately does not help.",
              .use = "Compare SGD, momentum and BFGS. With the suggested rates, they bring the "
                     "value below 0.001 in about 90, 50 and 5 steps.",
              .pitfalls = "The floor is so flat that a small value can mislead: at 0.001, a path "
                          "may still be 0.2 away from the minimum. Look at the position as well."},
    .formula = R"(0.26(x^2+y^2)-0.48xy)",
    .minima = minima,
    .race = race,
};

}  // namespace surface_entries
}  // namespace fall_line
