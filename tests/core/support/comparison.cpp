// SPDX-License-Identifier: MIT
#include "support/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "catalog/find.hpp"
#include "support/reference_problems.hpp"
#include "support/sampled_network.hpp"

namespace fall_line::reference {
namespace {

/// The same on a given objective. next() selects its next batch.
Comparison compare(Optimizer& optimizer, const Trajectory& trajectory, Objective& objective,
                   const std::function<void()>& next) {
  Vector w;
  for (const double x : trajectory.start) w.push_back(static_cast<Real>(x));
  Vector evaluation(w.size());
  Stream random("optimizer", 1);
  Comparison comparison;
  const int last = sizeof(Real) == 8 ? trajectory.holds_in_double : trajectory.holds_in_float;
  for (int t = 1; t <= last; ++t) {
    next();
    const StepContext context{trajectory.rate(t), random};
    optimizer.step(objective, w, context);
    comparison.end_met = comparison.end_met && context.outcome.converged.empty();
    if (const auto at = trajectory.points.find(t); at != trajectory.points.end())
      comparison.add(w, at->second);
    if (const auto at = trajectory.evaluations.find(t); at != trajectory.evaluations.end()) {
      optimizer.evaluation(w, evaluation);
      comparison.add(evaluation, at->second);
    }
    if (!comparison.agrees()) return comparison;
  }
  if (trajectory.converged > 0 && last == trajectory.converged) {
    const StepContext context{trajectory.rate(last + 1), random};
    optimizer.step(objective, w, context);
    comparison.end_met = comparison.end_met && !context.outcome.converged.empty();
  }
  return comparison;
}

/// The given values in row order. Every hyperparameter must be given.
template <class Given>
Values values_in_order(std::span<const Hyperparameter> rows, const Given& given) {
  Values values(rows.size(), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (const auto& [name, value] : given)
      if (name == rows[i].id) values[i] = value;
  return values;
}

}  // namespace

void Comparison::add(std::span<const Real> ours, const Numbers& theirs) {
  double difference = 0, size = 0;
  for (std::size_t i = 0; i < theirs.size(); ++i) {
    difference += std::pow(static_cast<double>(ours[i]) - theirs[i], 2);
    size += theirs[i] * theirs[i];
  }
  const double distance = std::sqrt(difference / size);
  // NaN counts as infinitely far.
  largest = distance <= largest ? largest : distance >= 0 ? distance : HUGE_VAL;
  records += 1;
}

void Comparison::add(const Comparison& other) {
  largest = std::max(largest, other.largest);
  records += other.records;
  end_met = end_met && other.end_met;
}

Comparison compare(Optimizer& optimizer, const Trajectory& trajectory) {
  return compare(optimizer, trajectory, *problem(trajectory.problem), [] {});
}

Values values_of(const OptimizerEntry& entry, const Trajectory& trajectory) {
  Values values = values_in_order(entry.hyperparameters, trajectory.hyperparameters);
  if (const auto row = rate_row(entry)) values[*row] = trajectory.rate(1);
  return values;
}

Comparison compare_made(const OptimizerEntry& entry, const Trajectory& trajectory,
                        const Make& make) {
  if (needs(entry, Need::samples)) {
    SampledNetwork network(network_named(trajectory.problem));
    const auto optimizer = make(network.outline());
    return compare(*optimizer, trajectory, network, [&] { network.advance(); });
  }
  const auto walked = problem(trajectory.problem);
  const auto optimizer = make(Outline(walked->blocks()));
  return compare(*optimizer, trajectory);
}

Comparison compare(const OptimizerEntry& entry, const Trajectory& trajectory) {
  return compare_made(entry, trajectory, [&](const Outline& outline) {
    auto optimizer = entry.make(values_of(entry, trajectory));
    optimizer->reset(outline);
    return optimizer;
  });
}

Comparison compare(const WrapperEntry& entry, const Trajectory& trajectory) {
  const OptimizerEntry& inside = *find(optimizers(), trajectory.inside);
  const auto optimizer = entry.make(values_in_order(entry.hyperparameters, trajectory.around),
                                    inside.make(values_of(inside, trajectory)));
  optimizer->reset(problem(trajectory.problem)->blocks());
  return compare(*optimizer, trajectory);
}

}  // namespace fall_line::reference
