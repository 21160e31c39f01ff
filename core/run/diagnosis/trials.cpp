// SPDX-License-Identifier: MIT
#include "run/diagnosis/trials.hpp"

#include <algorithm>

#include "run/check.hpp"
#include "run/diagnosis/trend.hpp"
#include "run/run.hpp"

namespace fall_line {
namespace {

/// The samples that a step evaluates, times the parameters, and what a rule with n × n matrices
/// takes for solving with them.
double price_of_step(const Plan& plan, const Report& report) {
  const double n = plan.problem->size().parameters;
  const double samples = static_cast<double>(report.samples_seen()) /
                         static_cast<double>(std::max<std::uint64_t>(report.step, 1));
  return std::max(samples, 1.0) * n + (plan.optimizer.entry->dense ? n * n * n : 0);
}

Settings changed(Settings settings, const Setting& change) {
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

std::uint64_t Trials::affordable(std::uint64_t steps) const {
  const double most = possible_ ? left_ / price_ : 0;
  return static_cast<double>(steps) <= most ? steps : static_cast<std::uint64_t>(most);
}

bool Trials::pay(std::uint64_t steps) {
  if (affordable(steps) < steps) return false;
  left_ -= price_ * static_cast<double>(steps);
  return true;
}

std::optional<Outcome> Trials::with(const Setting& change, std::uint64_t steps) {
  if (!pay(steps)) return std::nullopt;
  Check checked = check(changed(plan_.settings, change), plan_.own_data);
  if (!checked.problems.empty()) return std::nullopt;
  Run trial(std::move(checked.plan));
  trial.skip(steps - steps / 4);
  trial.step(steps / 4);
  return outcome_of(trial.report(), trial.curve(), steps);
}

Outcome Trials::itself(std::uint64_t steps) const { return outcome_of(report_, curve_, steps); }

std::unique_ptr<Run> Trials::again(std::uint64_t step) {
  if (!pay(step)) return nullptr;
  Check checked = check(plan_.settings, plan_.own_data);
  if (!checked.problems.empty()) return nullptr;
  auto run = std::make_unique<Run>(std::move(checked.plan));
  run->skip(step);
  return run;
}

}  // namespace fall_line
