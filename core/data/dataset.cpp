// SPDX-License-Identifier: MIT
#include "data/dataset.hpp"

#include <array>

namespace fall_line {
namespace dataset_entries {
#define ENTRY(name) extern const DatasetEntry name;
#include "data/datasets.def"
#undef ENTRY
}  // namespace dataset_entries

/// An explicit list rather than registration by static initializers: a linker drops unreferenced
/// files of a static library, and a missing file must fail loudly.
std::span<const DatasetEntry* const> datasets() {
#define ENTRY(name) &dataset_entries::name,
  static constexpr std::array all{
#include "data/datasets.def"
  };
#undef ENTRY
  return all;
}

}  // namespace fall_line
