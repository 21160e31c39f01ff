// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <vector>

namespace fall_line {

/// The entries of a registry, for testing::ValuesIn.
template <class Entry>
std::vector<const Entry*> every(std::span<const Entry* const> all) {
  return {all.begin(), all.end()};
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
