// SPDX-License-Identifier: MIT
#include "optimizer/wrapper.hpp"

#include <array>

namespace fall_line {
namespace wrapper_entries {
#define ENTRY(name) extern const WrapperEntry name;
#include "optimizer/wrappers.def"
#undef ENTRY
}  // namespace wrapper_entries

std::span<const WrapperEntry* const> wrappers() {
#define ENTRY(name) &wrapper_entries::name,
  static constexpr std::array all{
#include "optimizer/wrappers.def"
  };
#undef ENTRY
  return all;
}

}  // namespace fall_line
