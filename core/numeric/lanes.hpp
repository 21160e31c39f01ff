// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstring>

#include "numeric/real.hpp"

/// 128-bit vectors of Real through the vector types of GCC and clang: the same width natively and
/// in wasm, whatever the machine has, so that sums add up in the same order everywhere. Arithmetic
/// is written with operators; -ffp-contract=off keeps a multiplication and an addition apart.
namespace fall_line {

using Lanes = Real __attribute__((vector_size(16)));

/// Reals in one vector.
inline constexpr std::size_t lanes = 16 / sizeof(Real);

inline Lanes load(const Real* p) {
  Lanes v;
  std::memcpy(&v, p, sizeof v);
  return v;
}

inline void store(Lanes v, Real* p) { std::memcpy(p, &v, sizeof v); }

/// Written out lane by lane: compilers see a splat in this and not in a loop.
template <class L = Lanes>
L splat(Real x) {
  if constexpr (lanes == 4) {
    return L{x, x, x, x};
  } else {
    return L{x, x};
  }
}

/// The sum of all lanes, pairwise.
template <class L>
Real sum(L v) {
  if constexpr (lanes == 4) {
    return (v[0] + v[2]) + (v[1] + v[3]);
  } else {
    return v[0] + v[1];
  }
}

}  // namespace fall_line
