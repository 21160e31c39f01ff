// SPDX-License-Identifier: MIT
#pragma once

#include "network/initializer.hpp"

namespace fall_line::initializer_entries {
#define ENTRY(name) extern const InitializerEntry name;
#include "network/initializers.def"
#undef ENTRY
}  // namespace fall_line::initializer_entries
