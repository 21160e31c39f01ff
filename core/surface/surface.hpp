// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "catalog/row.hpp"
#include "surface/jet.hpp"

namespace fall_line {

struct Interval {
  double min, max;
};

struct Minimum {
  double x, y, value;
};

/// A test function of two parameters: what it says of itself, where it is drawn, where a race
/// starts, and what is known about its minima.
struct SurfaceEntry {
  std::string_view id, name, summary;
  std::string_view formula;  ///< TeX.
  Interval x, y;             ///< The part that is drawn; a start outside is legal.
  double start_x, start_y;
  std::span<const Minimum> minima = {};  ///< Empty: unbounded below.
  std::span<const Hyperparameter> hyperparameters = {};
  /// Value, gradient, and Hessian at (x, y); values in row order.
  Jet (*at)(const Values& values, double x, double y) = nullptr;
};

std::span<const SurfaceEntry* const> surfaces();

/// Completes an entry with the rows of Function and its `operator()(x, y) const` on jets.
template <class Function, auto& rows>
constexpr SurfaceEntry surface_entry(SurfaceEntry entry) {
  static_assert(well_formed(rows));
  entry.hyperparameters = hyperparameters_of<rows>;
  entry.at = [](const Values& values, double x, double y) {
    return with_values(rows, values)(Jet::variable_x(x), Jet::variable_y(y));
  };
  return entry;
}

/// The same for a function without hyperparameters.
template <class Function>
constexpr SurfaceEntry surface_entry(SurfaceEntry entry) {
  entry.at = [](const Values&, double x, double y) {
    return Function{}(Jet::variable_x(x), Jet::variable_y(y));
  };
  return entry;
}

}  // namespace fall_line
