// SPDX-License-Identifier: MIT
#include "optimizer/wrapper.hpp"

#include <array>

#include "optimizer/wrappers/entries.hpp"

namespace fall_line {

std::span<const WrapperEntry* const> wrappers() {
#define ENTRY(name) &wrapper_entries::name,
  static constexpr std::array all{
#include "optimizer/wrappers.def"
  };
#undef ENTRY
  return all;
}

}  // namespace fall_line
