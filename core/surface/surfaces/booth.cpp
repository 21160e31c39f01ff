// SPDX-License-Identifier: MIT
#include "surface/surface.hpp"

namespace fall_line {
namespace {

struct Booth {
  static constexpr double factor = 1;
  std::array<Jet, 2> residuals(const Jet& x, const Jet& y) const {
    return {x + 2 * y - 7, 2 * x + y - 5};
  }
};

constexpr Minimum minima[] = {{1, 3, 0}};

constexpr Entrant race[] = {{"sgd", 0.03}, {"momentum", 0.01}, {"rmsprop", 1}, {"adam", 3}};

}  // namespace

namespace surface_entries {

extern constinit const SurfaceEntry booth = surface_entry<Booth>({
    .id = "booth",
    .x = {-10, 10},
    .y = {-10, 10},
    .start_x = -8,
    .start_y = -6,
    .lowest = 0,
});

extern constinit const SurfaceDocs booth_docs = {
    .name = "Booth",
    .summary = "A bowl stretched along a diagonal, with its minimum where x is 1 and y is 3.",
    .guide =
        {.idea = "The surface is a sum of two squares and has a single minimum. Its curvature is "
                 "nine times larger across the stretch than along it.",
         .use = "Compare methods that use curvature with those that do not. Newton and "
                "Gauss-Newton need one step, SGD at a rate of 0.03 about 80 from a typical start.",
         .pitfalls =
             "The stretch is diagonal, and x and y have the same curvature. Methods that scale x "
             "and y separately cannot straighten it, so momentum or second-order methods help."},
    .formula = R"((x+2y-7)^2+(2x+y-5)^2)",
    .minima = minima,
    .race = race,
};

}  // namespace surface_entries
}  // namespace fall_line
