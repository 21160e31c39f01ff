// SPDX-License-Identifier: MIT
#include "optimizer/optimizer.hpp"

#include <array>

namespace fall_line {
namespace optimizer_entries {
#define ENTRY(name) extern const OptimizerEntry name;
#include "optimizer/optimizers.def"
#undef ENTRY
}  // namespace optimizer_entries

std::span<const OptimizerEntry* const> optimizers() {
#define ENTRY(name) &optimizer_entries::name,
  static constexpr std::array all{
#include "optimizer/optimizers.def"
  };
#undef ENTRY
  return all;
}

}  // namespace fall_line
