// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "data/sample_shape.hpp"

namespace fall_line {

enum class Task { classification, regression };

/// A generated or user-supplied data set, in double and in original units.
struct Samples {
  Task task = Task::classification;
  SampleShape shape = {};      ///< Of the features of one sample.
  int outputs = 1;             ///< Target values per sample; a class number is one value.
  int classes = 0;             ///< 0 for regression.
  std::vector<double> x = {};  ///< [sample][input]; empty where there are bytes.
  std::vector<double> y = {};  ///< [sample][output]; class numbers from 0.
  /// In the place of x where all its numbers are integers from 0 to 255, as those of images are:
  /// they take an eighth of the memory, and runs train on them as they are.
  std::vector<std::uint8_t> bytes = {};

  /// Features per sample.
  int inputs() const { return shape.size(); }
  /// Reserves memory for exactly n samples.
  void reserve(int n) {
    x.reserve(static_cast<std::size_t>(n) * static_cast<std::size_t>(inputs()));
    y.reserve(static_cast<std::size_t>(n) * static_cast<std::size_t>(outputs));
  }
  std::size_t count() const { return y.size() / static_cast<std::size_t>(outputs); }
  /// Input j of sample i.
  double at(std::size_t i, std::size_t j) const {
    const std::size_t place = i * static_cast<std::size_t>(inputs()) + j;
    return bytes.empty() ? x[place] : bytes[place];
  }
  /// The inputs of sample i, which has no bytes. They may be read before its target is added.
  std::span<const double> input(std::size_t i) const {
    const auto n = static_cast<std::size_t>(inputs());
    return std::span(x).subspan(i * n, n);
  }
};

}  // namespace fall_line
