// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

#include "catalog/docs.hpp"
#include "catalog/guide.hpp"
#include "catalog/row.hpp"
#include "data/samples.hpp"
#include "numeric/random.hpp"

namespace fall_line {

/// What is known of a data set before it is drawn.
struct DatasetOutline {
  double samples;
  int classes;  ///< 0 for regression.
  int seed;
};

/// A generated data set: its shape and the function that draws its samples.
struct DatasetEntry {
  std::string_view id;
  Task task = Task::classification;
  SampleShape shape = 2;
  int outputs = 1;
  std::span<const Hyperparameter> hyperparameters = {};
  /// Values in row order; every draw comes from the stream.
  Samples (*generate)(const Values& values, Stream& stream) = nullptr;
  /// Where its outline stands among the values; the classes may be the same whatever the values.
  std::size_t samples_row = 0, seed_row = 0;
  std::optional<std::size_t> classes_row = {};
  int classes = 0;

  int inputs() const { return shape.size(); }
  DatasetOutline outline(const Values& values) const {
    return {.samples = values[samples_row],
            .classes = classes_row ? static_cast<int>(values[*classes_row]) : classes,
            .seed = static_cast<int>(values[seed_row])};
  }
};

struct DatasetDocs {
  std::string_view name, summary;
  Guide guide = {};
  std::span<const Declaration> hyperparameters = {};
};

std::span<const DatasetEntry* const> datasets();
const DatasetDocs& docs_of(const DatasetEntry& entry);

/// The row that holds a field.
template <class T, std::size_t N>
constexpr std::size_t row_of(const std::array<Row<T>, N>& rows,
                             std::type_identity_t<int T::*> field) {
  for (std::size_t i = 0; i < N; ++i)
    if (rows[i].field == decltype(rows[i].field)(field)) return i;
  return N;
}

/// Completes an entry with the rows of Generator and its `generate(Stream&) const`, fields
/// `samples` and `seed`, and number of classes: `class_count()`, or the field `classes_field`.
template <class Generator, auto& rows>
constexpr DatasetEntry dataset_entry(DatasetEntry entry) {
  static_assert(well_formed(rows));
  entry.hyperparameters = hyperparameters_of<rows>;
  entry.generate = [](const Values& values, Stream& stream) {
    return with_values<Generator, rows>(values).generate(stream);
  };
  entry.samples_row = row_of(rows, &Generator::samples);
  entry.seed_row = row_of(rows, &Generator::seed);
  if constexpr (requires { Generator::classes_field; }) {
    entry.classes_row = row_of(rows, Generator::classes_field);
  } else {
    entry.classes = Generator::class_count();
  }
  return entry;
}

}  // namespace fall_line
