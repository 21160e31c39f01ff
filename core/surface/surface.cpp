// SPDX-License-Identifier: MIT
#include "surface/surface.hpp"

#include <array>

#include "surface/surfaces/entries.hpp"

namespace fall_line {

std::span<const SurfaceEntry* const> surfaces() {
#define ENTRY(name) &surface_entries::name,
  static constexpr std::array all{
#include "surface/surfaces.def"
  };
#undef ENTRY
  return all;
}

}  // namespace fall_line
