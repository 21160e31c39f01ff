// SPDX-License-Identifier: MIT
#include "surface/surfaces/entries.hpp"

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

constinit const SurfaceEntry surface_entries::booth = surface_entry<Booth>({
    .id = "booth",
    .name = "Booth",
    .summary = "A tilted convex bowl.",
    .formula = R"((x+2y-7)^2+(2x+y-5)^2)",
    .x = {-10, 10},
    .y = {-10, 10},
    .start_x = -8,
    .start_y = -6,
    .minima = minima,
    .race = race,
});

}  // namespace fall_line
