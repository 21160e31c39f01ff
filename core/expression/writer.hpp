// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "expression/program.hpp"

namespace fall_line::expression {

/// Collects the instructions of a program. One that is there already is not written again.
class Writer {
 public:
  std::uint16_t write(const Instruction& one);
  std::uint16_t constant(double value);
  std::uint16_t negated(std::uint16_t a);
  /// Small integer powers become multiplications, which are exact where a square is.
  std::uint16_t power(std::uint16_t base, std::uint16_t exponent);

  /// Whether there were too many instructions. The rest was dropped.
  bool full() const { return full_; }
  /// The program that gives this register, as numbers.
  std::vector<double> finish(std::uint16_t at) const;

 private:
  std::optional<double> constant_at(std::uint16_t a) const;

  std::vector<Instruction> instructions_;
  std::vector<double> constants_;
  bool full_ = false;
};

}  // namespace fall_line::expression
