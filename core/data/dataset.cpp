// SPDX-License-Identifier: MIT
#include "data/dataset.hpp"

#include <array>

#include "data/generators/entries.hpp"

namespace fall_line {

std::span<const DatasetEntry* const> datasets() {
#define ENTRY(name) &dataset_entries::name,
  static constexpr std::array all{
#include "data/datasets.def"
  };
#undef ENTRY
  return all;
}

}  // namespace fall_line
