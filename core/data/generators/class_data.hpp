// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <vector>

#include "data/dataset.hpp"
#include "numeric/special.hpp"

namespace fall_line {

inline constexpr double pi = 3.141592653589793;

/// Inputs span about [-extent, extent], so their variance is about 1, as initializers and learning
/// rates expect. Generators draw between -1 and 1, and the result is scaled by extent.
inline constexpr double extent = 2;

/// The settings that all two-dimensional classification data sets share.
struct ClassData {
  int samples = 500;
  double noise = 0.2;
  double imbalance = 0;
  int seed = 1;

  /// Unless a generator names a field that holds the number.
  static constexpr int class_count() { return 2; }
};

template <class T>
constexpr Row<T> samples_row() {
  return row<T>(&T::samples,
                {.id = "samples",
                 .name = "Samples",
                 .symbol = "N",
                 .domain = within(4, 1'000'000),
                 .slider = logarithmic(20, 5000),
                 .doc = "The number of samples, for training and test together. More samples make "
                        "overfitting rarer, and fewer make it easier to see."});
}
template <class T>
constexpr Row<T> noise_row(const char* doc) {
  return row<T>(&T::noise, {.id = "noise",
                            .name = "Noise",
                            .symbol = "σ",
                            .domain = within(0, 10),
                            .slider = linear(0, 1),
                            .doc = doc});
}
template <class T>
constexpr Row<T> seed_row() {
  return row<T>(&T::seed, {.id = "seed",
                           .name = "Data seed",
                           .domain = within(0, 2147483647),
                           .slider = linear(0, 1000),
                           .doc = "A different seed draws different samples of the same kind."});
}
template <class T>
constexpr Row<T> imbalance_row() {
  return row<T>(&T::imbalance,
                {.id = "imbalance",
                 .name = "Class imbalance",
                 .domain = within_below(0, 1),
                 .slider = linear(0, 0.95),
                 .doc = "The share by which each class is smaller than the one before. Higher "
                        "values make the later classes rare, and 0 makes all equal."});
}

template <class T>
constexpr std::array<Row<T>, 4> class_data_rows() {
  return {samples_row<T>(),
          noise_row<T>("The standard deviation of the random shift of each point, in a picture 4 "
                       "wide. More noise makes the classes overlap, and 0 leaves clean shapes."),
          imbalance_row<T>(), seed_row<T>()};
}

/// Sizes in proportion (1 - imbalance)^k, summing to `samples`, each at least 1 where there are
/// enough. Remainders go to the largest fractions, the lower class first.
std::vector<int> class_sizes(int samples, int classes, double imbalance);

struct Point {
  double x = 0, y = 0;
};

/// Draws every class in turn. `point(k, i, n)` gives sample i of the n of class k, on the
/// unit scale and before noise.
template <class PointOf>
Samples class_samples(const ClassData& settings, int classes, Stream& stream, PointOf point) {
  Samples data{.task = Task::classification, .shape = 2, .outputs = 1, .classes = classes};
  data.reserve(settings.samples);
  const std::vector<int> sizes = class_sizes(settings.samples, classes, settings.imbalance);
  for (int k = 0; k < classes; ++k) {
    const int n = sizes[static_cast<std::size_t>(k)];
    for (int i = 0; i < n; ++i) {
      const Point p = point(k, i, n);
      data.x.push_back(extent * p.x + settings.noise * stream.normal());
      data.x.push_back(extent * p.y + settings.noise * stream.normal());
      data.y.push_back(k);
    }
  }
  return data;
}

}  // namespace fall_line
