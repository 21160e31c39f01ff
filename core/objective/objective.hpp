// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "numeric/real.hpp"

namespace fall_line {

/// Samples whose loss or gradient was computed, by kind; a gradient brings its loss along. Product
/// with the Hessian count 2 in samples().
struct Work {
  std::uint64_t loss = 0, gradient = 0, hessian_product = 0;

  std::uint64_t samples() const { return loss + gradient + 2 * hessian_product; }
};

/// Where a matrix of parameters stands among all: rows x columns, row-major, from `offset` on. For
/// rules that treat layers or matrices as wholes.
struct ParameterBlock {
  std::size_t offset, rows, columns;

  std::size_t size() const { return rows * columns; }
};

/// What an optimizer sees of a problem: a function of n parameters, known through its values and
/// gradients on the current mini-batch. Every call is counted.
class Objective {
 public:
  virtual ~Objective() = default;

  /// n
  virtual std::size_t size() const = 0;
  /// All parameters, in order: of each layer the weight matrix, then the biases, which are a
  /// column; a surface is one column of two.
  virtual std::span<const ParameterBlock> blocks() const = 0;
  /// Loss on the current batch at w, penalties included; writes its gradient to g.
  virtual double gradient(std::span<const Real> w, std::span<Real> g) = 0;
};

}  // namespace fall_line
