// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

#include "numeric/lanes.hpp"
#include "numeric/special.hpp"

/// What programs need of a type of numbers beside + - * /. Conditions are numbers, 1 or 0.
namespace fall_line::expression {

/// For float and double. Functions compute in double and round once.
template <class Number>
struct Elementary {
  static Number constant(double x) { return static_cast<Number>(x); }

  static Number less(Number a, Number b) { return a < b ? 1 : 0; }
  static Number less_equal(Number a, Number b) { return a <= b ? 1 : 0; }
  static Number equal(Number a, Number b) { return a == b ? 1 : 0; }
  static Number select(Number condition, Number yes, Number no) {
    return condition != 0 ? yes : no;
  }

  static Number absolute(Number x) { return std::fabs(x); }
  static Number floor(Number x) { return std::floor(x); }
  static Number square_root(Number x) { return std::sqrt(x); }
  static Number sin(Number x) { return static_cast<Number>(special::sin(x)); }
  static Number cos(Number x) { return static_cast<Number>(special::cos(x)); }
  static Number tan(Number x) { return static_cast<Number>(special::sin(x) / special::cos(x)); }
  static Number exp(Number x) { return static_cast<Number>(special::exp(x)); }
  static Number log(Number x) { return static_cast<Number>(special::log(x)); }
  static Number tanh(Number x) { return static_cast<Number>(special::tanh(x)); }
  static Number sigmoid(Number x) { return static_cast<Number>(special::sigmoid(x)); }
  static Number gauss(Number x) {
    return static_cast<Number>(special::exp(-0.5 * (static_cast<double>(x) * x)));
  }
  static Number power(Number x, Number y) { return static_cast<Number>(special::pow(x, y)); }
};

/// Arithmetic and comparisons work on all lanes at once, functions on one lane after another, so
/// that every lane has the bits of the scalar.
template <>
struct Elementary<Lanes> {
  using One = Elementary<Real>;

  static Lanes constant(double x) { return splat(static_cast<Real>(x)); }

  static Lanes less(Lanes a, Lanes b) { return fall_line::select(a < b, Real{1}, Real{0}); }
  static Lanes less_equal(Lanes a, Lanes b) { return fall_line::select(a <= b, Real{1}, Real{0}); }
  static Lanes equal(Lanes a, Lanes b) { return fall_line::select(a == b, Real{1}, Real{0}); }
  static Lanes select(Lanes condition, Lanes yes, Lanes no) {
    return fall_line::select(condition != splat(0), yes, no);
  }

  static Lanes absolute(Lanes x) { return from_bits(to_bits(x) & ~to_bits(splat(Real{-0.0}))); }
  static Lanes floor(Lanes x) { return each(x, One::floor); }
  static Lanes square_root(Lanes x) { return each(x, One::square_root); }
  static Lanes sin(Lanes x) { return each(x, One::sin); }
  static Lanes cos(Lanes x) { return each(x, One::cos); }
  static Lanes tan(Lanes x) { return each(x, One::tan); }
  static Lanes exp(Lanes x) { return each(x, One::exp); }
  static Lanes log(Lanes x) { return each(x, One::log); }
  static Lanes tanh(Lanes x) { return each(x, One::tanh); }
  static Lanes sigmoid(Lanes x) { return each(x, One::sigmoid); }
  static Lanes gauss(Lanes x) { return each(x, One::gauss); }
  static Lanes power(Lanes x, Lanes y) {
    Real bases[lanes], exponents[lanes];
    store(x, bases);
    store(y, exponents);
    for (std::size_t i = 0; i < lanes; ++i) bases[i] = One::power(bases[i], exponents[i]);
    return load(bases);
  }
};

}  // namespace fall_line::expression
