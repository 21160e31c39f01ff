// SPDX-License-Identifier: MIT
#include <algorithm>

#include "run/diagnosis/fault.hpp"
#include "run/diagnosis/layers.hpp"
#include "run/diagnosis/remedy.hpp"

namespace fall_line {
namespace {

constexpr std::string_view id = "vanishing-gradients";

constexpr std::uint64_t fewest_steps = 20;
/// At the start, the gradients of the layers of a network of tanh or ReLU units differ by less than
/// this factor, and those of five layers of sigmoid units by a thousand and more.
constexpr double least_times = 100;
/// A network that learns in spite of it has no such fault.
constexpr double stuck = 0.8;

/// Only a layer whose weights are all 0 next to others like it has no gradient at all.
bool all_zero(const std::vector<LayerSizes>& sizes) {
  return std::all_of(sizes.begin(), sizes.end() - 1,
                     [](const LayerSizes& layer) { return layer.gradient == 0; });
}

std::optional<Finding> find(Case& run) {
  const double first = run.curve.front().train_loss, last = run.curve.back().train_loss;
  if (run.report.status != Status::running || run.report.step < fewest_steps ||
      run.problem.layers().size() < 2 || !(run.excess(last) >= stuck * run.excess(first)))
    return std::nullopt;
  const std::vector<LayerSizes> sizes = layer_sizes(run.problem, run.parameters);
  Finding finding{.fault = id,
                  .measured = {{"step", static_cast<double>(run.report.step)}, {"lastLoss", last}}};
  if (all_zero(sizes)) {
    finding.measured.push_back({"zeroLayer", 1});
  } else {
    const auto smallest = std::min_element(
        sizes.begin(), sizes.end() - 1,
        [](const LayerSizes& a, const LayerSizes& b) { return a.gradient < b.gradient; });
    const double times = sizes.back().gradient / smallest->gradient;
    if (!(times >= least_times)) return std::nullopt;
    finding.measured.push_back({"layer", static_cast<double>(smallest - sizes.begin() + 1)});
    finding.measured.push_back({"times", times});
  }
  add_best(run, finding,
           {network_choice("activation", "tanh"), network_choice("activation", "relu"),
            network_choice("initializer", "glorot-uniform")});
  return finding;
}

constexpr std::string_view sentences[] = {
    "The gradient of layer {layer} is {times} times smaller than that of the last layer, so its "
    "weights hardly move.",
    "The gradient of layer {zeroLayer} is zero, so its weights never move.",
    "After {step} steps the loss is still {lastLoss}.", said_of_best};

}  // namespace

namespace fault_entries {

extern constinit const FaultEntry vanishing_gradients = {
    .id = id, .only_unexplained = true, .find = find};

extern constinit const FaultDocs vanishing_gradients_docs = {.name = "Vanishing gradients",
                                                             .sentences = sentences};

}  // namespace fault_entries
}  // namespace fall_line
