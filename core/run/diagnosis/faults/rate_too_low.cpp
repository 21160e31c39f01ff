// SPDX-License-Identifier: MIT
#include "run/diagnosis/fault.hpp"
#include "run/diagnosis/step_size.hpp"
#include "run/diagnosis/trend.hpp"

namespace fall_line {
namespace {

constexpr std::string_view id = "rate-too-low";

/// Before that, a slow start is not yet a slow run.
constexpr std::uint64_t fewest_steps = 100;
/// Slow: at the end at least this share of the first loss is left. At the default rates of all
/// rules on five data sets, the median is below 0.2.
constexpr double left = 0.3;
/// A tenfold rate has to leave at most this share of what the run leaves, which noise doesn't do.
constexpr double better = 0.6;
constexpr double higher = 10;

std::optional<Finding> find(Case& run) {
  const auto step_size = step_size_of(run.plan);
  if (run.report.status != Status::running || run.report.step < fewest_steps || !step_size ||
      !run.bounded())
    return std::nullopt;
  const std::uint64_t steps = run.trials.affordable(run.report.step);
  const double first = run.curve.front().train_loss, last = run.curve.back().train_loss;
  const Outcome itself = run.trials.itself(steps);
  if (steps < fewest_steps || !(run.excess(last) >= left * run.excess(first)) ||
      !falls_steadily(run.curve))
    return std::nullopt;
  const Setting change{step_size->path, rounded(higher * step_size->value)};
  const std::optional<Outcome> trial = run.trials.with(change, steps);
  if (!trial || trial->diverged || run.excess(trial->train_loss) < 0 ||
      !(run.excess(trial->train_loss) <= better * run.excess(itself.train_loss)))
    return std::nullopt;
  return Finding{.fault = id,
                 .measured = {{"step", static_cast<double>(run.report.step)},
                              {"firstLoss", first},
                              {"lastLoss", last},
                              {"value", step_size->value},
                              {"triedSteps", static_cast<double>(steps)},
                              {"triedLoss", trial->train_loss}},
                 .remedy = change};
}

constexpr std::string_view sentences[] = {
    "The loss falls steadily but slowly, from {firstLoss} to {lastLoss} in {step} steps.",
    "From the same start, a {setting} of {better} is stable and reaches {triedLoss} in "
    "{triedSteps} steps."};

}  // namespace

namespace fault_entries {

extern constinit const FaultEntry rate_too_low = {.id = id, .only_unexplained = true, .find = find};

extern constinit const FaultDocs rate_too_low_docs = {.name = "Rate too low",
                                                      .sentences = sentences};

}  // namespace fault_entries
}  // namespace fall_line
