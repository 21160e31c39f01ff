// SPDX-License-Identifier: MIT
#include <algorithm>

#include "run/diagnosis/fault.hpp"
#include "run/diagnosis/remedy.hpp"
#include "run/diagnosis/step_size.hpp"
#include "run/run.hpp"

namespace fall_line {
namespace {

constexpr std::string_view id = "ignored-class";

constexpr std::uint64_t fewest_steps = 100;
/// Rare: at most this share of what the class would have if all were equal.
constexpr double rare = 0.5;
/// Ignored, and found: the shares of its samples that are classified as such.
constexpr double ignored = 0.1, found = 0.5;

/// The share of each class in the training samples.
std::vector<double> shares(const TrainingProblem& problem) {
  const Samples& samples = problem.samples();
  std::vector<double> shares(static_cast<std::size_t>(samples.classes));
  const auto& train = problem.split().train;
  for (const std::uint32_t i : train)
    shares[static_cast<std::size_t>(samples.y[i])] += 1 / static_cast<double>(train.size());
  return shares;
}

/// A larger step size, other initial weights, and a rule that draws the samples that it gets wrong
/// more often.
std::vector<Setting> remedies(const Plan& plan) {
  std::vector<Setting> changes;
  if (const auto step_size = step_size_of(plan))
    changes.push_back({step_size->path, rounded(10 * step_size->value)});
  changes.push_back(network_choice("initializer", "glorot-uniform"));
  for (const OptimizerEntry* rule : optimizers())
    if (rule->sampler) changes.push_back({"optimizer.id", std::string(rule->id)});
  return changes;
}

void add_remedy(Case& run, Finding& finding, std::size_t k) {
  const std::uint64_t steps = run.trials.affordable(run.report.step);
  for (const Setting& change : remedies(run.plan)) {
    const std::optional<Outcome> trial = run.trials.with(change, steps);
    if (!trial || trial->diverged || !(trial->recalls[k] >= found)) continue;
    finding.remedy = change;
    finding.measured.push_back({"triedFound", percent(trial->recalls[k])});
    finding.measured.push_back({"triedSteps", static_cast<double>(steps)});
    return;
  }
}

std::optional<Finding> find(Case& run) {
  if (run.report.status == Status::diverged || run.report.step < fewest_steps) return std::nullopt;
  const std::vector<double> recalls = run.problem.recalls(run.evaluated);
  if (recalls.empty()) return std::nullopt;
  const std::vector<double> all = shares(run.problem);
  std::size_t k = 0;
  for (std::size_t other = 1; other < all.size(); ++other)
    if (all[other] > 0 && !(all[k] > 0 && all[k] <= all[other])) k = other;
  const double fair = 1 / static_cast<double>(all.size());
  if (!(all[k] <= rare * fair && recalls[k] <= ignored)) return std::nullopt;
  Finding finding{.fault = id,
                  .measured = {{"class", static_cast<double>(k)},
                               {"share", percent(all[k])},
                               {"found", percent(recalls[k])},
                               {"accuracy", percent(run.curve.back().train_accuracy)}}};
  add_remedy(run, finding, k);
  return finding;
}

constexpr std::string_view sentences[] = {
    "It gets {found} % of class {class} right, which has {share} % of the training samples.",
    "A training accuracy of {accuracy} % hides that.",
    "From the same start, {setting} {better} gets {triedFound} % right in {triedSteps} steps."};

}  // namespace

namespace fault_entries {

extern constinit const FaultEntry ignored_class = {.id = id, .find = find};

extern constinit const FaultDocs ignored_class_docs = {.name = "Rare class ignored",
                                                       .sentences = sentences};

}  // namespace fault_entries
}  // namespace fall_line
