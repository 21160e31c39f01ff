// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "catalog/docs.hpp"
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
  Real* delta;   ///< [unit][stride]: scale * d(loss of the sample)/d(output). Null: not wanted.
  double scale;  ///< 1 / samples of the whole batch.
};

/// How a loss expects classification targets.
enum class Encoding {
  class_number,  ///< One number, 0...
  values,        ///< ±1 for two classes, one-hot for more. Regression targets as they are.
};

struct LossEntry {
  std::string_view id;
  bool classification = true, regression = false;
  Encoding encoding = Encoding::values;
  /// True: a sigmoid or softmax turns outputs into probabilities. False: outputs are scores.
  bool probabilities = false;
  /// The loss is the mean of squared errors, so Gauss-Newton methods apply.
  bool squares = false;
  /// Sum over the samples of each sample's loss. Writes delta for the samples, not the padding.
  double (*evaluate)(const LossBatch& batch) = nullptr;
  /// Writes to delta scale * H * tangent, [unit][stride], where H is the Hessian of the sample's
  /// loss with respect to its outputs. Where the slope jumps, the jump is ignored.
  void (*differentiate)(const LossBatch& batch, const Real* tangent) = nullptr;
  /// Writes to delta R z for random signs z, [unit][stride], where R Rᵀ is the Hessian of the
  /// sample's loss with respect to its outputs. Null: the loss is not a negative log-likelihood.
  void (*multiply_by_root)(const LossBatch& batch, const Real* signs) = nullptr;

  bool supports(Task task) const {
    return task == Task::classification ? classification : regression;
  }
};

/// The body of a Python function of `outputs` and `y` that returns the mean loss of a batch with
/// Keras. It may use `ops`, keras.ops, of which some backends compute `mean`, `maximum` and `where`
/// in 32 bits. Empty: the loss does not take such targets.
struct KerasLossCode {
  std::string_view two_classes;  ///< y: a column of class numbers, as floats. Outputs: one column.
  std::string_view columns;      ///< y: as many columns as the outputs, one-hot for classes.
};

/// The body of a Python function that returns the mean loss of a batch in PyTorch, for each kind of
/// targets y. It may use F, torch.nn.functional. Empty: the loss does not take such targets.
struct LossCode {
  std::string_view two_classes;  ///< y: class numbers. Outputs: one column.
  std::string_view classes;      ///< y: class numbers. Outputs: a column for each class.
  std::string_view values = {};  ///< y: as many columns as the outputs.
  KerasLossCode keras = {};
};

struct LossDocs {
  std::string_view name, summary;
  LossCode code;
};

std::span<const LossEntry* const> losses();
const LossDocs& docs_of(const LossEntry& entry);

/// The loss of a task when none is chosen.
const LossEntry& default_loss(Task task);

/// The number of output units: one for two classes, one per class for more, and one per target
/// value for regression.
constexpr int output_units(Task task, int classes, int outputs) {
  if (task == Task::regression) return outputs;
  return classes == 2 ? 1 : classes;
}

}  // namespace fall_line
