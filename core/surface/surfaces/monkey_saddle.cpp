// SPDX-License-Identifier: MIT
#include "surface/surface.hpp"

namespace fall_line {
namespace {

struct MonkeySaddle {
  Jet operator()(const Jet& x, const Jet& y) const { return x * x * x - 3 * x * y * y; }
};

constexpr Entrant race[] = {{"sgd", 1e-3}, {"momentum", 1e-4}, {"rmsprop", 1e-3}, {"adam", 1e-3}};

}  // namespace

namespace surface_entries {

extern constinit const SurfaceEntry monkey_saddle = surface_entry<MonkeySaddle>({
    .id = "monkey-saddle",
    .x = {-2, 2},
    .y = {-2, 2},
    .start_x = 1,
    .start_y = 0.01,
});

extern constinit const SurfaceDocs monkey_saddle_docs = {
    .name = "Monkey saddle",
    .summary = "Three valleys meet at a flat point, where gradient and curvature both vanish.",
    .guide =
        {.idea = "A saddle for two legs and a tail: three ways lead down and three lead up. In the "
                 "middle even the curvature is zero, so second-order methods learn nothing there.",
         .use = "Compare how soon methods leave a flat point. After 1,000 steps at a rate of "
                "0.001, SGD is still near the middle, while Adam has moved on.",
         .pitfalls = "There is no minimum, and the surface falls ever faster: SGD at 0.001 "
                     "diverges from about 93% of random starts. Use small rates and few steps."},
    .formula = R"(x^3-3xy^2)",
    .race = race,
};

}  // namespace surface_entries
}  // namespace fall_line
