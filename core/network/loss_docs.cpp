// SPDX-License-Identifier: MIT
#include <array>

#include "network/loss.hpp"

namespace fall_line {
namespace loss_entries {
#define ENTRY(name) extern const LossDocs name##_docs;
#include "network/losses.def"
#undef ENTRY
}  // namespace loss_entries

const LossDocs& docs_of(const LossEntry& entry) {
#define ENTRY(name) &loss_entries::name##_docs,
  static constexpr std::array all{
#include "network/losses.def"
  };
#undef ENTRY
  return docs_at<LossEntry, LossDocs>(entry, losses(), all);
}

}  // namespace fall_line
