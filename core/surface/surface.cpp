// SPDX-License-Identifier: MIT
#include "surface/surface.hpp"

#include <array>

namespace fall_line {
namespace surface_entries {
#define ENTRY(name) extern const SurfaceEntry name;
#include "surface/surfaces.def"
#undef ENTRY
}  // namespace surface_entries

std::span<const SurfaceEntry* const> surfaces() {
#define ENTRY(name) &surface_entries::name,
  static constexpr std::array all{
#include "surface/surfaces.def"
  };
#undef ENTRY
  return all;
}

}  // namespace fall_line
