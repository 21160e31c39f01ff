// SPDX-License-Identifier: MIT
#include "optimizer/optimizer.hpp"

#include <array>

#include "optimizer/rules/entries.hpp"

namespace fall_line {

std::span<const OptimizerEntry* const> optimizers() {
#define ENTRY(name) &optimizer_entries::name,
  static constexpr std::array all{
#include "optimizer/optimizers.def"
  };
#undef ENTRY
  return all;
}

}  // namespace fall_line
