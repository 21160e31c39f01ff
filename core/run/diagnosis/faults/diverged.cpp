// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "run/diagnosis/fault.hpp"
#include "run/diagnosis/limit.hpp"
#include "run/diagnosis/step_size.hpp"
#include "run/run.hpp"

namespace fall_line {
namespace {

constexpr std::string_view id = "diverged";

/// A run that overshoots often does so within the first hundred steps, so a trial over as few as
/// the run took would say little.
constexpr std::uint64_t fewest_steps = 500;

/// A step size a million times too large is a slip of the keyboard.
constexpr int most_tenths = 6;

/// How many steps before its end a run may have had its last point with a finite curvature: numbers
/// overflow in a few steps.
constexpr std::uint64_t last_steps = 10;

/// Explains it at the last point of the run with a finite curvature, if that can be told.
void explain(Case& run, Finding& finding) {
  if (!has_limit(run)) return;
  const std::uint64_t last = run.report.step - 1;
  const std::uint64_t first = last - std::min(last, last_steps);
  const std::unique_ptr<Run> again = run.trials.again(first);
  if (!again) return;
  std::vector<Vector> points;
  for (std::uint64_t step = first; step <= last; ++step) {
    points.emplace_back(again->parameters().begin(), again->parameters().end());
    again->skip(1);
  }
  for (auto point = points.rbegin(); point != points.rend(); ++point)
    if (explain_by_limit(run, *point, finding)) return;
}

/// The largest tenth, hundredth... of the step size with which the same start does not diverge. The
/// tenth if that can't be tried.
void remedy_by_step_size(Case& run, Finding& finding) {
  const auto step_size = step_size_of(run.plan);
  if (!step_size) return;
  const auto offer = [&](const Setting& change) {
    finding.measured.push_back({"value", step_size->value});
    finding.remedy = change;
  };
  const double first_loss = run.curve.front().train_loss;
  const std::uint64_t steps = run.trials.affordable(std::max(run.report.step, fewest_steps));
  double value = rounded(step_size->value / 10);
  if (steps < run.report.step) offer({step_size->path, value});
  for (int tenths = 1; steps >= run.report.step && tenths <= most_tenths; ++tenths) {
    const Setting change{step_size->path, value};
    const std::optional<Outcome> trial = run.trials.with(change, steps);
    if (!trial) return;
    if (!trial->diverged && trial->train_loss < first_loss) {
      offer(change);
      finding.measured.push_back({"triedSteps", static_cast<double>(steps)});
      finding.measured.push_back({"triedLoss", trial->train_loss});
      return;
    }
    value = rounded(value / 10);
  }
}

std::optional<Finding> find(Case& run) {
  if (run.report.status != Status::diverged || run.fell()) return std::nullopt;
  Finding finding{.fault = id,
                  .measured = {{"step", static_cast<double>(run.report.step)}},
                  .cause = run.report.cause->message};
  remedy_by_step_size(run, finding);
  explain(run, finding);
  return finding;
}

constexpr std::string_view sentences[] = {
    "Stopped at step {step}: {cause}.", "Its {setting} of {value} is too high for this problem.",
    "From the same start, {better} stays finite for {triedSteps} steps."};

}  // namespace

namespace fault_entries {

extern constinit const FaultEntry diverged = {.id = id, .find = find};

extern constinit const FaultDocs diverged_docs = {
    .name = "Diverged", .sentences = sentences, .details = said_of_limit};

}  // namespace fault_entries
}  // namespace fall_line
