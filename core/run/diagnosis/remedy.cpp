// SPDX-License-Identifier: MIT
#include "run/diagnosis/remedy.hpp"

#include <algorithm>
#include <cmath>

namespace fall_line {
namespace {

/// Fewer steps of a longer run say little.
constexpr std::uint64_t fewest_tried = 100;

}  // namespace

bool add_best(Case& run, Finding& finding, const std::vector<Setting>& changes,
              const TrialCosts& costs) {
  const std::uint64_t wanted = std::max(run.report.step, costs.fewest);
  const std::uint64_t steps =
      run.trials.affordable(wanted, costs.dearer * static_cast<double>(changes.size()));
  if (steps < std::min(wanted, fewest_tried)) return false;
  const double itself = run.trials.itself(steps).train_loss;
  // A run that is worse than its start is compared with that.
  const double first = run.curve.front().train_loss, loss = itself < first ? itself : first;
  double best = run.bounded() ? run.problem.lowest_loss() + clearly_better * run.excess(loss)
                              : first - (first - loss) / clearly_better;
  for (const Setting& change : changes) {
    const std::optional<Outcome> trial = run.trials.with(change, steps, costs.dearer);
    // Outside the part of a surface that is known there may be lower values.
    if (!trial || trial->diverged || !(trial->train_loss < best) ||
        run.excess(trial->train_loss) < 0)
      continue;
    best = trial->train_loss;
    finding.remedy = change;
  }
  if (!finding.remedy) return false;
  if (std::isfinite(itself)) finding.measured.push_back({"loss", itself});
  finding.measured.push_back({"triedLoss", best});
  finding.measured.push_back({"triedSteps", static_cast<double>(steps)});
  return true;
}

Setting network_choice(std::string_view setting, std::string_view id) {
  return {"problem.network." + std::string(setting), std::string(id)};
}

}  // namespace fall_line
