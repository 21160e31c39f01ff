// SPDX-License-Identifier: MIT
#include "surface/surface.hpp"

namespace fall_line {
namespace {

/// Reddi, Kale & Kumar 2018 (1904.09237), Theorem 1: one gradient of C, then two of -1. Adam with
/// beta1 = 0 and beta2 = 1 / (1 + C²) divides each by about its own size, so the two small ones
/// win.
struct ReddiCounterexample {
  static constexpr double c = 3;

  Jet operator()(const Jet& x, const Jet&) const { return (c - 2) * x / 3; }
  Jet at_step(const Jet& x, const Jet&, std::uint64_t t) const { return t % 3 == 1 ? c * x : -x; }
};

/// Any y will do.
constexpr Minimum minima[] = {{-1, 0, (2 - ReddiCounterexample::c) / 3}};

constexpr Entrant race[] = {{"sgd", 0.03}, {"momentum", 1}, {"rmsprop", 0.1}, {"adam", 3}};

}  // namespace

namespace surface_entries {

extern constinit const SurfaceEntry reddi_counterexample = surface_entry<ReddiCounterexample>({
    .id = "reddi-counterexample",
    .x = {-1, 1},
    .y = {-1, 1},
    .start_x = 0,
    .start_y = 0,
    .lowest = (2 - ReddiCounterexample::c) / 3,
    .walled = true,
});

extern constinit const SurfaceDocs reddi_counterexample_docs = {
    .name = "Reddi's counterexample",
    .summary = "Between two walls, every third step has slope 3 and the others -1, whatever y is.",
    .guide = {.idea = "On average the way down is to the left, since one large slope outweighs "
                      "two small ones. A method that divides each slope by its recent size can "
                      "give the small ones more weight.",
              .use = "Compare Adam with AMSGrad, both with beta 1 at 0 and beta 2 at 0.1. Adam "
                     "goes to the right wall, AMSGrad to the left one.",
              .pitfalls = "With Adam's usual long memory, every optimizer goes left and there "
                          "is nothing to see. Methods that need the same function at every "
                          "step, such as line searches, cannot take part."},
    .formula = R"(f_t = \begin{cases} 3x & t \bmod 3 = 1 \\ -x & \text{otherwise} \end{cases})",
    .minima = minima,
    .race = race,
};

}  // namespace surface_entries
}  // namespace fall_line
