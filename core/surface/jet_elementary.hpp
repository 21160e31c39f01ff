// SPDX-License-Identifier: MIT
#pragma once

#include "expression/elementary.hpp"
#include "surface/jet.hpp"

namespace fall_line::expression {

/// Expressions on jets. Where a derivative does not exist, as at the tip of |x|, it counts as 0.
/// Conditions have no slope.
template <>
struct Elementary<Jet> {
  using Value = Elementary<double>;

  static Jet constant(double x) { return x; }

  static Jet less(const Jet& a, const Jet& b) { return Value::less(a.f, b.f); }
  static Jet less_equal(const Jet& a, const Jet& b) { return Value::less_equal(a.f, b.f); }
  static Jet equal(const Jet& a, const Jet& b) { return Value::equal(a.f, b.f); }
  static Jet select(const Jet& condition, const Jet& yes, const Jet& no) {
    return condition.f != 0 ? yes : no;
  }

  static Jet absolute(const Jet& a) {
    const double slope = a.f > 0 ? 1 : a.f < 0 ? -1 : 0;
    return chain(a, Value::absolute(a.f), slope, 0);
  }
  static Jet floor(const Jet& a) { return Value::floor(a.f); }
  static Jet square_root(const Jet& a) {
    const double r = Value::square_root(a.f);
    if (r == 0) return r;
    return chain(a, r, 0.5 / r, -0.25 / (r * a.f));
  }
  static Jet sin(const Jet& a) { return fall_line::sin(a); }
  static Jet cos(const Jet& a) { return fall_line::cos(a); }
  static Jet tan(const Jet& a) {
    const double t = Value::tan(a.f), slope = 1 + t * t;
    return chain(a, t, slope, 2 * t * slope);
  }
  static Jet exp(const Jet& a) { return fall_line::exp(a); }
  static Jet log(const Jet& a) { return chain(a, Value::log(a.f), 1 / a.f, -1 / (a.f * a.f)); }
  static Jet tanh(const Jet& a) {
    const double t = Value::tanh(a.f), slope = 1 - t * t;
    return chain(a, t, slope, -2 * t * slope);
  }
  static Jet sigmoid(const Jet& a) {
    const double s = Value::sigmoid(a.f), slope = s * (1 - s);
    return chain(a, s, slope, slope * (1 - 2 * s));
  }
  static Jet gauss(const Jet& a) {
    const double g = Value::gauss(a.f);
    return chain(a, g, -a.f * g, (a.f * a.f - 1) * g);
  }
  static Jet power(const Jet& a, const Jet& b) {
    const double f = Value::power(a.f, b.f);
    const bool is_constant = b.x == 0 && b.y == 0 && b.xx == 0 && b.xy == 0 && b.yy == 0;
    if (is_constant) {
      const auto falling = [&](double factor, double less) {
        return factor == 0 ? 0 : factor * Value::power(a.f, b.f - less);
      };
      return chain(a, f, falling(b.f, 1), falling(b.f * (b.f - 1), 2));
    }
    // a^b = e^(b log a)
    return chain(b * log(a), f, f, f);
  }
};

}  // namespace fall_line::expression
