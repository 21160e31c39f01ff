// SPDX-License-Identifier: MIT
#include <algorithm>

#include "run/diagnosis/fault.hpp"
#include "run/diagnosis/layers.hpp"
#include "run/diagnosis/remedy.hpp"
#include "run/run.hpp"

namespace fall_line {
namespace {

constexpr std::string_view id = "exploding-gradients";

/// Where clipping changes the first step, and by far.
constexpr double least_norm = 10, clipped = 1;

/// A trial over fewer steps than these would say little.
constexpr std::uint64_t fewest_steps = 100;

/// A run that diverged overflows in its last steps, whatever was the cause.
constexpr std::uint64_t last_steps = 3;

/// Clipping helps where the rate suits all but a few steep places. A rate that is too high anywhere
/// makes a clipped run wander.
std::optional<Finding> find(Case& run) {
  const std::uint64_t step = run.report.step;
  if (run.report.status != Status::diverged || run.problem.layers().empty() || step <= last_steps)
    return std::nullopt;
  Vector w(run.parameters.size());
  run.problem.start(w);
  const double first = gradient_norm(run.problem, w);
  if (!(first >= least_norm)) return std::nullopt;
  const std::unique_ptr<Run> again = run.trials.again(step - last_steps);
  if (!again) return std::nullopt;
  const double last = gradient_norm(run.problem, again->parameters());
  if (!(last > first)) return std::nullopt;
  const std::vector<LayerSizes> sizes = layer_sizes(run.problem, again->parameters());
  const auto largest = std::max_element(
      sizes.begin(), sizes.end(),
      [](const LayerSizes& a, const LayerSizes& b) { return a.gradient < b.gradient; });
  Finding finding{.fault = id,
                  .measured = {{"firstNorm", first},
                               {"lastNorm", last},
                               {"step", static_cast<double>(step - last_steps)},
                               {"layer", static_cast<double>(largest - sizes.begin() + 1)}}};
  if (!add_best(run, finding, {{"optimizer.clipNorm", clipped}}, {.fewest = fewest_steps}))
    return std::nullopt;
  return finding;
}

constexpr std::string_view sentences[] = {
    "The norm of the gradient grew from {firstNorm} to {lastNorm} in {step} steps, and is largest "
    "in layer {layer}.",
    "From the same start, {setting} {better} keeps it finite and leads to a loss of {triedLoss} in "
    "{triedSteps} steps."};

}  // namespace

namespace fault_entries {

extern constinit const FaultEntry exploding_gradients = {.id = id, .find = find};

extern constinit const FaultDocs exploding_gradients_docs = {.name = "Exploding gradients",
                                                             .sentences = sentences};

}  // namespace fault_entries
}  // namespace fall_line
