// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "numeric/bits.hpp"
#include "numeric/random.hpp"

namespace fall_line {

/// FNV-1a over the bits of doubles, lowest byte first. All NaNs hash alike, because WebAssembly
/// does not specify their bits.
class BitHash {
 public:
  void add(double value) {
    std::uint64_t bits = value != value ? 0x7ff8000000000000 : to_bits(value);
    for (int byte = 0; byte < 8; ++byte, bits >>= 8) {
      const char low = static_cast<char>(bits & 0xff);
      value_ = fnv1a({&low, 1}, value_);
    }
  }
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = fnv1a("");
};

}  // namespace fall_line
