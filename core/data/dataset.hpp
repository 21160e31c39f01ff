// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "catalog/docs.hpp"
#include "catalog/guide.hpp"
#include "catalog/row.hpp"
#include "data/samples.hpp"
#include "numeric/random.hpp"

namespace fall_line {

/// A generated data set: its shape and the function that draws its samples.
struct DatasetEntry {
  std::string_view id;
  Task task = Task::classification;
  int inputs = 2;
  int outputs = 1;
  std::span<const Hyperparameter> hyperparameters = {};
  /// Values in row order; every draw comes from the stream.
  Samples (*generate)(const Values& values, Stream& stream) = nullptr;
};

struct DatasetDocs {
  std::string_view name, summary;
  Guide guide = {};
  std::span<const Declaration> hyperparameters = {};
};

std::span<const DatasetEntry* const> datasets();
const DatasetDocs& docs_of(const DatasetEntry& entry);

/// Completes an entry with the rows of Generator and its `generate(Stream&) const`.
template <class Generator, auto& rows>
constexpr DatasetEntry dataset_entry(DatasetEntry entry) {
  static_assert(well_formed(rows));
  entry.hyperparameters = hyperparameters_of<rows>;
  entry.generate = [](const Values& values, Stream& stream) {
    return with_values<Generator, rows>(values).generate(stream);
  };
  return entry;
}

}  // namespace fall_line
