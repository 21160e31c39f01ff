// SPDX-License-Identifier: MIT
#pragma once

#include "data/dataset.hpp"

/// An explicit list rather than registration by static initializers: a linker drops unreferenced
/// files of a static library, and a missing file must fail loudly.
namespace fall_line::dataset_entries {
#define ENTRY(name) extern const DatasetEntry name;
#include "data/datasets.def"
#undef ENTRY
}  // namespace fall_line::dataset_entries
