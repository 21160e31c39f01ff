// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/hyperparameter.hpp"
#include "expression/source.hpp"

namespace fall_line::expression {

/// The variables of surfaces and data sets.
inline constexpr std::string_view plane[] = {"x", "y"};

/// Reads a text as a formula in x and y.
TextForm::Reading read(std::string_view text, Wanted wanted);

/// A setting that is a formula in x and y.
template <Wanted wanted>
constexpr TextForm form(std::string_view default_text) {
  return {default_text, longest_source,
          [](std::string_view text, std::span<const double>) { return read(text, wanted); }};
}

}  // namespace fall_line::expression
