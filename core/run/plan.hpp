// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <vector>

#include "optimizer/optimizer.hpp"
#include "optimizer/wrapper.hpp"
#include "run/chosen.hpp"
#include "run/options.hpp"
#include "run/own_rule.hpp"
#include "run/problems/problem_plan.hpp"
#include "run/settings.hpp"
#include "schedule/schedule.hpp"

namespace fall_line {

/// Settings that passed every check: all that a Run is built from.
struct Plan {
  std::shared_ptr<const ProblemPlan> problem;
  Chosen<OptimizerEntry> optimizer;
  std::vector<Chosen<WrapperEntry>> wrappers;  ///< The first is innermost.
  RacerOptions racer;
  Chosen<ScheduleEntry> schedule;
  ScheduleOptions pace;
  RunOptions run;
  /// What it was made from, so that a plan with one change can be made.
  Settings settings;
  std::shared_ptr<const Samples> own_data = nullptr;
  std::shared_ptr<const OwnRule> own_rule = nullptr;  ///< That the optimizer's entry belongs to.
};

}  // namespace fall_line
