// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "numeric/real.hpp"

/// A rule computes its scalars in double in both engines. Here they become Real, to work on
/// vectors.
namespace fall_line {

constexpr Real real(double x) { return static_cast<Real>(x); }

/// Several at once: `const auto [eta, mu] = reals(step.learning_rate, momentum);`
template <class... Scalars>
constexpr std::array<Real, sizeof...(Scalars)> reals(Scalars... x) {
  return {real(x)...};
}

}  // namespace fall_line
