// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

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
inline Settings with(Settings base, const Settings& changes) {
  for (const Setting& change : changes) {
    bool known = false;
    for (Setting& setting : base)
      if (setting.path == change.path) {
        setting.value = change.value;
        known = true;
      }
    if (!known) base.push_back(change);
  }
  return base;
}

/// The network of a plan that is not on a surface.
inline const NetworkPlan& network_plan(const Plan& plan) {
  return static_cast<const NetworkPlan&>(*plan.problem);
}

/// A fast race: 30 training samples of a spiral, four hidden units.
inline Settings small_race(const Settings& changes = {}) {
  return with({at("problem.dataset.id", "spiral"), at("problem.dataset.samples", 60),
               at("problem.network.hidden", std::vector{4.0}), at("optimizer.id", "sgd")},
              changes);
}

/// Every problem as "path rule (got value)".
inline std::vector<std::string> messages(const std::vector<Problem>& problems) {
  std::vector<std::string> all;
  for (const Problem& problem : problems) all.push_back(problem.message());
  return all;
}

/// Every rule that the race accepts. Some rules need float64, and some a certain loss.
inline std::vector<const OptimizerEntry*> rules_for(const Settings& race) {
  std::vector<const OptimizerEntry*> rules;
  for (const OptimizerEntry* rule : optimizers())
    if (check(with(race, {at("optimizer.id", rule->id)})).problems.empty()) rules.push_back(rule);
  return rules;
}

/// Returns null if the settings are refused.
inline std::unique_ptr<Run> make_run(const Settings& settings,
                                     std::shared_ptr<const Samples> own_data = nullptr) {
  Check checked = check(settings, std::move(own_data));
  EXPECT_EQ(messages(checked.problems), std::vector<std::string>{});
  if (!checked.problems.empty()) return nullptr;
  return std::make_unique<Run>(std::move(checked.plan));
}

inline Vector parameters_of(const Run& run) {
  return {run.parameters().begin(), run.parameters().end()};
}

}  // namespace fall_line
