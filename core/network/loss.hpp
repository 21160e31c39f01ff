// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "catalog/lean.hpp"
#include "data/samples.hpp"
#include "numeric/real.hpp"

namespace fall_line {

/// Outputs of a batch, their targets, and where the derivatives go.
struct LossBatch {
  std::size_t units;    ///< Output units.
  std::size_t count;    ///< Samples.
  std::size_t stride;   ///< Samples per row of outputs and delta, padding included.
  const Real* outputs;  ///< [unit][stride], linear.
  const Real* targets;  ///< [sample][target_width], encoded as the loss wants them.
  Real* delta;   ///< [unit][stride]: scale * d(loss of the sample)/d(output); null: not wanted.
  double scale;  ///< 1 / samples of the whole batch.
};

/// How a loss wants classification targets.
enum class Encoding {
  class_number,  ///< One number, 0...
  values,        ///< ±1 for two classes, one-hot for more. Regression targets as they are.
};

struct LossEntry {
  std::string_view id, name, summary;
  bool classification = true, regression = false;
  Encoding encoding = Encoding::values;
  /// Outputs become probabilities by sigmoid or softmax; elsewhere they are scores.
  bool probabilities = false;
  /// Is the mean of the squared errors: a sum of squares, as Gauss and Newton want it.
  bool squares = false;
  std::span<const Hyperparameter> hyperparameters = {};
  /// Sum over the samples of each sample's loss. Writes delta for the samples, not the padding.
  double (*evaluate)(const LossBatch& batch) = nullptr;
  /// Writes to delta the derivative of what `evaluate` writes there when the outputs move along
  /// `tangent`, [unit][stride]: scale * (Hessian by the sample's outputs) * tangent. At a kink the
  /// jump of the slope is left out.
  void (*differentiate)(const LossBatch& batch, const Real* tangent) = nullptr;
  /// Writes to delta R z for signs z, [unit][stride], where R Rᵀ is the Hessian by the sample's
  /// outputs. Null: the loss is no -log p(target) of a belief about targets.
  void (*multiply_by_root)(const LossBatch& batch, const Real* signs) = nullptr;

  bool supports(Task task) const {
    return task == Task::classification ? classification : regression;
  }
};

std::span<const LossEntry* const> losses();

/// The loss of a task when none is chosen.
const LossEntry& default_loss(Task task);

/// Output units: one for two classes, else one a class; regression: the target values.
constexpr int output_units(Task task, int classes, int outputs) {
  if (task == Task::regression) return outputs;
  return classes == 2 ? 1 : classes;
}

}  // namespace fall_line
