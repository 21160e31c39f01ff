// SPDX-License-Identifier: MIT
#include "surface/surface.hpp"

namespace fall_line {
namespace {

struct Beale {
  static constexpr double factor = 1;
  std::array<Jet, 3> residuals(const Jet& x, const Jet& y) const {
    const Jet y2 = y * y;
    return {1.5 - x + x * y, 2.25 - x + x * y2, 2.625 - x + x * y2 * y};
  }
};

constexpr Minimum minima[] = {{3, 0.5, 0}};

constexpr Entrant race[] = {{"sgd", 0.03}, {"momentum", 0.01}, {"rmsprop", 0.01}, {"adam", 0.3}};

}  // namespace

namespace surface_entries {

extern constinit const SurfaceEntry beale = surface_entry<Beale>({
    .id = "beale",
    .x = {-4.5, 4.5},
    .y = {-4.5, 4.5},
    .start_x = 1,
    .start_y = 1,
    .lowest = 0,
});

extern constinit const SurfaceDocs beale_docs = {
    .name = "Beale",
    .summary = "Flat plains with steep corners and one minimum.",
    .guide = {.idea = "Gradients are tiny on the plains and huge in the corners, so no single "
                      "learning rate suits both. Slopes in the drawn part reach about 250,000.",
              .use = "Compare fixed rates with methods that scale their steps. From random starts, "
                     "SGD at 0.03 finds the minimum in about 21% of races, RMSProp at 0.01 in 53%.",
              .pitfalls =
                  "SGD at a rate of 0.03 diverges from about 79% of random starts. Start nearer "
                  "the minimum, lower the rate, or use RMSProp, which did not diverge."},
    .formula = R"((1.5-x+xy)^2+(2.25-x+xy^2)^2+(2.625-x+xy^3)^2)",
    .minima = minima,
    .race = race,
};

}  // namespace surface_entries
}  // namespace fall_line
