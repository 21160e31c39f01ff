// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <span>

#include "optimizer/optimizer.hpp"
#include "optimizer/wrapper.hpp"
#include "support/trajectories.hpp"

namespace fall_line::reference {

/// The largest allowed distance from the reference, relative to the reference's Euclidean norm.
inline constexpr double tolerance = sizeof(Real) == 8 ? 1e-10 : 1e-3;

/// The result of a comparison: the largest relative distance over the records that can be compared.
struct Comparison {
  double largest = 0;
  int records = 0;
  bool end_met = true;  ///< Whether it converged at the same step, if rounding can't change that.

  bool agrees() const { return largest <= tolerance && end_met; }
  void add(std::span<const Real> ours, const Numbers& theirs);
  void add(const Comparison& other);
};

/// Repeats a trajectory with an optimizer that was made and reset for it, until the two differ.
Comparison compare(Optimizer& optimizer, const Trajectory& trajectory);

/// The trajectory's hyperparameters in row order, with the rate of its first step.
Values values_of(const OptimizerEntry& entry, const Trajectory& trajectory);

using Make = std::function<std::unique_ptr<Optimizer>(const Outline& outline)>;

/// Repeats a trajectory with the optimizer that `make` returns. It may be another than the entry's.
Comparison compare_made(const OptimizerEntry& entry, const Trajectory& trajectory,
                        const Make& make);

Comparison compare(const OptimizerEntry& entry, const Trajectory& trajectory);
Comparison compare(const WrapperEntry& entry, const Trajectory& trajectory);

}  // namespace fall_line::reference
