// SPDX-License-Identifier: MIT
#include "run/diagnosis/trials.hpp"

#include <algorithm>

#include "run/check.hpp"
#include "run/diagnosis/trend.hpp"
#include "run/option_rows.hpp"
#include "run/run.hpp"

namespace fall_line {
namespace {

/// What an n × n matrix costs a rule in a step, in n³: decomposing it took ten times as long as
/// evaluating samples as often.
constexpr double matrix_work = 30;

/// The samples that a step evaluates, times the parameters, and what matrices take.
double price_of_step(const Plan& plan, const Report& report) {
  const double n = plan.problem->size().parameters;
  const double samples = static_cast<double>(report.samples_seen()) /
                         static_cast<double>(std::max<std::uint64_t>(report.step, 1));
  return std::max(samples, 1.0) * n + (plan.optimizer.entry->dense ? matrix_work * n * n * n : 0);
}

/// Whether a setting belongs to the rule alone: one that every rule has stays when the rule
/// changes.
bool is_of_rule(const std::string& path) {
  const std::string_view prefix = "optimizer.";
  if (!path.starts_with(prefix) || path.starts_with("optimizer.wrappers")) return false;
  const auto id = std::string_view(path).substr(prefix.size());
  // The facts alone: the rows would take their texts into the engine.
  const auto& rows = hyperparameters_of<racer_rows>;
  return std::none_of(rows.begin(), rows.end(), [&](const auto& row) { return row.id == id; });
}

Settings changed(Settings settings, const Setting& change) {
  if (change.path == "optimizer.id")
    std::erase_if(settings, [](const Setting& setting) { return is_of_rule(setting.path); });
  const auto same = [&](const Setting& setting) { return setting.path == change.path; };
  const auto old = std::find_if(settings.begin(), settings.end(), same);
  if (old == settings.end()) {
    settings.push_back(change);
  } else {
    old->value = change.value;
  }
  return settings;
}

Outcome outcome_of(const Report& report, const Curve& curve, std::uint64_t steps) {
  const Stretch late{steps - steps / 4, steps};
  return {.steps = steps,
          .diverged = report.status == Status::diverged && report.step <= steps,
          .train_loss = mean_of(curve, &Record::train_loss, late),
          .test_loss = mean_of(curve, &Record::test_loss, late)};
}

}  // namespace

Trials::Trials(const Plan& plan, const Report& report, const Curve& curve, bool possible)
    : plan_(plan),
      report_(report),
      curve_(curve),
      possible_(possible),
      price_(price_of_step(plan, report)) {}

std::uint64_t Trials::affordable(std::uint64_t steps, double times) const {
  const double most = possible_ ? left_ / (price_ * times) : 0;
  return static_cast<double>(steps) <= most ? steps : static_cast<std::uint64_t>(most);
}

bool Trials::pay(double steps) {
  if (!possible_ || price_ * steps > left_) return false;
  left_ -= price_ * steps;
  return true;
}

std::optional<Outcome> Trials::with(const Setting& change, std::uint64_t steps, double dearer) {
  if (!pay(dearer * static_cast<double>(steps))) return std::nullopt;
  Check checked = check(changed(plan_.settings, change), plan_.own_data);
  if (!checked.problems.empty()) return std::nullopt;
  Run trial(std::move(checked.plan));
  trial.skip(steps - steps / 4);
  trial.step(steps / 4);
  Outcome outcome = outcome_of(trial.report(), trial.curve(), steps);
  outcome.recalls = trial.problem().recalls(trial.evaluation_parameters());
  return outcome;
}

Outcome Trials::itself(std::uint64_t steps) const { return outcome_of(report_, curve_, steps); }

std::unique_ptr<Run> Trials::again(std::uint64_t step) {
  if (!pay(static_cast<double>(step))) return nullptr;
  Check checked = check(plan_.settings, plan_.own_data);
  if (!checked.problems.empty()) return nullptr;
  auto run = std::make_unique<Run>(std::move(checked.plan));
  run->skip(step);
  return run;
}

}  // namespace fall_line
