// SPDX-License-Identifier: MIT
#include "run/diagnosis/fault.hpp"
#include "run/diagnosis/limit.hpp"
#include "run/diagnosis/remedy.hpp"
#include "run/diagnosis/step_size.hpp"

namespace fall_line {
namespace {

constexpr std::string_view id = "rate-too-high";

/// The first steps of a good run may lead uphill.
constexpr std::uint64_t fewest_steps = 50;

/// A run that overshoots without overflowing, as where its units saturate.
std::optional<Finding> find(Case& run) {
  const auto step_size = step_size_of(run.plan);
  if (run.report.status != Status::running || run.report.step < fewest_steps || !step_size ||
      !run.bounded())
    return std::nullopt;
  const double first = run.curve.front().train_loss;
  const double late = run.trials.itself(run.report.step).train_loss;
  if (late < first) return std::nullopt;
  Finding finding{.fault = id,
                  .measured = {{"step", static_cast<double>(run.report.step)},
                               {"firstLoss", first},
                               {"lateLoss", late}}};
  const double value = step_size->value;
  if (!add_best(run, finding,
                {{step_size->path, rounded(value / 10)}, {step_size->path, rounded(value / 100)}}))
    return std::nullopt;
  if (has_limit(run)) explain_by_limit(run, run.parameters, finding);
  return finding;
}

constexpr std::string_view sentences[] = {
    "In the last quarter of {step} steps the mean loss is {lateLoss}, no lower than {firstLoss} at "
    "the start.",
    said_of_best};

}  // namespace

namespace fault_entries {

extern constinit const FaultEntry rate_too_high = {
    .id = id, .only_unexplained = true, .find = find};

extern constinit const FaultDocs rate_too_high_docs = {
    .name = "Rate too high", .sentences = sentences, .details = said_of_limit};

}  // namespace fault_entries
}  // namespace fall_line
