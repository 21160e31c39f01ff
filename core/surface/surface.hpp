// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "catalog/docs.hpp"
#include "catalog/guide.hpp"
#include "catalog/row.hpp"
#include "surface/jet.hpp"

namespace fall_line {

struct Interval {
  double min, max;
};

struct Minimum {
  double x, y, value;
};

/// A participant in a surface's suggested race: an optimizer's id and its best learning rate there,
/// as tests/wasm/surface-races.test.ts finds it.
struct Entrant {
  std::string_view optimizer;
  double learning_rate;
};

/// f = factor * sum of r².
struct Residuals {
  double factor = 1;
  std::size_t count = 0;  ///< 0: f is not a sum of squares.
  std::array<Jet, 3> r = {};
};

/// A test function of two parameters, the part that is drawn, and the starting point.
struct SurfaceEntry {
  std::string_view id;
  Interval x, y;  ///< The part that is drawn; a start outside is legal.
  double start_x, start_y;
  std::span<const Hyperparameter> hyperparameters = {};
  /// Value, gradient, and Hessian at (x, y); values in row order.
  Jet (*at)(const Values& values, double x, double y) = nullptr;
  /// The residuals, if the function is a sum of squares.
  Residuals (*residuals_at)(const Values& values, double x, double y) = nullptr;
  /// Set if the function changes from step to step: the function of step t, counted from 1. `at` is
  /// then the mean over the steps.
  Jet (*at_step)(const Values& values, double x, double y, std::uint64_t t) = nullptr;
  double lowest = -infinity;  ///< The value of the lowest minimum, if one is known.
  /// Parameters stay within the drawn part: each step is projected back onto it.
  bool walled = false;

  bool squares() const { return residuals_at(defaults_of(hyperparameters), 0, 0).count > 0; }
};

struct SurfaceDocs {
  std::string_view name, summary;
  Guide guide = {};
  std::string_view formula;              ///< TeX.
  std::span<const Minimum> minima = {};  ///< Empty: unbounded below, or not known.
  std::span<const Entrant> race = {};
  std::span<const Declaration> hyperparameters = {};
  /// The settings that say which part is drawn, if it is not fixed: the x and y of its center, and
  /// the distance from there to each side.
  std::span<const std::string_view> frame = {};
};

std::span<const SurfaceEntry* const> surfaces();
const SurfaceDocs& docs_of(const SurfaceEntry& entry);

/// f and its residuals from a Function that is
/// - a formula, `operator()(x, y) const` on jets, or
/// - a sum of squares: `residuals(x, y) const`, an array of jets, and their `factor`;
/// or both, if computing f from its residuals would round more than the formula does. If the
/// function changes from step to step, `at_step(x, y, t) const` gives it for step t, and the
/// formula is the mean.
template <class Function>
constexpr bool is_sum_of_squares = requires(const Function& f, const Jet& x) {
  f.residuals(x, x);
};

template <class Function>
constexpr bool is_sequence = requires(const Function& f, const Jet& x) {
  f.at_step(x, x, std::uint64_t{1});
};

template <class Function>
Residuals residuals_of(const Function& function, double x, double y) {
  Residuals all;
  if constexpr (is_sum_of_squares<Function>) {
    const auto r = function.residuals(Jet::variable_x(x), Jet::variable_y(y));
    all.factor = Function::factor;
    all.count = r.size();
    std::copy(r.begin(), r.end(), all.r.begin());
  }
  return all;
}

template <class Function>
Jet value_of(const Function& function, double x, double y) {
  const Jet jx = Jet::variable_x(x), jy = Jet::variable_y(y);
  if constexpr (requires { function(jx, jy); }) {
    return function(jx, jy);
  } else {
    Jet sum;
    for (const Jet& r : function.residuals(jx, jy)) sum = sum + square(r);
    return sum / (1 / Function::factor);
  }
}

/// Completes an entry with Function and its rows.
template <class Function, auto& rows>
constexpr SurfaceEntry surface_entry(SurfaceEntry entry) {
  static_assert(well_formed(rows));
  entry.hyperparameters = hyperparameters_of<rows>;
  entry.at = [](const Values& values, double x, double y) {
    return value_of(with_values<Function, rows>(values), x, y);
  };
  entry.residuals_at = [](const Values& values, double x, double y) {
    return residuals_of(with_values<Function, rows>(values), x, y);
  };
  if constexpr (is_sequence<Function>)
    entry.at_step = [](const Values& values, double x, double y, std::uint64_t t) {
      return with_values<Function, rows>(values).at_step(Jet::variable_x(x), Jet::variable_y(y), t);
    };
  return entry;
}

/// The same for a function without hyperparameters.
template <class Function>
constexpr SurfaceEntry surface_entry(SurfaceEntry entry) {
  entry.at = [](const Values&, double x, double y) { return value_of(Function{}, x, y); };
  entry.residuals_at = [](const Values&, double x, double y) {
    return residuals_of(Function{}, x, y);
  };
  if constexpr (is_sequence<Function>)
    entry.at_step = [](const Values&, double x, double y, std::uint64_t t) {
      return Function{}.at_step(Jet::variable_x(x), Jet::variable_y(y), t);
    };
  return entry;
}

}  // namespace fall_line
