// SPDX-License-Identifier: MIT
#include "run/memory.hpp"

#include <algorithm>
#include <bit>

#include "catalog/text.hpp"
#include "run/curve.hpp"
#include "run/needs.hpp"
#include "run/path.hpp"

namespace fall_line {
namespace {

/// State, and a vector to work with.
constexpr double vectors_per_wrapper = 2;

/// Of a vector that doubles its room: what it has when so many are in it.
double grown(double count) {
  return static_cast<double>(std::bit_ceil(static_cast<std::uint64_t>(count)));
}

/// More steps than anybody waits for have so many.
constexpr double most_records = 2048;

/// The curve, and the path of a run on a plane.
double records_bytes(bool on_plane, std::size_t layers) {
  constexpr double first_waypoints = 5000, objects = 16 * 1024;
  const double waypoints = on_plane ? grown(first_waypoints + most_records) : 0;
  const double layer_records = grown(most_records * static_cast<double>(layers));
  return grown(most_records) * sizeof(Record) + layer_records * sizeof(LayerRecord) +
         waypoints * sizeof(Waypoint) + objects;
}

/// What a rule takes beyond a few vectors of n, in its state and in snapshots of it.
MemoryNeed rule_need(const Plan& plan, const ProblemSize& problem) {
  // The state and workspace, and as much again for a snapshot while it grows.
  constexpr double copies = 2, matrices = 2;
  const OptimizerEntry& rule = *plan.optimizer.entry;
  const double n = problem.parameters;
  double numbers = vectors_per_wrapper * static_cast<double>(plan.wrappers.size()) * n;
  if (rule.vectors != nullptr) numbers += rule.vectors(plan.optimizer.values) * n;
  // More parameters are refused for another reason.
  const double dense = n < most_dense_parameters ? n : most_dense_parameters;
  if (rule.dense) numbers += matrices * dense * dense;
  double block_doubles = 0;
  if (rule.block_doubles != nullptr)
    for (const ProblemSize::Block& block : problem.blocks)
      block_doubles += rule.block_doubles(block.rows, block.columns);
  const double twice = copies * (numbers * sizeof(Real) + block_doubles * sizeof(double));
  const double jacobian =
      needs(rule, Need::residuals) ? (problem.samples * problem.outputs + dense) * dense : 0;
  // Groups, their members, and what each draw needs.
  const double choices = needs(rule, Need::samples) ? problem.samples * 16 * sizeof(int) : 0;
  return {twice + jacobian * sizeof(Real) + choices, twice};
}

std::string megabytes(double bytes) {
  return bytes < 1e15 ? text(static_cast<int>(bytes / 1048576 + 0.5)) + " MB" : "far more";
}

}  // namespace

MemoryNeed memory_need(const Plan& plan) {
  const ProblemSize size = plan.problem->size();
  const double records = records_bytes(size.on_plane, size.layers);
  return plan.problem->memory() + MemoryNeed{records, records} + rule_need(plan, size);
}

MemoryNeed memory_need(std::span<const InstrumentEntry* const> instruments,
                       const TrainingProblem& problem) {
  // The trail, and what an instrument works with.
  constexpr double trail_vectors = 3, passing_vectors = 6;
  // Inputs and predictions of a part, and the same as the network takes them.
  constexpr double passing_rows = 4;
  const auto n = static_cast<double>(problem.parameters());
  const RowWidths widths = problem.row_widths();
  const double samples = static_cast<double>(problem.samples().count()) *
                         static_cast<double>(widths.inputs + widths.outputs);
  double columns = 0;
  bool follows = false;
  for (const InstrumentEntry* entry : instruments) {
    columns += static_cast<double>(entry->columns(problem.layers().size()));
    follows = follows || entry->follows_steps;
  }
  const double rows = columns * grown(most_records) * sizeof(double);
  const double trail = follows ? trail_vectors * n * sizeof(Real) : 0;
  return {rows + trail, rows + (passing_vectors * n + passing_rows * samples) * sizeof(double)};
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
