// SPDX-License-Identifier: MIT
#include <array>

#include "network/activation.hpp"

namespace fall_line {
namespace activation_entries {
#define ENTRY(name) extern const Docs name##_docs;
#include "network/activations.def"
#undef ENTRY
}  // namespace activation_entries

const Docs& docs_of(const ActivationEntry& entry) {
#define ENTRY(name) &activation_entries::name##_docs,
  static constexpr std::array all{
#include "network/activations.def"
  };
#undef ENTRY
  return docs_at<ActivationEntry, Docs>(entry, activations(), all);
}

}  // namespace fall_line
