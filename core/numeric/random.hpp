// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace fall_line {

/// FNV-1a, 64 bits; continues from `hash`.
constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t hash = 0xcbf29ce484222325) {
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  }
  return hash;
}

/// The next number of SplitMix64 (Steele, Lea & Flood 2014).
constexpr std::uint64_t splitmix64(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15;
  std::uint64_t z = state;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
  z = (z ^ z >> 27) * 0x94d049bb133111eb;
  return z ^ z >> 31;
}

/// A named stream of random numbers, xoshiro256++ (Blackman & Vigna 2019). The same name, seed and
/// index give the same numbers everywhere; streams that differ in any of them have nothing in
/// common.
class Stream {
 public:
  using State = std::array<std::uint64_t, 4>;

  explicit Stream(std::string_view name, std::uint64_t seed, std::uint64_t index = 0);

  /// 64 random bits.
  std::uint64_t bits();
  /// Uniform on [0, 1): a multiple of 2^-53.
  double uniform();
  /// Uniform on [low, high); may round up to `high`.
  double uniform(double low, double high);
  /// 1 or -1, by the highest of 64 bits.
  template <class T>
  T sign() {
    return bits() >> 63 == 0 ? T{1} : T{-1};
  }
  /// Uniform on 0, ..., n - 1 without bias; n > 0.
  std::uint32_t below(std::uint32_t n);
  /// Standard normal. Always takes two draws, so that what follows does not depend on the value.
  double normal();
  /// A uniformly drawn order of the values.
  void shuffle(std::span<std::uint32_t> values);

  /// All that the stream remembers, for snapshots; never all zeros.
  const State& state() const { return state_; }
  void set_state(const State& state) { state_ = state; }

 private:
  State state_;
};

}  // namespace fall_line
