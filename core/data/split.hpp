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

/// round(fraction * count) samples, drawn without replacement, become the test split.
Split split(std::size_t count, double test_fraction, Stream& stream);

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
