// SPDX-License-Identifier: MIT
#include "numeric/median.hpp"
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
  const std::unique_ptr<Run> begun = run.trials.again(1);
  auto first_rates = begun ? begun->rates() : std::nullopt;
  if (!first_rates || !run.rates) return std::nullopt;
  const double then = upper_median(*first_rates), now = upper_median(*run.rates);
  if (!(now <= decayed * then)) return std::nullopt;
  Finding finding{.fault = id,
                  .measured = {{"step", static_cast<double>(step)},
                               {"firstRate", then},
                               {"rate", now},
                               {"lastLoss", run.curve.back().train_loss}}};
  if (!add_best(run, finding, {{"optimizer.id", std::string(forgetful)}})) return std::nullopt;
  return finding;
}

constexpr std::string_view sentences[] = {
    "Half of the parameters have a rate below {rate} now. In the first step, half were below "
    "{firstRate}.",
    "Old gradients are never forgotten, so the loss stays near {lastLoss}.", said_of_best};

}  // namespace

namespace fault_entries {

extern constinit const FaultEntry decayed_rate = {.id = id, .only_unexplained = true, .find = find};

extern constinit const FaultDocs decayed_rate_docs = {.name = "Rate decayed away",
                                                      .sentences = sentences};

}  // namespace fault_entries
}  // namespace fall_line
