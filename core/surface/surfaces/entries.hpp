// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "surface/surface.hpp"

namespace fall_line::surface_entries {
#define ENTRY(name) extern const SurfaceEntry name;
#include "surface/surfaces.def"
#undef ENTRY
}  // namespace fall_line::surface_entries
