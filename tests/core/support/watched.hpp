// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/runs.hpp"
#include "support/same_run.hpp"
#include "support/second_order.hpp"

namespace fall_line {

/// Every instrument that suits the run and is read in this way.
std::vector<std::string> suited_ids(const Run& run, Reading reading = Reading::record);

/// The histograms of an instrument, which must suit the run.
std::vector<Histogram> histograms_of(Run& run, const std::string& id);

/// Watches these instruments, which must suit the run.
void watch(Run& run, const std::vector<std::string>& ids);

/// A column of a watched instrument, a value for each record.
std::vector<double> column(const Run& run, std::string_view id, std::size_t index = 0);

/// Equal in all bits, NaN for NaN.
void expect_same_readings(const Run& a, const Run& b);

/// Races that suit every instrument together.
std::vector<Settings> watchable_races();

}  // namespace fall_line
