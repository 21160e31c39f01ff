// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "run/diagnosis/fault.hpp"
#include "run/diagnosis/trend.hpp"

namespace fall_line {
namespace {

constexpr std::string_view id = "overfitting";

constexpr std::uint64_t fewest_steps = 50;
/// The run is judged by the means of so many parts, because single test losses fluctuate.
constexpr std::uint64_t parts = 20;
/// From its lowest part to the last, the test loss has risen by this share at least, and by this
/// share of the first loss. Then the usual rules are told nothing in 1000 steps on the data sets
/// with their defaults. Most runs that are told something more than double their test loss.
constexpr double risen = 0.5, risen_of_first = 0.1;
/// Meanwhile, the training loss has fallen by this share at least.
constexpr double fallen = 0.2;
/// A penalty has to end with at most this share of the test loss.
constexpr double better = 0.9;
constexpr double penalties[] = {0.001, 0.003, 0.01, 0.03};

void add_penalty(Case& run, Finding& finding) {
  const std::uint64_t steps = run.trials.affordable(run.report.step);
  if (steps < run.report.step) return;
  double best = better * run.trials.itself(steps).test_loss;
  for (const double l2 : penalties) {
    const Setting change{"problem.network.l2", l2};
    const std::optional<Outcome> trial = run.trials.with(change, steps);
    if (!trial || trial->diverged || !(trial->test_loss <= best)) continue;
    best = trial->test_loss;
    finding.remedy = change;
  }
  if (!finding.remedy) return;
  finding.measured.push_back({"triedLoss", best});
  finding.measured.push_back({"triedSteps", static_cast<double>(steps)});
}

std::optional<Finding> find(Case& run) {
  const std::uint64_t step = run.report.step;
  if (run.report.status == Status::diverged || step < fewest_steps ||
      !run.problem.measures().test_loss)
    return std::nullopt;
  const auto part = [&](double Record::*column, std::uint64_t i) {
    return mean_of(run.curve, column, {i * step / parts, (i + 1) * step / parts});
  };
  std::uint64_t lowest = 0;
  for (std::uint64_t i = 1; i < parts; ++i)
    if (part(&Record::test_loss, i) < part(&Record::test_loss, lowest)) lowest = i;
  const double then = part(&Record::test_loss, lowest), now = part(&Record::test_loss, parts - 1);
  const double train_then = part(&Record::train_loss, lowest);
  const double train_now = part(&Record::train_loss, parts - 1);
  if (!(now - then >= risen * then && now - then >= risen_of_first * run.curve.front().test_loss &&
        train_now <= (1 - fallen) * train_then))
    return std::nullopt;
  const Stretch there{lowest * step / parts, (lowest + 1) * step / parts};
  Finding finding{.fault = id,
                  .measured = {{"epoch", std::ceil(mean_of(run.curve, &Record::epoch, there))},
                               {"lowestLoss", then},
                               {"lastLoss", now},
                               {"trainThen", train_then},
                               {"trainLoss", train_now}}};
  add_penalty(run, finding);
  return finding;
}

constexpr std::string_view sentences[] = {
    "Since about epoch {epoch}, the test loss has risen from {lowestLoss} to {lastLoss}, while the "
    "training loss has fallen from {trainThen} to {trainLoss}.",
    "From the same start, {setting} {better} leads to a test loss of {triedLoss} in {triedSteps} "
    "steps."};

}  // namespace

namespace fault_entries {

extern constinit const FaultEntry overfitting = {.id = id, .find = find};

extern constinit const FaultDocs overfitting_docs = {.name = "Overfitting", .sentences = sentences};

}  // namespace fault_entries
}  // namespace fall_line
