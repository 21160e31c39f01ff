// SPDX-License-Identifier: MIT
#pragma once

#include "network/loss.hpp"

namespace fall_line::loss_entries {
#define ENTRY(name) extern const LossEntry name;
#include "network/losses.def"
#undef ENTRY
}  // namespace fall_line::loss_entries
