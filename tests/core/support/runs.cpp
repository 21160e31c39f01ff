// SPDX-License-Identifier: MIT
#include "support/runs.hpp"

#include <gtest/gtest.h>

namespace fall_line {

Settings with(Settings base, const Settings& changes) {
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

Settings small_race(const Settings& changes) {
  return with({at("problem.dataset.id", "spiral"), at("problem.dataset.samples", 60),
               at("problem.network.hidden", std::vector{4.0}), at("optimizer.id", "sgd")},
              changes);
}

std::vector<std::string> messages(const std::vector<Problem>& problems) {
  std::vector<std::string> all;
  for (const Problem& problem : problems) all.push_back(problem.message());
  return all;
}

std::vector<const OptimizerEntry*> rules_for(const Settings& race) {
  std::vector<const OptimizerEntry*> rules;
  for (const OptimizerEntry* rule : optimizers())
    if (check(with(race, {at("optimizer.id", rule->id)})).problems.empty()) rules.push_back(rule);
  return rules;
}

std::unique_ptr<Run> make_run(const Settings& settings, std::shared_ptr<const Samples> own_data) {
  Check checked = check(settings, std::move(own_data));
  EXPECT_EQ(messages(checked.problems), std::vector<std::string>{});
  if (!checked.problems.empty()) return nullptr;
  return std::make_unique<Run>(std::move(checked.plan));
}

Vector parameters_of(const Run& run) { return {run.parameters().begin(), run.parameters().end()}; }

}  // namespace fall_line
