// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>

#include "numeric/special.hpp"

namespace fall_line {

/// A value with its first and second derivatives by x and y: forward-mode differentiation, exact to
/// rounding. A formula written once for any number type gives its gradient and Hessian through it.
struct Jet {
  double f = 0;
  double x = 0, y = 0;            ///< Gradient.
  double xx = 0, xy = 0, yy = 0;  ///< Hessian.

  constexpr Jet() = default;
  // Not explicit, because constants mix with variables.
  constexpr Jet(double constant) : f(constant) {}
  constexpr Jet(double f0, double x0, double y0, double xx0, double xy0, double yy0)
      : f(f0), x(x0), y(y0), xx(xx0), xy(xy0), yy(yy0) {}

  static constexpr Jet variable_x(double at) { return {at, 1, 0, 0, 0, 0}; }
  static constexpr Jet variable_y(double at) { return {at, 0, 1, 0, 0, 0}; }
};

constexpr Jet operator+(const Jet& a, const Jet& b) {
  return {a.f + b.f, a.x + b.x, a.y + b.y, a.xx + b.xx, a.xy + b.xy, a.yy + b.yy};
}
constexpr Jet operator-(const Jet& a) { return {-a.f, -a.x, -a.y, -a.xx, -a.xy, -a.yy}; }
constexpr Jet operator-(const Jet& a, const Jet& b) { return a + -b; }
constexpr Jet operator*(const Jet& a, const Jet& b) {
  return {a.f * b.f,
          a.x * b.f + a.f * b.x,
          a.y * b.f + a.f * b.y,
          a.xx * b.f + 2 * (a.x * b.x) + a.f * b.xx,
          a.xy * b.f + a.x * b.y + a.y * b.x + a.f * b.xy,
          a.yy * b.f + 2 * (a.y * b.y) + a.f * b.yy};
}

constexpr Jet operator/(const Jet& a, double b) {
  return {a.f / b, a.x / b, a.y / b, a.xx / b, a.xy / b, a.yy / b};
}

constexpr Jet operator/(const Jet& a, const Jet& b) {
  const double f = a.f / b.f;
  const double x = (a.x - f * b.x) / b.f, y = (a.y - f * b.y) / b.f;
  return {f,
          x,
          y,
          (a.xx - 2 * (x * b.x) - f * b.xx) / b.f,
          (a.xy - x * b.y - y * b.x - f * b.xy) / b.f,
          (a.yy - 2 * (y * b.y) - f * b.yy) / b.f};
}

/// h(a) by the chain rule, from h, h', h'' at a.f.
constexpr Jet chain(const Jet& a, double h, double h1, double h2) {
  return {h,
          h1 * a.x,
          h1 * a.y,
          h2 * (a.x * a.x) + h1 * a.xx,
          h2 * (a.x * a.y) + h1 * a.xy,
          h2 * (a.y * a.y) + h1 * a.yy};
}

inline Jet sin(const Jet& a) {
  const double s = special::sin(a.f), c = special::cos(a.f);
  return chain(a, s, c, -s);
}
inline Jet cos(const Jet& a) {
  const double s = special::sin(a.f), c = special::cos(a.f);
  return chain(a, c, -s, -c);
}
inline Jet exp(const Jet& a) {
  const double e = special::exp(a.f);
  return chain(a, e, e, e);
}
/// √((x² + y²) / 2), a cone whose tip is at [0, 0]. By convention its gradient and Hessian are 0
/// there, and its Hessian is 0 also within 1e-18 of the tip: no value tells such points apart, and
/// the square of a Hessian of size 1 / r has to stay finite in 32 bits. Its gradient is right at
/// any distance, however far the squares underflow or overflow.
inline Jet root_mean_square(double x, double y) {
  const double size = std::max(std::fabs(x), std::fabs(y));
  if (size == 0) return {};
  if (size < 1e-18 || size > 1e150) {
    const double u = x / size, v = y / size, r = std::sqrt(0.5 * (u * u + v * v));
    return {size * r, 0.5 * u / r, 0.5 * v / r, 0, 0, 0};
  }
  const Jet jx = Jet::variable_x(x), jy = Jet::variable_y(y);
  const Jet a = 0.5 * (jx * jx + jy * jy);
  const double r = std::sqrt(a.f);
  return chain(a, r, 0.5 / r, -0.25 / (r * a.f));
}

template <class T>
constexpr T square(const T& a) {
  return a * a;
}

}  // namespace fall_line
