// SPDX-License-Identifier: MIT
#include "run/histogram.hpp"

#include <cmath>

namespace fall_line {
namespace {

constexpr std::size_t stretches = 32;

/// Gives a single value a stretch of its own in the middle.
void widen(Histogram& bounds) {
  if (bounds.low < bounds.high) return;
  const double size = bounds.low < 0 ? -bounds.low : bounds.low;
  const double room = size > 0 ? 0.5 * size : 1;
  bounds.low -= room;
  bounds.high += room;
}

}  // namespace

std::vector<Histogram> layer_histograms(const InstrumentEntry& instrument,
                                        const Observation& seen) {
  const std::size_t places = instrument.places(seen.problem.layers().size());
  std::vector<Histogram> all(places,
                             {Report::none, Report::none, std::vector<double>(stretches, 0)});
  instrument.show(seen, [&](std::size_t layer, std::span<const Real> values) {
    Histogram& h = all[layer];
    for (const double x : values) {
      if (!std::isfinite(x)) continue;
      if (!(x >= h.low)) h.low = x;
      if (!(x <= h.high)) h.high = x;
    }
  });
  for (Histogram& h : all) widen(h);
  instrument.show(seen, [&](std::size_t layer, std::span<const Real> values) {
    Histogram& h = all[layer];
    for (const double x : values) {
      if (!std::isfinite(x)) continue;
      const double place = (x - h.low) / (h.high - h.low) * static_cast<double>(stretches);
      const auto i = static_cast<std::size_t>(place);
      h.counts[i < stretches ? i : stretches - 1] += 1;
    }
  });
  return all;
}

}  // namespace fall_line
