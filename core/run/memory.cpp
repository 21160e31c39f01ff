// SPDX-License-Identifier: MIT
#include "run/memory.hpp"

#include <algorithm>

#include "network/network.hpp"
#include "run/needs.hpp"

namespace fall_line {
namespace {

/// Vectors of n: parameters, gradients, two of a rule's own, and a snapshot of them.
constexpr double vectors_per_parameter = 14;

/// State, and a vector to work with.
constexpr double vectors_per_wrapper = 2;

/// Class numbers, orders, and splits.
constexpr double integers_per_sample = 12;

/// Of a generated data set.
constexpr double most_classes = 10;

struct DataSize {
  double samples, inputs, outputs;
};

double samples_of(const Chosen<DatasetEntry>& dataset) {
  const auto rows = dataset.entry->hyperparameters;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].id == "samples") return dataset.values[i];
  return 0;
}

DataSize data_size(const Plan& plan) {
  if (plan.own_data) {
    const Samples& own = *plan.own_data;
    const int outputs = output_units(own.task, own.classes, own.outputs);
    return {static_cast<double>(own.count()), static_cast<double>(own.inputs),
            static_cast<double>(outputs)};
  }
  return {samples_of(plan.dataset), static_cast<double>(plan.dataset.entry->inputs), most_classes};
}

/// What a rule takes beyond a few vectors of n, in its state and in snapshots of it.
double rule_bytes(const Plan& plan, const DataSize& data, double n, double block_doubles) {
  // The state, a snapshot of it while it grows, and workspace.
  constexpr double copies = 4, matrices = 2;
  const OptimizerEntry& rule = *plan.optimizer.entry;
  double numbers = 0;
  if (rule.vectors != nullptr) numbers += copies * rule.vectors(plan.optimizer.values) * n;
  numbers += copies * vectors_per_wrapper * static_cast<double>(plan.wrappers.size()) * n;
  // More parameters are refused for another reason.
  const double dense = n < most_dense_parameters ? n : most_dense_parameters;
  if (rule.dense) numbers += copies * matrices * dense * dense;
  if (needs(rule, Need::residuals)) numbers += (data.samples * data.outputs + dense) * dense;
  // Groups, their members, and what each draw needs.
  const double choices = needs(rule, Need::samples) ? data.samples * 16 * sizeof(int) : 0;
  return numbers * sizeof(Real) + copies * block_doubles * sizeof(double) + choices;
}

}  // namespace

double memory_bytes(const Plan& plan) {
  const DataSize data = data_size(plan);
  const auto of_block = plan.optimizer.entry->block_doubles;
  double parameters = 0, units = 0, block_doubles = 0, before = data.inputs, widest = data.inputs;
  const auto add_layer = [&](double width) {
    parameters += (before + 1) * width;
    units += width;
    widest = std::max(widest, width);
    if (of_block != nullptr) block_doubles += of_block(width, before) + of_block(width, 1);
    before = width;
  };
  for (const std::size_t hidden : plan.hidden) add_layer(static_cast<double>(hidden));
  add_layer(data.outputs);
  // Sums, activations, and deltas; the same along a direction, and room for a sum.
  const double workspace = data.inputs + 6 * units + widest;
  const double network =
      parameters * vectors_per_parameter * sizeof(Real) + workspace * Network::chunk * sizeof(Real);
  // As drawn, in double, and ready for the network; own data are held beside the run's copy.
  const double copies = plan.own_data ? 2 : 1;
  const double width = plan.loss->encoding == Encoding::class_number ? 1 : data.outputs;
  const double samples =
      data.samples * ((data.inputs + width) * (copies * sizeof(double) + sizeof(Real)) +
                      integers_per_sample * sizeof(int));
  return network + samples + rule_bytes(plan, data, parameters, block_doubles);
}

double generated_bytes(const Chosen<DatasetEntry>& dataset) {
  return samples_of(dataset) * (dataset.entry->inputs + 1.0) * sizeof(double);
}

}  // namespace fall_line
