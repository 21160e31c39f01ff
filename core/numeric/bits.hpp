// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace fall_line {

// The builtin behind std::bit_cast, which the libc++ of Emscripten 3.1.6 does not have yet.
constexpr std::uint64_t to_bits(double x) { return __builtin_bit_cast(std::uint64_t, x); }
constexpr double from_bits(std::uint64_t bits) { return __builtin_bit_cast(double, bits); }

inline constexpr std::uint64_t sign_bit = 0x8000000000000000;

/// |x|
constexpr double magnitude(double x) { return from_bits(to_bits(x) & ~sign_bit); }

/// |size| with the sign of x
constexpr double with_sign_of(double x, double size) {
  return from_bits((to_bits(size) & ~sign_bit) | (to_bits(x) & sign_bit));
}

}  // namespace fall_line
