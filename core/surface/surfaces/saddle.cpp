// SPDX-License-Identifier: MIT
#include "surface/surfaces/entries.hpp"

namespace fall_line {
namespace {

struct Saddle {
  Jet operator()(const Jet& x, const Jet& y) const { return x * x - y * y; }
};

constexpr Entrant race[] = {{"sgd", 3e-3}, {"momentum", 3e-4}, {"rmsprop", 1e-3}, {"adam", 1e-3}};

}  // namespace

constinit const SurfaceEntry surface_entries::saddle = surface_entry<Saddle>({
    .id = "saddle",
    .name = "Saddle",
    .summary = "Downhill to both sides, without end: plain descent dawdles at the middle.",
    .formula = R"(x^2-y^2)",
    .x = {-2, 2},
    .y = {-2, 2},
    .start_x = 1.5,
    .start_y = 0.001,
    .race = race,
});

}  // namespace fall_line
