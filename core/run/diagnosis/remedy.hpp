// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "run/diagnosis/case.hpp"
#include "run/diagnosis/finding.hpp"

namespace fall_line {

/// A change helps if it leaves at most this share of what the run leaves of its loss. Where no loss
/// is the lowest, if the run has at most this share of its fall.
inline constexpr double clearly_better = 0.6;

struct TrialCosts {
  std::uint64_t fewest = 0;  ///< A trial takes as many steps as the run, or these.
  double dearer = 1;         ///< How many times as much as the run a step evaluates.
};

/// Adds the change with which the same start reaches the lowest training loss, if that is clearly
/// lower. Otherwise returns false.
bool add_best(Case& run, Finding& finding, const std::vector<Setting>& changes,
              const TrialCosts& costs = {});

/// A share in percent.
constexpr double percent(double share) { return 100 * share; }

/// What is said of such a change.
inline constexpr std::string_view said_of_best =
    "From the same start, {setting} {better} leads to a loss of {triedLoss} in {triedSteps} steps "
    "instead of {loss}.";

/// Another choice for the network, where there is one.
Setting network_choice(std::string_view setting, std::string_view id);

}  // namespace fall_line
