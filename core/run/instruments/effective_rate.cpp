// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "numeric/median.hpp"
#include "run/instruments/instrument.hpp"

namespace fall_line {
namespace {

std::string_view lacks(const Subject& subject) {
  return subject.plan.optimizer.entry->own_rates ? "" : "a rate for each parameter";
}

/// The upper median, the lowest, and the highest. Rates that are not finite, as in a run that
/// diverged, are left out.
void measure(const Observation& seen, std::span<double> out) {
  if (seen.report.step == 0) return;
  std::vector<double> rates(seen.parameters.size());
  seen.optimizer.rates(seen.report.learning_rate, rates);
  std::erase_if(rates, [](double rate) { return !std::isfinite(rate); });
  if (rates.empty()) return;
  out[0] = upper_median(rates);
  out[1] = *std::min_element(rates.begin(), rates.end());
  out[2] = *std::max_element(rates.begin(), rates.end());
}

constexpr std::array<std::string_view, 3> series{"median", "lowest", "highest"};

}  // namespace

namespace instrument_entries {

extern constinit const InstrumentEntry effective_rate = {
    .id = "effective-rate", .series = series.size(), .lacks = lacks, .measure = measure};

extern constinit const InstrumentDocs effective_rate_docs = {
    .name = "Effective rate",
    .summary =
        "The rate that an adaptive rule gives to each parameter: the median, the lowest and "
        "the highest.",
    .look_for =
        "Parameters with small gradients get a higher rate than those with large ones. A wide "
        "range means that the rule treats them very differently.",
    .scale = Scale::log,
    .series = series,
};

}  // namespace instrument_entries
}  // namespace fall_line
