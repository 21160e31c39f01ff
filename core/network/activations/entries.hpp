// SPDX-License-Identifier: MIT
#pragma once

#include "network/activation.hpp"

namespace fall_line::activation_entries {
#define ENTRY(name) extern const ActivationEntry name;
#include "network/activations.def"
#undef ENTRY
}  // namespace fall_line::activation_entries
