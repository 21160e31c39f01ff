// SPDX-License-Identifier: MIT
#include "surface/surfaces/entries.hpp"

namespace fall_line {
namespace {

struct MonkeySaddle {
  Jet operator()(const Jet& x, const Jet& y) const { return x * x * x - 3 * x * y * y; }
};

constexpr Entrant race[] = {{"sgd", 1e-3}, {"momentum", 1e-4}, {"rmsprop", 1e-3}, {"adam", 1e-3}};

}  // namespace

constinit const SurfaceEntry surface_entries::monkey_saddle = surface_entry<MonkeySaddle>({
    .id = "monkey-saddle",
    .name = "Monkey saddle",
    .summary = "Three valleys meet where gradient and Hessian both vanish.",
    .formula = R"(x^3-3xy^2)",
    .x = {-2, 2},
    .y = {-2, 2},
    .start_x = 1,
    .start_y = 0.01,
    .race = race,
});

}  // namespace fall_line
