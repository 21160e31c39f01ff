// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

#include "catalog/find.hpp"
#include "optimizer/wrapper.hpp"
#include "support/sampled_network.hpp"

namespace fall_line::reference {

/// The largest allowed distance from the reference, relative to the reference's Euclidean norm.
inline constexpr double tolerance = sizeof(Real) == 8 ? 1e-10 : 1e-3;

/// The result of a comparison: the largest relative distance over the records that can be compared.
struct Comparison {
  double largest = 0;
  int records = 0;
  bool end_met = true;  ///< Whether it converged at the same step, if rounding can't change that.

  bool agrees() const { return largest <= tolerance && end_met; }
  void add(std::span<const Real> ours, const Numbers& theirs) {
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
  void add(const Comparison& other) {
    largest = std::max(largest, other.largest);
    records += other.records;
    end_met = end_met && other.end_met;
  }
};

/// Repeats a trajectory with an optimizer that was made and reset for it. next() selects the next
/// batch.
template <class Next>
Comparison compare(Optimizer& optimizer, const Trajectory& trajectory, Objective& objective,
                   Next next) {
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
  }
  if (trajectory.converged > 0 && last == trajectory.converged) {
    const StepContext context{trajectory.rate(last + 1), random};
    optimizer.step(objective, w, context);
    comparison.end_met = comparison.end_met && !context.outcome.converged.empty();
  }
  return comparison;
}

inline Comparison compare(Optimizer& optimizer, const Trajectory& trajectory) {
  return compare(optimizer, trajectory, *problem(trajectory.problem), [] {});
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

/// The trajectory's hyperparameters in row order, with the rate of its first step.
inline Values values_of(const OptimizerEntry& entry, const Trajectory& trajectory) {
  Values values = values_in_order(entry.hyperparameters, trajectory.hyperparameters);
  if (const auto row = rate_row(entry)) values[*row] = trajectory.rate(1);
  return values;
}

/// Repeats a trajectory with the optimizer that `make(outline)` returns. It may be another than the
/// entry's.
template <class Make>
Comparison compare_made(const OptimizerEntry& entry, const Trajectory& trajectory, Make make) {
  if (needs(entry, Need::samples)) {
    SampledNetwork network(network_named(trajectory.problem));
    const auto optimizer = make(network.outline());
    return compare(*optimizer, trajectory, network, [&] { network.advance(); });
  }
  const auto walked = problem(trajectory.problem);
  const auto optimizer = make(Outline(walked->blocks()));
  return compare(*optimizer, trajectory);
}

inline Comparison compare(const OptimizerEntry& entry, const Trajectory& trajectory) {
  return compare_made(entry, trajectory, [&](const Outline& outline) {
    auto optimizer = entry.make(values_of(entry, trajectory));
    optimizer->reset(outline);
    return optimizer;
  });
}

inline Comparison compare(const WrapperEntry& entry, const Trajectory& trajectory) {
  const OptimizerEntry& inside = *find(optimizers(), trajectory.inside);
  const auto optimizer = entry.make(values_in_order(entry.hyperparameters, trajectory.around),
                                    inside.make(values_of(inside, trajectory)));
  optimizer->reset(problem(trajectory.problem)->blocks());
  return compare(*optimizer, trajectory);
}

}  // namespace fall_line::reference
