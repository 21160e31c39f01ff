// SPDX-License-Identifier: MIT
#include <array>

#include "expression/evaluate.hpp"
#include "expression/form.hpp"
#include "surface/jet_elementary.hpp"
#include "surface/surface.hpp"

namespace fall_line {
namespace {

constexpr TextForm form =
    expression::form<expression::Wanted::number>("x^2/4 + y^2/4 + sin(2x) cos(2y)");

/// A function that is given as a text.
struct Formula {
  EncodedText f;
  double center_x = 0, center_y = 0, reach = 3;

  Jet operator()(const Jet& x, const Jet& y) const {
    const Jet at[] = {x, y};
    return expression::evaluate(expression::Program(f.numbers), at);
  }
};

constexpr Row<Formula> center_row(double Formula::*field, std::string_view id,
                                  std::string_view name, std::string_view doc) {
  return row<Formula>(
      field,
      {.id = id, .name = name, .domain = within(-1e6, 1e6), .slider = linear(-10, 10), .doc = doc});
}

constexpr std::array rows{
    row<Formula>(&Formula::f,
                 {.id = "f",
                  .name = "Formula",
                  .symbol = "f",
                  .doc = "The height as a formula in x and y. It may hold powers, conditions, and "
                         "functions such as sin, exp and sqrt."},
                 form),
    center_row(&Formula::center_x, "centerX", "Center x", "The x in the middle of the picture."),
    center_row(&Formula::center_y, "centerY", "Center y", "The y in the middle of the picture."),
    row<Formula>(&Formula::reach,
                 {.id = "reach",
                  .name = "Reach",
                  .domain = within(1e-6, 1e6),
                  .slider = logarithmic(0.1, 100),
                  .doc = "The distance from the center of the picture to its sides. Larger values "
                         "show more of the surface."})};

constexpr Entrant race[] = {{"sgd", 0.03}, {"momentum", 0.03}, {"rmsprop", 0.003}, {"adam", 0.3}};

constexpr std::string_view frame[] = {"centerX", "centerY", "reach"};

}  // namespace

namespace surface_entries {

extern constinit const SurfaceEntry formula = surface_entry<Formula, rows>({
    .id = "formula",
    .x = {-3, 3},
    .y = {-3, 3},
    .start_x = 2,
    .start_y = 2.5,
});

extern constinit const SurfaceDocs formula_docs = {
    .name = "Your formula",
    .summary = "A surface of your own, written as a formula in x and y.",
    .guide =
        {.idea = "The engine differentiates the formula exactly, like the other surfaces. So every "
                 "rule that works there has its gradient and curvature here too.",
         .use = "Test a guess about an optimizer on the smallest function that shows it: a narrow "
                "valley, a kink, a plateau, a saddle.",
         .pitfalls = "The minima are not known here, so no target height can end a race. Where the "
                     "formula has no value, as log(x) below 0, a racer that gets there diverges."},
    .formula = R"(f(x,y))",
    .race = race,
    .hyperparameters = declarations_of<rows>,
    .frame = frame,
};

}  // namespace surface_entries
}  // namespace fall_line
