// SPDX-License-Identifier: MIT
#include "network/activation.hpp"

#include <array>

#include "network/activations/entries.hpp"

namespace fall_line {

std::span<const ActivationEntry* const> activations() {
#define ENTRY(name) &activation_entries::name,
  static constexpr std::array all{
#include "network/activations.def"
  };
#undef ENTRY
  return all;
}

}  // namespace fall_line
