// SPDX-License-Identifier: MIT
#include <array>

#include "network/initializer.hpp"

namespace fall_line {
namespace initializer_entries {
#define ENTRY(name) extern const Docs name##_docs;
#include "network/initializers.def"
#undef ENTRY
}  // namespace initializer_entries

const Docs& docs_of(const InitializerEntry& entry) {
#define ENTRY(name) &initializer_entries::name##_docs,
  static constexpr std::array all{
#include "network/initializers.def"
  };
#undef ENTRY
  return docs_at<InitializerEntry, Docs>(entry, initializers(), all);
}

}  // namespace fall_line
