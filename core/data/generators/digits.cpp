// SPDX-License-Identifier: MIT
#include "data/generators/digits.hpp"

#include <algorithm>
#include <cmath>

#include "data/generators/digit_strokes.hpp"

namespace fall_line {
namespace {

constexpr int pieces = 6;  ///< Straight pieces between two points of a stroke.

/// The random distortion of one digit in the unit box, about its center: x ← A x + b + waves(x).
class Deformation {
 public:
  Deformation(double strength, Stream& stream) {
    const double turn = 0.1 * strength * stream.normal(), lean = 0.15 * strength * stream.normal();
    const double width = special::exp(0.1 * strength * stream.normal());
    const double height = special::exp(0.08 * strength * stream.normal());
    const double c = special::cos(turn), s = special::sin(turn);
    xx_ = c * width, xy_ = c * lean - s * height;
    yx_ = s * width, yy_ = s * lean + c * height;
    x_ = 0.03 * strength * stream.normal(), y_ = 0.03 * strength * stream.normal();
    for (Wave& wave : waves_) {
      wave.dx = 0.02 * strength * stream.normal(), wave.dy = 0.02 * strength * stream.normal();
      wave.fx = stream.uniform(-1.2, 1.2), wave.fy = stream.uniform(-1.2, 1.2);
      wave.phase = stream.uniform(0, 2 * pi);
    }
  }

  Point operator()(Point p) const {
    const double x = p.x - 0.5, y = p.y - 0.5;
    Point moved{0.5 + xx_ * x + xy_ * y + x_, 0.5 + yx_ * x + yy_ * y + y_};
    for (const Wave& wave : waves_) {
      const double swing = special::sin(2 * pi * (wave.fx * x + wave.fy * y) + wave.phase);
      moved.x += wave.dx * swing;
      moved.y += wave.dy * swing;
    }
    return moved;
  }

 private:
  struct Wave {
    double dx, dy, fx, fy, phase;
  };
  double xx_, xy_, yx_, yy_, x_, y_;
  std::array<Wave, 3> waves_;
};

/// The point at t in [0, 1] between points i and i + 1: on the line between them, or on the cubic
/// of Catmull & Rom (1974) through their neighbours, the end points doubled.
Point between(const Stroke& stroke, std::size_t i, double t) {
  const auto p = stroke.points;
  const Point b = p[i], c = p[i + 1];
  if (!stroke.curved) return {b.x + t * (c.x - b.x), b.y + t * (c.y - b.y)};
  const Point a = i == 0 ? b : p[i - 1], d = i + 2 == p.size() ? c : p[i + 2];
  const auto spline = [t](double p0, double p1, double p2, double p3) {
    return p1 +
           0.5 * t *
               ((p2 - p0) + t * ((2 * p0 - 5 * p1 + 4 * p2 - p3) + t * (3 * (p1 - p2) + p3 - p0)));
  };
  return {spline(a.x, b.x, c.x, d.x), spline(a.y, b.y, c.y, d.y)};
}

/// Inks the pixels of `image` near the segment from a to b, in pixels: 1 within `radius` of it, a
/// pixel's width of grey around.
void ink(Point a, Point b, double radius, int size, double* image) {
  const double reach = radius + 1, ux = b.x - a.x, uy = b.y - a.y, length2 = ux * ux + uy * uy;
  const auto low = [&](double v) {
    return static_cast<int>(std::clamp(v - reach, 0.0, size - 1.0));
  };
  const auto high = [&](double v) {
    return static_cast<int>(std::clamp(v + reach, 0.0, size - 1.0));
  };
  for (int y = low(std::min(a.y, b.y)); y <= high(std::max(a.y, b.y)); ++y)
    for (int x = low(std::min(a.x, b.x)); x <= high(std::max(a.x, b.x)); ++x) {
      const double px = x + 0.5 - a.x, py = y + 0.5 - a.y;
      const double along = length2 > 0 ? std::clamp((px * ux + py * uy) / length2, 0.0, 1.0) : 0;
      const double dx = px - along * ux, dy = py - along * uy;
      const double grey = std::clamp(radius + 0.5 - std::sqrt(dx * dx + dy * dy), 0.0, 1.0);
      double& pixel = image[y * size + x];
      pixel = std::max(pixel, grey);
    }
}

}  // namespace

Samples Digits::draw(int size, Stream& stream) const {
  const auto pixels = static_cast<std::size_t>(size * size);
  Samples data{.task = Task::classification,
               .shape = {1, size, size},
               .outputs = 1,
               .classes = class_count()};
  data.reserve(samples);
  const std::vector<int> sizes = class_sizes(samples, class_count(), imbalance);
  for (int digit = 0; digit < class_count(); ++digit)
    for (int i = 0; i < sizes[static_cast<std::size_t>(digit)]; ++i) {
      const std::size_t start = data.x.size();
      data.x.resize(start + pixels);
      const Deformation bend(deformation, stream);
      // The box leaves a margin of a tenth on each side.
      const double pen = size * 0.045 * special::exp(0.15 * deformation * stream.normal());
      const auto pixel_of = [&](Point p) {
        const Point q = bend(p);
        return Point{size * (0.1 + 0.8 * q.x), size * (0.1 + 0.8 * q.y)};
      };
      for (const Stroke& stroke : strokes_of(digit))
        for (std::size_t k = 0; k + 1 < stroke.points.size(); ++k)
          for (int piece = 0; piece < pieces; ++piece)
            ink(pixel_of(between(stroke, k, static_cast<double>(piece) / pieces)),
                pixel_of(between(stroke, k, (piece + 1.0) / pieces)), pen, size,
                data.x.data() + start);
      for (std::size_t p = start; p < data.x.size(); ++p) data.x[p] += noise * stream.normal();
      data.y.push_back(digit);
    }
  return data;
}

}  // namespace fall_line
