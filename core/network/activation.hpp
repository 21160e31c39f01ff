// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "catalog/docs.hpp"
#include "numeric/lanes.hpp"
#include "numeric/real.hpp"

namespace fall_line {

/// When a unit is idle: it hardly passes gradients on, because its slope |f'(z)| is at most `slope`
/// for a share `share` of all samples. A share of 0: it never is.
struct Idleness {
  double slope = 0, share = 0;
};

/// Where f' vanishes on one side only, a unit is dead if it is there for every sample.
inline constexpr Idleness dies{0.01, 1};

/// An elementwise non-linearity a = f(z) of the hidden layers.
struct ActivationEntry {
  std::string_view id;
  Idleness idle = {};
  /// Computes a = f(z) for n numbers.
  void (*apply)(const Real* z, Real* a, std::size_t n) = nullptr;
  /// Multiplies delta by f'(z); a = f(z) is given. At a kink it takes the derivative from the left.
  void (*multiply_by_derivative)(const Real* z, const Real* a, Real* delta,
                                 std::size_t n) = nullptr;
  /// Multiplies delta by f''(z). At a kink the slope jumps and f'' is not finite, so this takes the
  /// second derivative from the left and ignores the jump.
  void (*multiply_by_second_derivative)(const Real* z, const Real* a, Real* delta,
                                        std::size_t n) = nullptr;
};

std::span<const ActivationEntry* const> activations();
const Docs& docs_of(const ActivationEntry& entry);

/// Completes an entry with Function's `value(z)` and `derivative(z, a)`, of all lanes at once, and
/// `second_derivative(z, a)`, of one number.
template <class Function>
constexpr ActivationEntry activation_entry(ActivationEntry entry) {
  entry.apply = [](const Real* z, Real* a, std::size_t n) {
    each_vector(n, [=](std::size_t i, std::size_t count) {
      store(Function::value(load(z + i, count)), a + i, count);
    });
  };
  entry.multiply_by_derivative = [](const Real* z, const Real* a, Real* delta, std::size_t n) {
    each_vector(n, [=](std::size_t i, std::size_t count) {
      const Lanes slope = Function::derivative(load(z + i, count), load(a + i, count));
      store(load(delta + i, count) * slope, delta + i, count);
    });
  };
  entry.multiply_by_second_derivative = [](const Real* z, const Real* a, Real* delta,
                                           std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) delta[i] *= Function::second_derivative(z[i], a[i]);
  };
  return entry;
}

}  // namespace fall_line
