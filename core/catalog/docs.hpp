// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "catalog/code.hpp"

namespace fall_line {

/// What the catalog tells people of a component without hyperparameters. It stands apart from the
/// component's entry, as all docs do: only the catalog names docs, so the linker leaves them out of
/// the engine's modules.
struct Docs {
  std::string_view name, summary;
  /// What makes it in Python. Empty: nothing does or needs to.
  ActivationCode code = {};
};

/// The docs of an entry from two lists of the same order.
template <class Entry, class EntryDocs>
const EntryDocs& docs_at(const Entry& entry, std::span<const Entry* const> entries,
                         std::span<const EntryDocs* const> docs) {
  std::size_t i = 0;
  while (entries[i] != &entry) ++i;
  return *docs[i];
}

}  // namespace fall_line
