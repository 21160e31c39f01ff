// SPDX-License-Identifier: MIT
#include <array>

#include "surface/surface.hpp"

namespace fall_line {
namespace surface_entries {
#define ENTRY(name) extern const SurfaceDocs name##_docs;
#include "surface/surfaces.def"
#undef ENTRY
}  // namespace surface_entries

const SurfaceDocs& docs_of(const SurfaceEntry& entry) {
#define ENTRY(name) &surface_entries::name##_docs,
  static constexpr std::array all{
#include "surface/surfaces.def"
  };
#undef ENTRY
  return docs_at<SurfaceEntry, SurfaceDocs>(entry, surfaces(), all);
}

}  // namespace fall_line
