// SPDX-License-Identifier: MIT
#include "numeric/random.hpp"

#include <bit>
#include <cmath>
#include <cstddef>
#include <utility>

#include "numeric/special.hpp"

namespace fall_line {

Stream::Stream(std::string_view name, std::uint64_t seed, std::uint64_t index) {
  // Each step is a bijection: for one name, no two seeds meet, and for one seed no two indices.
  std::uint64_t mixer = fnv1a(name);
  mixer = splitmix64(mixer) ^ seed;
  mixer = splitmix64(mixer) ^ index;
  for (std::uint64_t& word : state_) word = splitmix64(mixer);
}

std::uint64_t Stream::bits() {
  auto& [a, b, c, d] = state_;
  const std::uint64_t result = std::rotl(a + d, 23) + a;
  const std::uint64_t shifted = b << 17;
  c ^= a;
  d ^= b;
  b ^= c;
  a ^= d;
  c ^= shifted;
  d = std::rotl(d, 45);
  return result;
}

double Stream::uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; }

double Stream::uniform(double low, double high) { return low + (high - low) * uniform(); }

std::uint32_t Stream::below(std::uint32_t n) {
  // Lemire 2019: the upper half of a 32 x 32 bit product; a lower half under 2^32 mod n would
  // favour some.
  const auto draw = [&] { return (bits() >> 32) * n; };
  std::uint64_t product = draw();
  // The remainder is below n: most draws need no division.
  if (static_cast<std::uint32_t>(product) < n) {
    const std::uint32_t favoured = (0 - n) % n;
    while (static_cast<std::uint32_t>(product) < favoured) product = draw();
  }
  return static_cast<std::uint32_t>(product >> 32);
}

double Stream::normal() {
  // Box & Muller 1958; 1 - u is never 0.
  const double radius = std::sqrt(-2.0 * special::log(1.0 - uniform()));
  return radius * special::cos(0x1.921fb54442d18p+2 * uniform());
}

void Stream::shuffle(std::span<std::uint32_t> values) {
  // Fisher & Yates, from the end.
  for (std::size_t left = values.size(); left > 1; --left) {
    std::swap(values[left - 1], values[below(static_cast<std::uint32_t>(left))]);
  }
}

}  // namespace fall_line
