// SPDX-License-Identifier: MIT
#pragma once

#include "optimizer/wrapping.hpp"

namespace fall_line::wrapper_entries {
#define ENTRY(name) extern const WrapperEntry name;
#include "optimizer/wrappers.def"
#undef ENTRY
}  // namespace fall_line::wrapper_entries
