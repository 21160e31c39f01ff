// SPDX-License-Identifier: MIT
#include <array>

#include "optimizer/optimizer.hpp"

namespace fall_line {
namespace optimizer_entries {
#define ENTRY(name) extern const OptimizerDocs name##_docs;
#include "optimizer/optimizers.def"
#undef ENTRY
}  // namespace optimizer_entries

const OptimizerDocs& docs_of(const OptimizerEntry& entry) {
#define ENTRY(name) &optimizer_entries::name##_docs,
  static constexpr std::array all{
#include "optimizer/optimizers.def"
  };
#undef ENTRY
  return docs_at<OptimizerEntry, OptimizerDocs>(entry, optimizers(), all);
}

}  // namespace fall_line
