// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <string_view>
#include <utility>
#include <vector>

#include "data/dataset.hpp"

namespace fall_line {

/// Whether an entry declares this hyperparameter.
inline bool has_row(const DatasetEntry& entry, std::string_view id) {
  for (const Hyperparameter& p : entry.hyperparameters)
    if (p.id == id) return true;
  return false;
}

/// Samples of an entry with these hyperparameters and defaults for the rest.
inline Samples generate(const DatasetEntry& entry,
                        const std::vector<std::pair<std::string_view, double>>& named = {},
                        std::uint64_t seed = 1) {
  Values values = defaults_of(entry.hyperparameters);
  for (const auto& [id, value] : named) {
    EXPECT_TRUE(has_row(entry, id)) << entry.id << " has no " << id;
    for (std::size_t i = 0; i < entry.hyperparameters.size(); ++i)
      if (entry.hyperparameters[i].id == id) values[i] = value;
  }
  Stream stream("data", seed);
  return entry.generate(values, stream);
}

/// How many samples each class has.
inline std::vector<int> class_counts(const Samples& samples) {
  std::vector<int> counts(static_cast<std::size_t>(samples.classes));
  for (const double y : samples.y) ++counts.at(static_cast<std::size_t>(y));
  return counts;
}

}  // namespace fall_line
