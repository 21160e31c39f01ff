// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "run/fields.hpp"
#include "run/instruments/instrument.hpp"

namespace fall_line {

/// How many values lie in each of some stretches of equal width between two bounds.
struct Histogram {
  double low, high;
  std::vector<double> counts;
};

template <>
inline constexpr auto fields<Histogram> =
    std::tuple{Field{"low", &Histogram::low}, Field{"high", &Histogram::high},
               Field{"counts", &Histogram::counts}};
static_assert(complete<Histogram>());

/// The histogram of what an instrument shows of each layer. The bounds are its extremes, or lie
/// around its only value. What is not finite is left out; of nothing else, the bounds are NaN.
std::vector<Histogram> layer_histograms(const InstrumentEntry& instrument, const Observation& seen);

}  // namespace fall_line
