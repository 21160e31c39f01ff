// SPDX-License-Identifier: MIT
#pragma once

#include "optimizer/rule.hpp"

namespace fall_line::optimizer_entries {
#define ENTRY(name) extern const OptimizerEntry name;
#include "optimizer/optimizers.def"
#undef ENTRY
}  // namespace fall_line::optimizer_entries
