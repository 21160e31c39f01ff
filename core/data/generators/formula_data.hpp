// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "data/generators/class_data.hpp"
#include "expression/evaluate.hpp"
#include "expression/form.hpp"

/// What the data sets whose target is a formula have in common.
namespace fall_line {

/// Points are uniform in the square from -reach to reach, where the row of that name stands second.
inline constexpr std::size_t reach_row_index = 1;

template <class T>
constexpr Row<T> reach_row() {
  return row<T>(&T::reach,
                {.id = "reach",
                 .name = "Reach",
                 .domain = within(1e-3, 1e3),
                 .slider = linear(0.5, 5),
                 .doc = "Both inputs lie between minus and plus this number. Networks learn best "
                        "from inputs near 1 in size, so beyond 5 it helps to standardize them."});
}

/// The value of a formula at a point, or 0 where it is not a number that a network can learn.
double usable_value(const expression::Program& f, double x, double y);

/// Refuses a formula that has no usable value somewhere in the square.
TextForm::Reading checked_in_square(TextForm::Reading reading, double reach);

}  // namespace fall_line
