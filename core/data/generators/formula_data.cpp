// SPDX-License-Identifier: MIT
#include "data/generators/formula_data.hpp"

#include "catalog/text.hpp"
#include "expression/tables.hpp"
#include "expression/texts.hpp"

namespace fall_line {
namespace {

/// As own data: beyond this float32 overflows in the first layer already.
bool usable(double value) { return value >= -1e30 && value <= 1e30; }

double value_of(const expression::Program& f, double x, double y) {
  const double at[] = {x, y};
  return expression::evaluate(f, at);
}

}  // namespace

double usable_value(const expression::Program& f, double x, double y) {
  const double value = value_of(f, x, y);
  return usable(value) ? value : 0;
}

TextForm::Reading checked_in_square(TextForm::Reading reading, double reach) {
  if (!reading.rule.empty()) return reading;
  // In the middle of the cells of a grid, which leaves out poles on the axes: no sample is there.
  constexpr int cells = 32;
  const expression::Program f(reading.numbers);
  const auto middle = [&](int i) { return reach * (2 * i + 1 - cells) / cells; };
  for (int i = 0; i < cells; ++i)
    for (int j = 0; j < cells; ++j)
      if (const double x = middle(i), y = middle(j); !usable(value_of(f, x, y))) {
        reading.rule = expression::with(expression::tables.no_finite_value, text(x), text(y));
        return reading;
      }
  return reading;
}

}  // namespace fall_line
