// SPDX-License-Identifier: MIT
#include "run/memory.hpp"

#include <algorithm>
#include <bit>

#include "catalog/text.hpp"
#include "network/network.hpp"
#include "run/curve.hpp"
#include "run/needs.hpp"
#include "run/path.hpp"

namespace fall_line {
namespace {

/// Vectors of n that live with a run: parameters, gradients, two of a rule's own.
constexpr double held_vectors = 7;

/// And those of one call: what is answered, and a snapshot while it grows.
constexpr double passing_vectors = 7;

/// State, and a vector to work with.
constexpr double vectors_per_wrapper = 2;

/// Class numbers, splits, an order, and the last batch; the batch again in a snapshot.
constexpr double held_integers = 4, passing_integers = 8;

/// Of a generated data set.
constexpr double most_classes = 10;

/// Of a vector that doubles its room: what it has when so many are in it.
double grown(double count) {
  return static_cast<double>(std::bit_ceil(static_cast<std::uint64_t>(count)));
}

/// The curve of more steps than anybody waits for, and the path of a run on a surface.
double records_bytes(bool surface, std::size_t layers) {
  constexpr double most_rungs = 2048, first_waypoints = 5000, objects = 16 * 1024;
  const double waypoints = surface ? grown(first_waypoints + most_rungs) : 0;
  const double layer_rungs = grown(most_rungs * static_cast<double>(layers));
  return grown(most_rungs) * sizeof(Rung) + layer_rungs * sizeof(LayerRung) +
         waypoints * sizeof(Waypoint) + objects;
}

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
  if (plan.surface.entry != nullptr) return {0, 0, 0};
  if (plan.own_data) {
    const Samples& own = *plan.own_data;
    const int outputs = output_units(own.task, own.classes, own.outputs);
    return {static_cast<double>(own.count()), static_cast<double>(own.inputs),
            static_cast<double>(outputs)};
  }
  return {samples_of(plan.dataset), static_cast<double>(plan.dataset.entry->inputs), most_classes};
}

/// As drawn, in double, and ready for the network.
MemoryNeed samples_need(double samples, double numbers_a_sample, bool own) {
  // Own data are held beside the run's copy.
  const double copies = own ? 2 : 1;
  const double numbers = numbers_a_sample * (copies * sizeof(double) + sizeof(Real));
  return {samples * (numbers + held_integers * sizeof(int)),
          samples * passing_integers * sizeof(int)};
}

/// What a rule takes beyond a few vectors of n, in its state and in snapshots of it.
MemoryNeed rule_need(const Plan& plan, const DataSize& data, double n, double block_doubles) {
  // The state and workspace, and as much again for a snapshot while it grows.
  constexpr double copies = 2, matrices = 2;
  const OptimizerEntry& rule = *plan.optimizer.entry;
  double numbers = vectors_per_wrapper * static_cast<double>(plan.wrappers.size()) * n;
  if (rule.vectors != nullptr) numbers += rule.vectors(plan.optimizer.values) * n;
  // More parameters are refused for another reason.
  const double dense = n < most_dense_parameters ? n : most_dense_parameters;
  if (rule.dense) numbers += matrices * dense * dense;
  const double twice = copies * (numbers * sizeof(Real) + block_doubles * sizeof(double));
  const double jacobian =
      needs(rule, Need::residuals) ? (data.samples * data.outputs + dense) * dense : 0;
  // Groups, their members, and what each draw needs.
  const double choices = needs(rule, Need::samples) ? data.samples * 16 * sizeof(int) : 0;
  return {twice + jacobian * sizeof(Real) + choices, twice};
}

std::string megabytes(double bytes) {
  return bytes < 1e15 ? text(static_cast<int>(bytes / 1048576 + 0.5)) + " MB" : "far more";
}

MemoryNeed sum(const MemoryNeed& a, const MemoryNeed& b) {
  return {a.held + b.held, a.passing + b.passing};
}

}  // namespace

MemoryNeed memory_need(const Plan& plan) {
  const DataSize data = data_size(plan);
  const bool surface = plan.surface.entry != nullptr;
  const double records = records_bytes(surface, surface ? 0 : plan.hidden.size() + 1);
  if (surface) return sum({records, records}, rule_need(plan, data, 2, 0));
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
  const double workspace = (data.inputs + 6 * units + widest) * Network::chunk;
  const MemoryNeed network{(parameters * held_vectors + workspace) * sizeof(Real) + records,
                           parameters * passing_vectors * sizeof(Real) + records};
  const double width = plan.loss->encoding == Encoding::class_number ? 1 : data.outputs;
  return sum(
      sum(network, samples_need(data.samples, data.inputs + width, plan.own_data != nullptr)),
      rule_need(plan, data, parameters, block_doubles));
}

MemoryNeed memory_need(const Chosen<DatasetEntry>& dataset) {
  return {0, samples_of(dataset) * (dataset.entry->inputs + 1.0) * sizeof(double)};
}

MemoryNeed own_data_need(double samples, double inputs, double outputs) {
  return samples_need(samples, inputs + outputs, true);
}

std::optional<Problem> beyond_run_limit(std::string path, const MemoryNeed& need) {
  if (need.total() <= run_limit_bytes) return std::nullopt;
  return Problem{Refusal::too_large, std::move(path),
                 "must need at most " + megabytes(run_limit_bytes) + " of memory",
                 megabytes(need.total())};
}

std::optional<Problem> Budget::refusal(std::string path, const MemoryNeed& need) const {
  double held = 0, passing = need.passing;
  for (const MemoryNeed& living : living_) {
    held += living.held;
    passing = std::max(passing, living.passing);
  }
  if (held + need.held + passing <= engine_limit_bytes) return std::nullopt;
  return Problem{Refusal::too_large, std::move(path),
                 "must fit into the memory left beside " + text(living_.size()) +
                     " other runs, which hold " + megabytes(held) + " of " +
                     megabytes(engine_limit_bytes),
                 megabytes(need.total())};
}

void Budget::remove(const MemoryNeed& need) {
  const auto same = std::find(living_.begin(), living_.end(), need);
  if (same != living_.end()) living_.erase(same);
}

}  // namespace fall_line
