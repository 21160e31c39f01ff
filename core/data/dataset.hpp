// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "catalog/guide.hpp"
#include "catalog/row.hpp"
#include "data/samples.hpp"
#include "numeric/random.hpp"

namespace fall_line {

/// A generated data set: its texts and the function that draws its samples.
struct DatasetEntry {
  std::string_view id, name, summary;
  Guide guide = {};
  Task task = Task::classification;
  int inputs = 2;
  int outputs = 1;
  std::span<const Hyperparameter> hyperparameters = {};
  /// Values in row order; every draw comes from the stream.
  Samples (*generate)(const Values& values, Stream& stream) = nullptr;
};

std::span<const DatasetEntry* const> datasets();

/// Completes an entry's texts with the rows of Generator and its `generate(Stream&) const`.
template <class Generator, auto& rows>
constexpr DatasetEntry dataset_entry(DatasetEntry full) {
  static_assert(well_formed(rows));
  DatasetEntry entry = lean_entry(full);
  entry.hyperparameters = hyperparameters_of<rows>;
  entry.generate = [](const Values& values, Stream& stream) {
    return with_values<Generator, rows>(values).generate(stream);
  };
  return entry;
}

}  // namespace fall_line
