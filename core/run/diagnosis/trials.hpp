// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "run/curve.hpp"
#include "run/plan.hpp"
#include "run/report.hpp"
#include "run/settings.hpp"

namespace fall_line {

class Run;

/// How training went from the start to a step.
struct Outcome {
  std::uint64_t steps;
  bool diverged;
  double train_loss, test_loss;  ///< Means over the last quarter of the steps.
  /// The share of each class that is found at the end. Empty for the run under diagnosis.
  std::vector<double> recalls = {};
};

/// Trains the plan of a run again, from the same start, to see whether a change helps. So what a
/// finding says of its remedy is measured. All trials of a diagnosis together are bounded, by work
/// and not by time, so that they are the same everywhere.
class Trials {
 public:
  /// Samples times parameters that all trials may take: a quarter of a second of training a small
  /// network, and 5000 steps of 10 samples for 10,000 parameters.
  static constexpr double most_work = 5e8;

  /// None are possible for a run whose settings or parameters were changed on its way, as it did
  /// not come from its plan, and where there is no room for a second run.
  Trials(const Plan& plan, const Report& report, const Curve& curve, bool possible);

  /// Of so many steps, those that can be taken this many times.
  std::uint64_t affordable(std::uint64_t steps, double times = 1) const;
  /// Trains so many steps with a setting changed, which makes each step this many times as dear.
  /// Empty if the change is refused, or not affordable.
  std::optional<Outcome> with(const Setting& change, std::uint64_t steps, double dearer = 1);
  /// How the run itself went to that step.
  Outcome itself(std::uint64_t steps) const;
  /// The run at an earlier step. Null if that is not affordable.
  std::unique_ptr<Run> again(std::uint64_t step);

 private:
  bool pay(double steps);

  const Plan& plan_;
  const Report& report_;
  const Curve& curve_;
  bool possible_;
  double price_;  ///< Of a step.
  double left_ = most_work;
};

}  // namespace fall_line
