// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <vector>

#include "catalog/hyperparameter.hpp"

namespace fall_line {

/// The entries of a registry, for testing::ValuesIn.
template <class Entry>
std::vector<const Entry*> every(std::span<const Entry* const> all) {
  return {all.begin(), all.end()};
}

/// The declarations in docs; those of some components have none.
template <class EntryDocs>
std::span<const Declaration> declarations_in(const EntryDocs& docs) {
  if constexpr (requires { docs.hyperparameters; }) return docs.hyperparameters;
  return {};
}

/// Names a test case after its entry, without hyphens, which GoogleTest does not allow.
struct ById {
  template <class Info>
  std::string operator()(const Info& info) const {
    std::string name(info.param->id);
    for (char& c : name) c = c == '-' ? '_' : c;
    return name;
  }
};

}  // namespace fall_line
