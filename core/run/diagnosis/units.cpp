// SPDX-License-Identifier: MIT
#include "run/diagnosis/units.hpp"

#include "run/diagnosis/remedy.hpp"
#include "run/diagnosis/step_size.hpp"
#include "run/idle_units.hpp"

namespace fall_line {
namespace {

/// A few idle units are usual, and the others do their work.
constexpr double least_share = 0.5;

/// A run that leaves less than this share of its first loss does not need its other units.
constexpr double learned = 0.1;

/// A run that leaves at least this share of its first loss has learned next to nothing. Its units
/// are to blame even where no remedy that is tried helps.
constexpr double stuck = 0.8;

}  // namespace

bool units_die(const ActivationEntry& activation) { return activation.idle.share == 1; }

bool units_saturate(const ActivationEntry& activation) {
  return activation.idle.share > 0 && !units_die(activation);
}

std::optional<Finding> too_many_idle(Case& run, std::string_view fault,
                                     bool (*such)(const ActivationEntry&),
                                     std::string_view other_activation) {
  const auto concerns = [&](std::size_t l) { return such(*run.problem.activation(l)); };
  bool any = false;
  for (std::size_t l = 0; run.problem.activation(l) != nullptr; ++l) any = any || concerns(l);
  if (!any) return std::nullopt;
  const double left = run.excess(run.curve.back().train_loss);
  const double first = run.excess(run.curve.front().train_loss);
  if (run.report.status != Status::running || run.report.step == 0 || left < learned * first)
    return std::nullopt;
  const std::vector<std::size_t> counts = idle_units(run.problem, run.parameters);
  Finding finding{.fault = fault};
  double largest = 0;
  for (std::size_t l = 0; l < counts.size(); ++l) {
    const auto idle = static_cast<double>(counts[l]);
    const auto units = static_cast<double>(run.problem.layers()[l].units);
    if (!concerns(l) || idle / units < least_share || idle / units <= largest) continue;
    largest = idle / units;
    finding.measured = {{"layer", static_cast<double>(l + 1)}, {"idle", idle}, {"units", units}};
  }
  if (largest == 0) return std::nullopt;
  std::vector<Setting> changes{network_choice("activation", other_activation),
                               network_choice("initializer", "glorot-uniform")};
  if (const auto step_size = step_size_of(run.plan))
    for (const double divisor : {10, 100})
      changes.push_back({step_size->path, rounded(step_size->value / divisor)});
  if (!add_best(run, finding, changes) && left < stuck * first) return std::nullopt;
  return finding;
}

}  // namespace fall_line
