// SPDX-License-Identifier: MIT
#include "network/activation.hpp"

#include <array>

namespace fall_line {
namespace activation_entries {
#define ENTRY(name) extern const ActivationEntry name;
#include "network/activations.def"
#undef ENTRY
}  // namespace activation_entries

std::span<const ActivationEntry* const> activations() {
#define ENTRY(name) &activation_entries::name,
  static constexpr std::array all{
#include "network/activations.def"
  };
#undef ENTRY
  return all;
}

}  // namespace fall_line
