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

/// The first `count` >= 1 of a vector's worth of numbers, zeros beyond. Written out, since a lane
/// whose number is not constant goes through memory.
template <class L = Lanes>
L load(const Real* p, std::size_t count) {
  if (count >= lanes) return load(p);
  L v{p[0]};
  if constexpr (lanes == 4) {
    if (count > 1) v[1] = p[1];
    if (count > 2) v[2] = p[2];
  }
  return v;
}

template <class L>
void store(L v, Real* p, std::size_t count) {
  if (count >= lanes) return store(v, p);
  p[0] = v[0];
  if constexpr (lanes == 4) {
    if (count > 1) p[1] = v[1];
    if (count > 2) p[2] = v[2];
  }
}

/// Written out lane by lane, because compilers recognize a splat here but not in a loop.
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

/// The sums of `lanes` vectors, one a lane, each added up as `sum` does.
template <class L>
L sums(const L* v) {
  if constexpr (lanes == 4) {
    // (v[0] + v[2], w[0] + w[2], v[1] + v[3], w[1] + w[3])
    const auto halves = [](L v, L w) {
      return __builtin_shufflevector(v, w, 0, 4, 1, 5) + __builtin_shufflevector(v, w, 2, 6, 3, 7);
    };
    const L a = halves(v[0], v[1]), b = halves(v[2], v[3]);
    return __builtin_shufflevector(a, b, 0, 1, 4, 5) + __builtin_shufflevector(a, b, 2, 3, 6, 7);
  } else {
    return __builtin_shufflevector(v[0], v[1], 0, 2) + __builtin_shufflevector(v[0], v[1], 1, 3);
  }
}

/// Rows become columns.
template <class L>
void transpose(L (&v)[lanes]) {
  if constexpr (lanes == 4) {
    const L low01 = __builtin_shufflevector(v[0], v[1], 0, 4, 1, 5),
            high01 = __builtin_shufflevector(v[0], v[1], 2, 6, 3, 7),
            low23 = __builtin_shufflevector(v[2], v[3], 0, 4, 1, 5),
            high23 = __builtin_shufflevector(v[2], v[3], 2, 6, 3, 7);
    v[0] = __builtin_shufflevector(low01, low23, 0, 1, 4, 5);
    v[1] = __builtin_shufflevector(low01, low23, 2, 3, 6, 7);
    v[2] = __builtin_shufflevector(high01, high23, 0, 1, 4, 5);
    v[3] = __builtin_shufflevector(high01, high23, 2, 3, 6, 7);
  } else {
    const L first = __builtin_shufflevector(v[0], v[1], 0, 2);
    v[1] = __builtin_shufflevector(v[0], v[1], 1, 3);
    v[0] = first;
  }
}

/// What a comparison of lanes gives: all bits set where it holds.
using Mask = decltype(Lanes{} < Lanes{});

inline Mask to_bits(Lanes v) {
  Mask bits;
  std::memcpy(&bits, &v, sizeof bits);
  return bits;
}

inline Lanes from_bits(Mask bits) {
  Lanes v;
  std::memcpy(&v, &bits, sizeof v);
  return v;
}

/// `yes` where the mask is set, `no` elsewhere.
inline Lanes select(Mask mask, Lanes yes, Lanes no) { return mask ? yes : no; }

inline Lanes select(Mask mask, Real yes, Lanes no) { return select(mask, splat(yes), no); }
inline Lanes select(Mask mask, Lanes yes, Real no) { return select(mask, yes, splat(no)); }
inline Lanes select(Mask mask, Real yes, Real no) { return select(mask, splat(yes), splat(no)); }

/// f(i, count) for the `count` numbers from i on, a vector's worth each but for the last.
template <class Function>
void each_vector(std::size_t size, Function f) {
  std::size_t i = 0;
  for (; i + lanes <= size; i += lanes) f(i, lanes);
  if (i < size) f(i, size - i);
}

/// f of each lane by itself.
template <class Function>
Lanes each(Lanes v, Function f) {
  Real values[lanes];
  store(v, values);
  for (Real& value : values) value = static_cast<Real>(f(value));
  return load(values);
}

}  // namespace fall_line
