// SPDX-License-Identifier: MIT
#include "run/memory.hpp"

#include "network/network.hpp"

namespace fall_line {
namespace {

/// Vectors of n: parameters, gradient, a rule's state, and a snapshot of them.
constexpr double vectors_per_parameter = 12;

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
  // Ten classes at most; one-hot targets take one value each.
  return {samples_of(plan.dataset), static_cast<double>(plan.dataset.entry->inputs), 10};
}

}  // namespace

double memory_bytes(const Plan& plan) {
  const DataSize data = data_size(plan);
  double parameters = 0, units = 0, before = data.inputs;
  for (const std::size_t hidden : plan.hidden) {
    const auto width = static_cast<double>(hidden);
    parameters += (before + 1) * width;
    units += width;
    before = width;
  }
  parameters += (before + 1) * data.outputs;
  units += data.outputs;
  const double network = parameters * vectors_per_parameter * sizeof(Real) +
                         (data.inputs + 3 * units) * Network::chunk * sizeof(Real);
  // Once as drawn, in double, and once ready for the network.
  const double samples =
      data.samples * (data.inputs + data.outputs) * (sizeof(double) + sizeof(Real));
  return network + samples;
}

double generated_bytes(const Chosen<DatasetEntry>& dataset) {
  return samples_of(dataset) * (dataset.entry->inputs + 1.0) * sizeof(double);
}

}  // namespace fall_line
