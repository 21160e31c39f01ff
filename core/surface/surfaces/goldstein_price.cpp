// SPDX-License-Identifier: MIT
#include "surface/surface.hpp"

namespace fall_line {
namespace {

struct GoldsteinPrice {
  Jet operator()(const Jet& x, const Jet& y) const {
    const Jet a =
        1 + square(x + y + 1) * (19 - 14 * x + 3 * x * x - 14 * y + 6 * x * y + 3 * y * y);
    const Jet b =
        30 + square(2 * x - 3 * y) * (18 - 32 * x + 12 * x * x + 48 * y - 36 * x * y + 27 * y * y);
    return a * b;
  }
};

constexpr Minimum minima[] = {{0, -1, 3}};

constexpr Entrant race[] = {{"sgd", 3e-5}, {"momentum", 1e-5}, {"rmsprop", 0.3}, {"adam", 0.3}};

}  // namespace

namespace surface_entries {

extern constinit const SurfaceEntry goldstein_price = surface_entry<GoldsteinPrice>({
    .id = "goldstein-price",
    .x = {-2, 2},
    .y = {-2, 2},
    .start_x = -0.5,
    .start_y = 0.5,
    .lowest = 3,
});

extern constinit const SurfaceDocs goldstein_price_docs = {
    .name = "Goldstein–Price",
    .summary = "Steep walls around several basins, with values from 3 to about a million.",
    .guide = {.idea = "The heights differ so much that a rate small enough for the walls hardly "
                      "moves in the basins. Several local minima catch paths as well.",
              .use = "Compare fixed rates with line searches. From the given start, SGD at its "
                     "suggested rate reaches the lowest minimum, while BFGS and Newton's method "
                     "end at a value of 30.",
              .pitfalls =
                  "Rates must be tiny: SGD at 0.00003 diverges from about 41% of random starts. "
                  "Use Adam or a line search, and show the value on a logarithmic scale."},
    .formula =
        R"(\begin{aligned}&(1+(x+y+1)^2(19-14x+3x^2-14y+6xy+3y^2))\\&\cdot(30+(2x-3y)^2(18-32x+12x^2+48y-36xy+27y^2))\end{aligned})",
    .minima = minima,
    .race = race,
};

}  // namespace surface_entries
}  // namespace fall_line
