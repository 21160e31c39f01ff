// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "run/check.hpp"
#include "run/run.hpp"

namespace fall_line {

inline Setting at(std::string path, double value) { return {std::move(path), {value}}; }
inline Setting at(std::string path, int value) { return at(std::move(path), double(value)); }
inline Setting at(std::string path, bool value) { return {std::move(path), {value}}; }
inline Setting at(std::string path, std::string_view value) {
  return {std::move(path), {std::string(value)}};
}
inline Setting at(std::string path, const char* value) {
  return at(std::move(path), std::string_view(value));
}
inline Setting at(std::string path, std::vector<double> value) {
  return {std::move(path), {std::move(value)}};
}

/// `base` with the paths in `changes` replaced or added.
Settings with(Settings base, const Settings& changes);

/// The network of a plan that is not on a surface.
inline const NetworkPlan& network_plan(const Plan& plan) {
  return static_cast<const NetworkPlan&>(*plan.problem);
}

/// A fast race: 30 training samples of a spiral, four hidden units.
Settings small_race(const Settings& changes = {});

/// Every problem as "path rule (got value)".
std::vector<std::string> messages(const std::vector<Problem>& problems);

/// Every rule that the race accepts. Some rules need float64, and some a certain loss.
std::vector<const OptimizerEntry*> rules_for(const Settings& race);

/// Returns null if the settings are refused.
std::unique_ptr<Run> make_run(const Settings& settings,
                              std::shared_ptr<const Samples> own_data = nullptr);

Vector parameters_of(const Run& run);

}  // namespace fall_line
