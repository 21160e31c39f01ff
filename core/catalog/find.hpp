// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace fall_line {

/// The entry with this id, or null. A list of a few dozen needs no index.
template <class Entry>
const Entry* find(std::span<const Entry* const> all, std::string_view id) {
  for (const Entry* entry : all)
    if (entry->id == id) return entry;
  return nullptr;
}

/// "sgd, momentum, adam": what a message about an unknown id offers.
template <class Entry>
std::string known_ids(std::span<const Entry* const> all) {
  std::string ids;
  for (const Entry* entry : all) {
    if (!ids.empty()) ids += ", ";
    ids += entry->id;
  }
  return ids;
}

}  // namespace fall_line
