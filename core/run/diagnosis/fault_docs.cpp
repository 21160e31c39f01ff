// SPDX-License-Identifier: MIT
#include <array>

#include "run/diagnosis/fault.hpp"

namespace fall_line {
namespace fault_entries {
#define ENTRY(name) extern const FaultDocs name##_docs;
#include "run/diagnosis/faults.def"
#undef ENTRY
}  // namespace fault_entries

const FaultDocs& docs_of(const FaultEntry& entry) {
#define ENTRY(name) &fault_entries::name##_docs,
  static constexpr std::array all{
#include "run/diagnosis/faults.def"
  };
#undef ENTRY
  return docs_at<FaultEntry, FaultDocs>(entry, faults(), all);
}

}  // namespace fall_line
