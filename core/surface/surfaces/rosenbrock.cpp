// SPDX-License-Identifier: MIT
#include "surface/surface.hpp"

namespace fall_line {
namespace {

struct Rosenbrock {
  static constexpr double factor = 1;
  std::array<Jet, 2> residuals(const Jet& x, const Jet& y) const {
    return {1 - x, 10 * (y - x * x)};
  }
};

constexpr Minimum minima[] = {{1, 1, 0}};

constexpr Entrant race[] = {{"sgd", 3e-3}, {"momentum", 3e-3}, {"rmsprop", 0.01}, {"adam", 0.3}};

}  // namespace

namespace surface_entries {

extern constinit const SurfaceEntry rosenbrock = surface_entry<Rosenbrock>({
    .id = "rosenbrock",
    .x = {-2, 2},
    .y = {-1, 3},
    .start_x = -1.2,
    .start_y = 1,
    .lowest = 0,
});

extern constinit const SurfaceDocs rosenbrock_docs = {
    .name = "Rosenbrock",
    .summary = "A long, curved valley with a nearly flat floor.",
    .guide = {.idea =
                  "Entering the valley is easy, but following it is slow: the slope along the "
                  "floor is tiny, and the valley bends. The steep walls limit the learning rate.",
              .use = "Compare first-order with second-order methods. From the given start, SGD is "
                     "still on its way after 1,000 steps, while BFGS arrives in about 30.",
              .pitfalls = "The walls are steep: SGD at a rate of 0.003 diverges from about 47% of "
                          "random starts. Lower the rate or use a line search."},
    .formula = R"((1-x)^2+100(y-x^2)^2)",
    .minima = minima,
    .race = race,
};

}  // namespace surface_entries
}  // namespace fall_line
