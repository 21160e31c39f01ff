// SPDX-License-Identifier: MIT
#include <array>

#include "optimizer/wrapper.hpp"

namespace fall_line {
namespace wrapper_entries {
#define ENTRY(name) extern const WrapperDocs name##_docs;
#include "optimizer/wrappers.def"
#undef ENTRY
}  // namespace wrapper_entries

const WrapperDocs& docs_of(const WrapperEntry& entry) {
#define ENTRY(name) &wrapper_entries::name##_docs,
  static constexpr std::array all{
#include "optimizer/wrappers.def"
  };
#undef ENTRY
  return docs_at<WrapperEntry, WrapperDocs>(entry, wrappers(), all);
}

}  // namespace fall_line
