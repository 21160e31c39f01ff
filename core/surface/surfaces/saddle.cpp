// SPDX-License-Identifier: MIT
#include "surface/surface.hpp"

namespace fall_line {
namespace {

struct Saddle {
  Jet operator()(const Jet& x, const Jet& y) const { return x * x - y * y; }
};

constexpr Entrant race[] = {{"sgd", 3e-3}, {"momentum", 3e-4}, {"rmsprop", 1e-3}, {"adam", 1e-3}};

}  // namespace

namespace surface_entries {

extern constinit const SurfaceEntry saddle = surface_entry<Saddle>({
    .id = "saddle",
    .x = {-2, 2},
    .y = {-2, 2},
    .start_x = 1.5,
    .start_y = 0.001,
});

extern constinit const SurfaceDocs saddle_docs = {
    .name = "Saddle",
    .summary = "A saddle that falls away along y in both directions without limit.",
    .guide = {.idea =
                  "The gradient is zero in the middle, though the middle is no minimum. A start "
                  "near the x axis leads straight there before the tiny slope along y takes over.",
              .use = "See how long each method lingers near the middle. After 1,000 steps with the "
                     "suggested rates, SGD is 0.4 away from the x axis and Adam 1.6.",
              .pitfalls = "There is no minimum, so a method that works falls without end, and its "
                          "run may stop as diverged. Compare how soon each leaves the middle."},
    .formula = R"(x^2-y^2)",
    .race = race,
};

}  // namespace surface_entries
}  // namespace fall_line
