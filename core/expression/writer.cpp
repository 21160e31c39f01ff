// SPDX-License-Identifier: MIT
#include "expression/writer.hpp"

#include <cmath>

namespace fall_line::expression {

std::uint16_t Writer::write(const Instruction& one) {
  const double packed = Program::packed(one);
  for (std::size_t i = 0; i < instructions_.size(); ++i)
    if (Program::packed(instructions_[i]) == packed) return static_cast<std::uint16_t>(i);
  full_ = full_ || instructions_.size() == most_instructions;
  if (full_) return 0;
  instructions_.push_back(one);
  return static_cast<std::uint16_t>(instructions_.size() - 1);
}

std::uint16_t Writer::constant(double value) {
  std::size_t i = 0;
  // There are no negative zeros here: sources have no signs within numbers.
  while (i < constants_.size() && constants_[i] != value) ++i;
  if (i == most_instructions) full_ = true;
  if (full_) return 0;
  if (i == constants_.size()) constants_.push_back(value);
  return write({Op::constant, static_cast<std::uint16_t>(i)});
}

std::optional<double> Writer::constant_at(std::uint16_t a) const {
  if (a >= instructions_.size() || instructions_[a].op != Op::constant) return {};
  return constants_[instructions_[a].a];
}

std::uint16_t Writer::negated(std::uint16_t a) {
  const auto value = constant_at(a);
  // A constant, so that x^-2 has an integer exponent.
  if (value && *value != 0) return constant(-*value);
  return write({Op::negate, a});
}

std::uint16_t Writer::power(std::uint16_t base, std::uint16_t exponent) {
  constexpr double largest = 16;
  const auto value = constant_at(exponent);
  if (!value || std::fabs(*value) > largest || *value != std::floor(*value))
    return write({Op::power, base, exponent});
  if (*value == 0) return constant(1);
  // By repeated squaring.
  std::optional<std::uint16_t> product;
  std::uint16_t square = base;
  for (auto bits = static_cast<unsigned>(std::fabs(*value));;
       square = write({Op::multiply, square, square})) {
    if ((bits & 1) != 0) product = product ? write({Op::multiply, *product, square}) : square;
    bits /= 2;
    if (bits == 0) break;
  }
  return *value > 0 ? *product : write({Op::divide, constant(1), *product});
}

std::vector<double> Writer::finish(std::uint16_t at) const {
  // Only what leads to the value: an exponent that became multiplications does not.
  std::vector<bool> needed(at + std::size_t{1});
  needed[at] = true;
  for (std::size_t i = at + std::size_t{1}; i-- > 0;) {
    const Instruction& one = instructions_[i];
    if (!needed[i] || one.op == Op::constant || one.op == Op::variable) continue;
    // An operand that is not used is register 0, and an instruction more does no harm.
    needed[one.a] = needed[one.b] = needed[one.c] = true;
  }
  std::vector<std::uint16_t> moved(needed.size());
  std::vector<double> numbers{0}, constants;
  for (std::size_t i = 0; i < needed.size(); ++i) {
    if (!needed[i]) continue;
    Instruction one = instructions_[i];
    moved[i] = static_cast<std::uint16_t>(numbers.size() - 1);
    if (one.op == Op::constant) {
      constants.push_back(constants_[one.a]);
      one.a = static_cast<std::uint16_t>(constants.size() - 1);
    } else if (one.op != Op::variable) {
      one = {one.op, moved[one.a], moved[one.b], moved[one.c]};
    }
    numbers.push_back(Program::packed(one));
  }
  numbers[0] = static_cast<double>(numbers.size() - 1);
  numbers.insert(numbers.end(), constants.begin(), constants.end());
  return numbers;
}

}  // namespace fall_line::expression
