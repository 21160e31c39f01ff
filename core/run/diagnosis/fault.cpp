// SPDX-License-Identifier: MIT
#include "run/diagnosis/fault.hpp"

#include <array>

namespace fall_line {
namespace fault_entries {
#define ENTRY(name) extern const FaultEntry name;
#include "run/diagnosis/faults.def"
#undef ENTRY
}  // namespace fault_entries

std::span<const FaultEntry* const> faults() {
#define ENTRY(name) &fault_entries::name,
  static constexpr std::array all{
#include "run/diagnosis/faults.def"
  };
#undef ENTRY
  return all;
}

}  // namespace fall_line
