// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "data/samples.hpp"
#include "numeric/random.hpp"

namespace fall_line {

/// Indices into a data set. `train` never is empty.
struct Split {
  std::vector<std::uint32_t> train, test;
};

/// round(fraction * count) samples, drawn without replacement, become the test split. With
/// `classes`, the data themselves, each class gives its share of its samples: rounded down, but not
/// below 1 where the class has two samples or more and the fraction is above 0. What is left goes
/// to the classes with the largest remainders, the lower class first where two are equal. No class
/// gives its last sample.
Split split(std::size_t count, double test_fraction, Stream& stream,
            const Samples* classes = nullptr);

/// An affine map of each input: (x - mean) / deviation, by the training split; inputs that do not
/// vary are only centred.
struct Standardization {
  std::vector<double> mean, deviation;

  double apply(double x, std::size_t input) const { return (x - mean[input]) / deviation[input]; }
};

Standardization standardization(const Samples& samples, const std::vector<std::uint32_t>& train);
/// The map that changes nothing.
Standardization no_standardization(int inputs);

}  // namespace fall_line
