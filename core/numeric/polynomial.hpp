// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>

namespace fall_line {

/// c[0] + c[1] x + c[2] x^2 + ..., neighbours first (Estrin 1960): a chain of log2(n) steps
/// where Horner's has n, in an order that is the same everywhere. X may be a vector of numbers.
template <class X, class Coefficient, std::size_t n>
inline X polynomial(X x, const std::array<Coefficient, n>& c) {
  if constexpr (n == 1) {
    return c[0];
  } else {
    std::array<X, (n + 1) / 2> pairs{};
    for (std::size_t i = 0; i < n / 2; ++i) pairs[i] = c[2 * i] + c[2 * i + 1] * x;
    if constexpr (n % 2 == 1) pairs[n / 2] = X{} + c[n - 1];
    return polynomial(x * x, pairs);
  }
}

}  // namespace fall_line
