// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <vector>

#include "run/plan.hpp"
#include "run/problems/network_plan.hpp"
#include "run/problems/surface_plan.hpp"
#include "run/settings.hpp"

namespace fall_line {

struct Check {
  Plan plan;
  std::vector<Problem> problems;  ///< Empty: the plan is valid.
};

/// Reads settings into a plan and lists everything wrong with them. Own data take the place of
/// `problem.dataset`; their numbers are checked here too. Own rules are offered after the built-in
/// ones.
Check check(const Settings& settings, std::shared_ptr<const Samples> own_data = nullptr,
            const OwnRules& own_rules = {});

/// Reads a change of `optimizer.*` between two steps into the plan. Where it has problems, the plan
/// stays as it was. The id and the batch size can't change.
std::vector<Problem> check_change(const Settings& change, Plan& plan);

struct DatasetCheck {
  Chosen<DatasetEntry> dataset;
  int seed = 1;
  std::vector<Problem> problems;
};

/// Reads a data set alone: `dataset.id`, `dataset.samples`...
DatasetCheck check_dataset(const Settings& settings);

struct SurfaceCheck {
  Chosen<SurfaceEntry> surface;
  std::vector<Problem> problems;
};

/// Reads a surface alone: `surface.id` and its hyperparameters.
SurfaceCheck check_surface(const Settings& settings);

struct RatesCheck {
  Chosen<ScheduleEntry> schedule;
  ScheduleOptions pace;
  std::vector<Problem> problems;
};

/// Reads a schedule alone, to tell its rates before any loss is known: `schedule.id` and its
/// hyperparameters.
RatesCheck check_rates(const Settings& settings);

}  // namespace fall_line
