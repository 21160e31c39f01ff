// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "expression/elementary.hpp"
#include "expression/program.hpp"

namespace fall_line::expression {

/// What one instruction gives. `r` are the registers so far.
template <class Number, class Math = Elementary<Number>>
Number result(const Instruction& one, const Program& program, const Number* variables,
              const Number* r) {
  const Number &a = r[one.a], &b = r[one.b], &c = r[one.c];
  switch (one.op) {
    case Op::constant:
      return Math::constant(program.constant(one.a));
    case Op::variable:
      return variables[one.a];
    case Op::negate:
      return -a;
    case Op::add:
      return a + b;
    case Op::subtract:
      return a - b;
    case Op::multiply:
    case Op::both:
      return a * b;
    case Op::divide:
      return a / b;
    case Op::power:
      return Math::power(a, b);
    case Op::less:
      return Math::less(a, b);
    case Op::less_equal:
      return Math::less_equal(a, b);
    case Op::equal:
      return Math::equal(a, b);
    case Op::either:
      return Math::select(a, a, b);
    case Op::negation:
      return Math::constant(1) - a;
    case Op::select:
      return Math::select(a, b, c);
    case Op::minimum:
      return Math::select(Math::less(b, a), b, a);
    case Op::maximum:
      return Math::select(Math::less(a, b), b, a);
    case Op::absolute:
      return Math::absolute(a);
    case Op::sign: {
      // A zero keeps its sign, and NaN stays NaN.
      const Number zero = Math::constant(0);
      const Number other = Math::select(Math::less(a, zero), Math::constant(-1), a * zero);
      return Math::select(Math::less(zero, a), Math::constant(1), other);
    }
    case Op::floor:
      return Math::floor(a);
    case Op::square_root:
      return Math::square_root(a);
    case Op::sin:
      return Math::sin(a);
    case Op::cos:
      return Math::cos(a);
    case Op::tan:
      return Math::tan(a);
    case Op::exp:
      return Math::exp(a);
    case Op::log:
      return Math::log(a);
    case Op::tanh:
      return Math::tanh(a);
    case Op::sigmoid:
      return Math::sigmoid(a);
    case Op::relu: {
      const Number zero = Math::constant(0);
      return Math::select(Math::less_equal(a, zero), zero, a);
    }
    case Op::gauss:
      return Math::gauss(a);
  }
  return a;
}

/// The value of a program for any type of numbers: float, double, Lanes, or jets with derivatives.
/// Allocates nothing.
template <class Number>
Number evaluate(const Program& program, const Number* variables) {
  // Raw memory, because constructing all registers of a jet would cost more than most programs.
  alignas(Number) std::byte memory[most_instructions * sizeof(Number)];
  auto* r = reinterpret_cast<Number*>(memory);
  const std::size_t size = program.size();
  for (std::size_t i = 0; i < size; ++i) {
    std::construct_at(r + i, result<Number>(program[i], program, variables, r));
  }
  return r[size - 1];
}

/// The values for a list of points: `variables` has a column for each variable.
inline void evaluate(const Program& program, std::span<const Real* const> variables,
                     std::span<Real> out) {
  constexpr std::size_t most_variables = 8;
  each_vector(out.size(), [&](std::size_t i, std::size_t count) {
    Lanes at[most_variables];
    for (std::size_t k = 0; k < variables.size(); ++k) at[k] = load(variables[k] + i, count);
    store(evaluate<Lanes>(program, at), out.data() + i, count);
  });
}

}  // namespace fall_line::expression
