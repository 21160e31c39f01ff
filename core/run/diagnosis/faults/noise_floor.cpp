// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "run/diagnosis/fault.hpp"
#include "run/diagnosis/remedy.hpp"
#include "run/diagnosis/step_size.hpp"
#include "run/diagnosis/trend.hpp"

namespace fall_line {
namespace {

constexpr std::string_view id = "noise-floor";

constexpr std::uint64_t fewest_steps = 100;
/// From the third to the last quarter of the run, what is left of the loss falls by less than this
/// share.
constexpr double still = 0.1;
/// The losses of the second half deviate from their mean by at least this share of what is left.
constexpr double noisy = 0.1;
/// So much of the first loss is left. A lower floor is low enough.
constexpr double left = 0.1;

/// The standard deviation of the training loss in the second half.
double deviation(const Case& run) {
  const Stretch late{run.report.step / 2, run.report.step};
  const double mean = mean_of(run.curve, &Record::train_loss, late);
  Curve squares = run.curve;
  for (Record& record : squares)
    record.train_loss = (record.train_loss - mean) * (record.train_loss - mean);
  return std::sqrt(mean_of(squares, &Record::train_loss, late));
}

/// Batches of so many times as many samples have a gradient with a third of the noise.
constexpr int larger = 10;

/// The loss of larger batches, where they help too. They are no remedy, since as many steps take
/// more samples.
void add_batch(Case& run, Finding& finding) {
  const int own = run.plan.racer.batch_size;
  const int batch_size = own == race_batch ? run.plan.problem->batch_size() : own;
  if (batch_size == full_batch) return;  // A surface.
  const double samples = std::min(static_cast<double>(larger) * batch_size,
                                  static_cast<double>(run.problem.training_samples()));
  Finding other{.fault = id};
  if (!add_best(run, other, {{"optimizer.batchSize", samples}}, {.dearer = larger})) return;
  finding.measured.push_back({"batch", samples});
  for (const Measure& measure : other.measured)
    if (measure.name == "triedLoss") finding.measured.push_back({"batchLoss", measure.value});
}

/// Smaller rates.
bool add_remedy(Case& run, Finding& finding) {
  const auto step_size = step_size_of(run.plan);
  if (!step_size) return false;
  return add_best(run, finding,
                  {{step_size->path, rounded(step_size->value / 3)},
                   {step_size->path, rounded(step_size->value / 10)}});
}

std::optional<Finding> find(Case& run) {
  const std::uint64_t step = run.report.step;
  if (run.report.status != Status::running || step < fewest_steps || run.problem.stationary())
    return std::nullopt;
  const double first = run.curve.front().train_loss;
  const double third = mean_of(run.curve, &Record::train_loss, {step / 2, 3 * step / 4});
  const double fourth = mean_of(run.curve, &Record::train_loss, {3 * step / 4, step});
  if (!(fourth < first) || run.excess(fourth) < left * run.excess(first) ||
      run.excess(fourth) < (1 - still) * run.excess(third) ||
      !(deviation(run) >= noisy * run.excess(fourth)))
    return std::nullopt;
  Finding finding{.fault = id, .measured = {{"lastLoss", fourth}, {"deviation", deviation(run)}}};
  if (!add_remedy(run, finding)) return std::nullopt;
  add_batch(run, finding);
  return finding;
}

constexpr std::string_view sentences[] = {
    "The loss has stopped falling and fluctuates around {lastLoss} by {deviation}, because every "
    "mini-batch has another gradient.",
    said_of_best, "Batches of {batch} samples lead to {batchLoss} in as many steps."};

}  // namespace

namespace fault_entries {

extern constinit const FaultEntry noise_floor = {.id = id, .only_unexplained = true, .find = find};

extern constinit const FaultDocs noise_floor_docs = {.name = "Noise floor", .sentences = sentences};

}  // namespace fault_entries
}  // namespace fall_line
