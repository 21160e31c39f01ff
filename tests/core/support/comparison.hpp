// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

#include "optimizer/optimizer.hpp"
#include "support/reference_problems.hpp"

namespace fall_line::reference {

/// How far apart two points may be, relative to the Euclidean norm of the reference's.
inline constexpr double tolerance = sizeof(Real) == 8 ? 1e-10 : 1e-3;

/// The largest relative distance from a trajectory, over its comparable records.
struct Comparison {
  double largest = 0;
  int records = 0;

  bool agrees() const { return largest <= tolerance; }
  void add(std::span<const Real> ours, const Numbers& theirs) {
    double difference = 0, size = 0;
    for (std::size_t i = 0; i < theirs.size(); ++i) {
      difference += std::pow(static_cast<double>(ours[i]) - theirs[i], 2);
      size += theirs[i] * theirs[i];
    }
    const double distance = std::sqrt(difference / size);
    // A NaN is as far as can be.
    largest = distance <= largest ? largest : distance >= 0 ? distance : HUGE_VAL;
    records += 1;
  }
  void add(const Comparison& other) {
    largest = std::max(largest, other.largest);
    records += other.records;
  }
};

/// Walks as the trajectory did, with an optimizer that has been made and reset for it.
inline Comparison compare(Optimizer& optimizer, const Trajectory& trajectory) {
  const std::unique_ptr<Objective> objective = problem(trajectory.problem);
  Vector w;
  for (const double x : trajectory.start) w.push_back(static_cast<Real>(x));
  Vector evaluation(w.size());
  Stream random("optimizer", 1);
  Comparison comparison;
  const int last = sizeof(Real) == 8 ? trajectory.holds_in_double : trajectory.holds_in_float;
  for (int t = 1; t <= last; ++t) {
    optimizer.step(*objective, w, {trajectory.rate(t), random});
    if (const auto at = trajectory.points.find(t); at != trajectory.points.end())
      comparison.add(w, at->second);
    if (const auto at = trajectory.evaluations.find(t); at != trajectory.evaluations.end()) {
      optimizer.evaluation(w, evaluation);
      comparison.add(evaluation, at->second);
    }
  }
  return comparison;
}

/// The trajectory's hyperparameters in row order; the rate is that of the first step.
inline Values values_of(const OptimizerEntry& entry, const Trajectory& trajectory) {
  Values values = defaults_of(entry.hyperparameters);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string_view id = entry.hyperparameters[i].id;
    // A hyperparameter that the trajectory doesn't state leaves nothing to compare.
    if (id == "learningRate") {
      values[i] = trajectory.rate(1);
      continue;
    }
    values[i] = std::numeric_limits<double>::quiet_NaN();
    for (const auto& [name, value] : trajectory.hyperparameters)
      if (name == id) values[i] = value;
  }
  return values;
}

inline Comparison compare(const OptimizerEntry& entry, const Trajectory& trajectory) {
  const auto optimizer = entry.make(values_of(entry, trajectory));
  optimizer->reset(problem(trajectory.problem)->blocks());
  return compare(*optimizer, trajectory);
}

}  // namespace fall_line::reference
