// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>
#include <utility>
#include <vector>

#include "numeric/matrix.hpp"
#include "objective/objective.hpp"

/// Square matrices over the sides of weight matrices, for Shampoo and its kin: one after another in
/// a flat vector, for each block that of its rows, then that of its columns. They are double in
/// both engines, since float would lose the small eigenvalues beside the large ones.
namespace fall_line::sides {

/// The cost of eigenvectors grows with the cube of the length: longer sides would stall a race.
inline constexpr double longest = 128;

/// Whether a rule keeps a matrix for a side of this length, given the length of the other side.
using Kept = bool (*)(double length, double other);

/// One side of a block: the block, or its transpose, has as many rows as this side is long.
struct Side {
  bool turned;
  std::size_t length, offset;  ///< Of its matrix, among all.

  template <class T>
  dense::MatrixView<T> view(const dense::MatrixView<T>& block) const {
    return turned ? block.transposed() : block;
  }
  dense::MatrixView<double> matrix(std::vector<double>& all) const {
    return {all.data() + offset, length, length};
  }
};

/// The sides of a block that have matrices, the first of them at `offset`.
class Sides {
 public:
  Sides(Kept kept, const ParameterBlock& block, std::size_t offset) : end_offset_(offset) {
    add(kept, false, block.rows, block.columns);
    add(kept, true, block.columns, block.rows);
  }
  const Side* begin() const { return sides_.data(); }
  const Side* end() const { return begin() + count_; }
  std::size_t count() const { return count_; }
  /// Where the matrices of the next block begin.
  std::size_t end_offset() const { return end_offset_; }

 private:
  void add(Kept kept, bool turned, std::size_t length, std::size_t other) {
    if (!kept(static_cast<double>(length), static_cast<double>(other))) return;
    sides_[count_++] = {turned, length, end_offset_};
    end_offset_ += length * length;
  }

  std::array<Side, 2> sides_{};
  std::size_t count_ = 0, end_offset_;
};

/// The matrices of all blocks, zero.
inline std::vector<double> matrices(Kept kept, std::span<const ParameterBlock> blocks) {
  std::size_t size = 0;
  for (const ParameterBlock& block : blocks) size = Sides(kept, block, size).end_offset();
  return std::vector<double>(size);
}

/// How many doubles those of one block are.
constexpr double elements(Kept kept, double rows, double columns) {
  return (kept(rows, columns) ? rows * rows : 0) + (kept(columns, rows) ? columns * columns : 0);
}

/// A block that is multiplied from its sides.
class Product {
 public:
  void load(std::span<const Real> values, const ParameterBlock& block) {
    rows_ = block.rows;
    columns_ = block.columns;
    values_.resize(block.size());
    product_.resize(block.size());
    for (std::size_t i = 0; i < block.size(); ++i)
      values_[i] = static_cast<double>(values[block.offset + i]);
  }
  /// X ← M X, where X is the block as seen from the side.
  void multiply(const Side& side, const dense::MatrixView<double>& m) {
    dense::multiply(m, side.view(view(values_)), side.view(view(product_)));
    std::swap(values_, product_);
  }
  std::span<double> values() { return values_; }

 private:
  dense::MatrixView<double> view(std::vector<double>& values) const {
    return {values.data(), rows_, columns_};
  }

  std::size_t rows_ = 0, columns_ = 0;
  std::vector<double> values_, product_;
};

}  // namespace fall_line::sides
