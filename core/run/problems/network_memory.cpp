// SPDX-License-Identifier: MIT
#include <algorithm>

#include "network/network.hpp"
#include "run/problems/network_plan.hpp"

/// What a network and its data take.
namespace fall_line {
namespace {

/// Vectors of n that live with a run: parameters, gradients, two of a rule's own.
constexpr double held_vectors = 7;

/// And those of one call: what is answered, and a snapshot while it grows.
constexpr double passing_vectors = 7;

/// Class numbers, splits, an order, and the last batch; the batch again in a snapshot.
constexpr double held_integers = 4, passing_integers = 8;

/// As drawn, in double, and ready for the network. Packed inputs are bytes alone.
MemoryNeed samples_need(double samples, double inputs, double outputs, bool packed) {
  constexpr double number = sizeof(double) + sizeof(Real);
  const double numbers = inputs * (packed ? sizeof(std::uint8_t) : number) + outputs * number;
  return {samples * (numbers + held_integers * sizeof(int)),
          samples * passing_integers * sizeof(int)};
}

}  // namespace

ProblemSize NetworkPlan::size() const {
  const NetworkShape network = shape();
  ProblemSize size{.parameters = static_cast<double>(network.parameters()),
                   .samples = data().samples,
                   .outputs = static_cast<double>(network.outputs()),
                   .layers = network.layers().size()};
  for (const LayerShape& layer : network.layers()) {
    const auto rows = static_cast<double>(layer.rows);
    size.blocks.push_back({rows, static_cast<double>(layer.columns)});
    for (int columns = layer.normalized ? 3 : 1; columns > 0; --columns)
      size.blocks.push_back({rows, 1});
  }
  return size;
}

MemoryNeed NetworkPlan::memory() const {
  const NetworkShape network = shape();
  const Data known = data();
  const auto parameters = static_cast<double>(network.parameters());
  double units = 0;
  for (const LayerShape& layer : network.layers()) units += static_cast<double>(layer.outputs);
  // Sums, activations, and deltas; the same along a direction, and room for a sum.
  const bool packed = own_data && !own_data->bytes.empty();
  double workspace = known.inputs * (packed ? 2 : 1) + 6 * units;
  workspace += static_cast<double>(network.widest());
  if (any(stages)) workspace += network_extras.stage_numbers(*this, units);
  // Batch normalization sees all training samples at once.
  const bool whole = normalization() == Normalization::batch;
  workspace *= whole ? std::max<double>(known.samples, usual_chunk) : usual_chunk;
  const MemoryNeed weights{(parameters * held_vectors + workspace) * sizeof(Real),
                           parameters * passing_vectors * sizeof(Real)};
  const auto outputs = static_cast<double>(network.outputs());
  const double width = loss->encoding == Encoding::class_number ? 1 : outputs;
  return weights + samples_need(known.samples, known.inputs, width, packed);
}

MemoryNeed memory_need(const Chosen<DatasetEntry>& dataset) {
  return {0, dataset.entry->outline(dataset.values).samples * (dataset.entry->inputs() + 1.0) *
                 sizeof(double)};
}

MemoryNeed own_data_need(double samples, double inputs, double outputs, bool packed) {
  return samples_need(samples, inputs, outputs, packed);
}

}  // namespace fall_line
