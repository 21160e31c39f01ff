// SPDX-License-Identifier: MIT
#pragma once

#include "data/generators/class_data.hpp"

namespace fall_line {

/// The settings that all regression data sets share. Inputs are uniform, targets lie between about
/// -1 and 1.
struct RegressionData {
  int samples = 300;
  double noise = 0.1;
  int seed = 1;

  static constexpr int class_count() { return 0; }
};

template <class T>
constexpr std::array<Row<T>, 3> regression_rows() {
  return {samples_row<T>(),
          noise_row<T>("The standard deviation of the random error added to each target. Targets "
                       "span about 2, so more noise hides their pattern, and 0 leaves it exact."),
          seed_row<T>()};
}

/// `target(u)` gives the value at an input on the unit scale, before noise.
template <class Target>
Samples regression_samples(const RegressionData& settings, int inputs, Stream& stream,
                           Target target) {
  Samples data{.task = Task::regression, .shape = inputs, .outputs = 1, .classes = 0};
  data.reserve(settings.samples);
  for (int i = 0; i < settings.samples; ++i) {
    std::vector<double> u;
    for (int j = 0; j < inputs; ++j) u.push_back(stream.uniform(-1, 1));
    for (const double x : u) data.x.push_back(extent * x);
    data.y.push_back(target(u) + settings.noise * stream.normal());
  }
  return data;
}

}  // namespace fall_line
