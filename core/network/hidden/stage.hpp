// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "numeric/real.hpp"

namespace fall_line {

/// What a batch is for, where stages make a difference.
enum class Pass {
  step,   ///< A step on a mini-batch. Dropout is at work.
  whole,  ///< A question to all training samples at once.
  answer  ///< A question to other samples. Batch statistics are those of all training samples.
};

/// A batch as the network has loaded it.
struct LoadedBatch {
  Pass pass = Pass::step;
  std::uint64_t place = 0;  ///< Of its first sample in the order of all that are drawn.
  std::size_t samples = 0, stride = 0;
};

/// What stands before or after the activation of every hidden layer: normalization, dropout. Values
/// are [unit][stride], derivatives are of the loss, and R is the derivative along a direction v of
/// the parameters. A method for layer l needs the ones above it for that layer.
///
/// Few networks have a stage. Its calls are virtual, so nothing of it is inlined into the steps of
/// others, nor into the part of the engine that a first visit loads.
class HiddenStage {
 public:
  virtual ~HiddenStage() = default;

  /// Whether samples that are no batch need statistics of all training samples, by keep.
  virtual bool keeps_statistics() const { return false; }
  /// Keeps the statistics of the batch that was passed forward last.
  virtual void keep() {}
  /// What was kept: of each hidden layer the mean of each unit, then the variances.
  virtual std::vector<double> kept() const { return {}; }

  virtual void load(const LoadedBatch& batch) = 0;
  /// `out` may be `in`.
  virtual void forward(std::size_t l, std::span<const Real> w, const Real* in, Real* out) = 0;
  /// From dL/d(out) to dL/d(in).
  virtual void backward(std::size_t l, std::span<const Real> w, Real* delta) = 0;
  /// Writes the derivatives by its own parameters, or adds them.
  virtual void gradient(std::size_t, std::span<Real>, bool /*add*/) const {}
  /// The same for each sample alone, where samples do not depend on each other.
  virtual void sample_gradients(std::size_t, Real* /*rows*/, std::size_t /*row_stride*/) const {}
  virtual void add_squared_norms(std::size_t, std::span<double>) const {}

  /// From R in to R out.
  virtual void forward_tangent(std::size_t l, std::span<const Real> w, std::span<const Real> v,
                               Real* R) = 0;
  /// From R dL/d(out) to R dL/d(in), and the same for dL/d(out) itself.
  virtual void backward_tangent(std::size_t l, std::span<const Real> w, std::span<const Real> v,
                                Real* delta, Real* Rdelta) = 0;
  /// Adds the derivative of the gradient by its own parameters.
  virtual void gradient_tangent(std::size_t, std::span<Real>) const {}
};

}  // namespace fall_line
