// SPDX-License-Identifier: MIT
#include <cmath>

#include "numeric/kernels.hpp"
#include "run/diagnosis/fault.hpp"
#include "run/diagnosis/remedy.hpp"
#include "run/diagnosis/trend.hpp"
#include "run/run.hpp"

namespace fall_line {
namespace {

constexpr std::string_view id = "decayed-rate";

constexpr std::uint64_t fewest_steps = 100;
/// The effective rate of AdaGrad is this share of its first after 100 steps of equal gradients.
constexpr double decayed = 0.1;
/// In the second half of the run, the loss falls by less than this share of what is left.
constexpr double still = 0.2;
/// And so much of the first loss is left.
constexpr double left = 0.3;
/// Mini-batches differ.
constexpr int averaged = 5;

/// How far a few steps lead, relative to their gradients. Empty if that is not affordable.
std::optional<double> effective_rate(Case& run, std::uint64_t step) {
  const std::unique_ptr<Run> again = run.trials.again(step);
  if (!again) return std::nullopt;
  double moved = 0, slopes = 0;
  for (int i = 0; i < averaged; ++i) {
    Vector w(again->parameters().begin(), again->parameters().end());
    slopes += std::sqrt(kernels::sum_of_squares(again->dissect().gradient));
    for (std::size_t k = 0; k < w.size(); ++k) w[k] -= again->parameters()[k];
    moved += std::sqrt(kernels::sum_of_squares(w));
  }
  return moved / slopes;
}

std::optional<Finding> find(Case& run) {
  const std::string_view forgetful = run.plan.optimizer.entry->forgetful;
  const std::uint64_t step = run.report.step;
  if (run.report.status != Status::running || step < fewest_steps || forgetful.empty() ||
      !run.bounded())
    return std::nullopt;
  const double first = run.excess(run.curve.front().train_loss);
  const double third =
      run.excess(mean_of(run.curve, &Record::train_loss, {step / 2, 3 * step / 4}));
  const double fourth = run.excess(mean_of(run.curve, &Record::train_loss, {3 * step / 4, step}));
  if (!(fourth >= left * first) || fourth < (1 - still) * third) return std::nullopt;
  const auto then = effective_rate(run, 0), now = effective_rate(run, step);
  if (!then || !now || !(*now <= decayed * *then)) return std::nullopt;
  Finding finding{.fault = id,
                  .measured = {{"step", static_cast<double>(step)},
                               {"firstRate", *then},
                               {"rate", *now},
                               {"lastLoss", run.curve.back().train_loss}}};
  if (!add_best(run, finding, {{"optimizer.id", std::string(forgetful)}})) return std::nullopt;
  return finding;
}

constexpr std::string_view sentences[] = {
    "A step now moves the weights by {rate} times the gradient. The first steps moved them by "
    "{firstRate} times.",
    "Old gradients are never forgotten, so the loss stays near {lastLoss}.", said_of_best};

}  // namespace

namespace fault_entries {

extern constinit const FaultEntry decayed_rate = {.id = id, .only_unexplained = true, .find = find};

extern constinit const FaultDocs decayed_rate_docs = {.name = "Rate decayed away",
                                                      .sentences = sentences};

}  // namespace fault_entries
}  // namespace fall_line
