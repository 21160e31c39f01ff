// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

/// An expression as a list of instructions over registers. Instruction i writes register i, and
/// its operands are registers before it, so one pass in order computes all. The value is the last
/// register. There are no jumps: `if` computes both values and selects one.
namespace fall_line::expression {

enum class Op : std::uint8_t {
  constant,  ///< a: its index among the constants.
  variable,  ///< a: its index among the variables.
  negate,
  add,
  subtract,
  multiply,
  divide,
  power,
  // Conditions are 1 where they hold and 0 elsewhere.
  less,
  less_equal,
  equal,
  both,
  either,
  negation,
  select,  ///< b where a holds, c elsewhere.
  minimum,
  maximum,
  absolute,
  sign,
  floor,
  square_root,
  sin,
  cos,
  tan,
  exp,
  log,
  tanh,
  sigmoid,
  relu,
  gauss,
};

struct Instruction {
  Op op;
  std::uint16_t a = 0, b = 0, c = 0;
};

/// More would be a mistake. A program of this length takes a few microseconds.
inline constexpr std::size_t most_instructions = 256;

/// A program in a list of numbers, which the values of a component's settings can hold: how many
/// instructions there are, each of them as an integer, and then the constants.
class Program {
 public:
  Program() = default;
  explicit Program(std::span<const double> numbers) : numbers_(numbers) {}

  std::size_t size() const { return numbers_.empty() ? 0 : static_cast<std::size_t>(numbers_[0]); }
  Instruction operator[](std::size_t i) const { return unpacked(numbers_[1 + i]); }
  double constant(std::size_t i) const { return numbers_[1 + size() + i]; }

  /// 6 bits for the operation and 10 for each operand: exact in a double.
  static double packed(const Instruction& one) {
    return static_cast<double>(std::uint64_t{one.c} << 26 | std::uint64_t{one.b} << 16 |
                               std::uint64_t{one.a} << 6 | static_cast<std::uint64_t>(one.op));
  }
  static Instruction unpacked(double number) {
    const auto bits = static_cast<std::uint64_t>(number);
    const auto operand = [&](int shift) {
      return static_cast<std::uint16_t>(bits >> shift & 1023);
    };
    return {static_cast<Op>(bits & 63), operand(6), operand(16), operand(26)};
  }

 private:
  std::span<const double> numbers_;
};

}  // namespace fall_line::expression
