// SPDX-License-Identifier: MIT
#include "optimizer/line_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "numeric/dense.hpp"
#include "optimizer/scalars.hpp"

namespace fall_line {
namespace {

constexpr int most_trials = 30, most_expansions = 12;
/// An interval narrower than this share of its right end counts as one point.
constexpr double narrow = sizeof(Real) == 8 ? 1e-9 : 1e-6;

/// Where the cubic through two points with their slopes is lowest; the middle where it has no
/// minimum (Nocedal & Wright, eq. 3.59).
double cubic_minimizer(const LinePoint& a, const LinePoint& b) {
  const double d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.alpha - b.alpha);
  const double square = d1 * d1 - a.slope * b.slope;
  const double middle = 0.5 * (a.alpha + b.alpha);
  if (!(square >= 0)) return middle;
  const double d2 = b.alpha > a.alpha ? std::sqrt(square) : -std::sqrt(square);
  const double at =
      b.alpha - (b.alpha - a.alpha) * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2);
  return std::isfinite(at) ? at : middle;
}

double clamped(double x, double low, double high) { return x < low ? low : x > high ? high : x; }

/// Armijo's condition (Nocedal & Wright, eq. 3.4), up to rounding. Not met by a NaN.
bool falls_enough(const LinePoint& p, const Line& line, double c1) {
  const LinePoint& origin = line.origin();
  return p.value <= origin.value + c1 * p.alpha * origin.slope + line.noise();
}

class WolfeSearch {
 public:
  WolfeSearch(Line& line, Wolfe conditions)
      : line_(line),
        origin_(line.origin()),
        c1_(conditions.c1),
        // With c2 below c1 there may be no step that meets both.
        c2_(std::max(conditions.c1, conditions.c2)) {}

  LinePoint operator()(double first) {
    LinePoint before = origin_;
    double alpha = first;
    while (trials_ < most_expansions) {
      const LinePoint here = look(alpha);
      if (too_high(here, before)) return zoom(before, here);
      if (flat_enough(here)) return here;
      if (here.slope >= 0) return zoom(here, before);
      // Still downhill: go to the cubic's minimum, or four times as far if it has none.
      const double step = here.alpha - before.alpha;
      const double guess = cubic_minimizer(before, here);
      alpha = guess > here.alpha ? clamped(guess, here.alpha + 0.1 * step, here.alpha + 100 * step)
                                 : here.alpha + 4 * step;
      before = here;
    }
    // The line falls as far as was looked: take the lowest point found.
    return before;
  }

 private:
  LinePoint look(double alpha) {
    ++trials_;
    return line_.evaluate(alpha);
  }
  /// A NaN is too high as well.
  bool too_high(const LinePoint& p, const LinePoint& low) const {
    return !falls_enough(p, line_, c1_) || !(p.value <= low.value + line_.noise()) ||
           !std::isfinite(p.slope);
  }
  bool flat_enough(const LinePoint& p) const { return std::fabs(p.slope) <= -c2_ * origin_.slope; }

  /// Shrinks an interval that holds a good step: `low` is the lowest point so far that falls
  /// enough, and φ falls from it towards `other`.
  LinePoint zoom(LinePoint low, LinePoint other) {
    double last_width = infinity, width_before = infinity;
    while (trials_ < most_trials) {
      const double width = other.alpha - low.alpha, size = std::fabs(width);
      const bool known = std::isfinite(other.value) && std::isfinite(other.slope);
      // No cubic fits an infinite value: go most of the way back.
      double guess = known ? cubic_minimizer(low, other) : low.alpha + 0.1 * width;
      // Halved if two trials have not cut it by a third (Moré & Thuente 1994).
      if (size > 0.66 * width_before) guess = low.alpha + 0.5 * width;
      width_before = last_width;
      last_width = size;
      const double left = std::min(low.alpha, other.alpha),
                   right = std::max(low.alpha, other.alpha);
      const LinePoint here = look(clamped(guess, left + 1e-3 * size, right - 1e-3 * size));
      if (too_high(here, low)) {
        other = here;
      } else {
        if (flat_enough(here)) return here;
        if (here.slope * width >= 0) other = low;
        low = here;
      }
      // At a kink the slope jumps, so no point meets the slope condition: take the lower side.
      if (std::fabs(other.alpha - low.alpha) <= narrow * right) break;
    }
    if (low.alpha > 0 && low.value < origin_.value) return line_.evaluate(low.alpha);
    return {};
  }

  Line& line_;
  const LinePoint origin_;
  double c1_, c2_;
  int trials_ = 0;
};

}  // namespace

void Line::reset(std::size_t n) {
  for (Vector* v : {&start_, &gradient_, &trial_, &trial_gradient_, &product_}) v->assign(n, 0);
}

double Line::start(Objective& objective, std::span<const Real> w) {
  objective_ = &objective;
  std::copy(w.begin(), w.end(), start_.begin());
  origin_ = {0, objective.gradient(w, gradient_), 0};
  return origin_.value;
}

void Line::aim(std::span<const Real> p) {
  p_ = p;
  origin_.slope = dense::dot(p, gradient_);
}

LinePoint Line::go_to(double alpha) {
  for (std::size_t i = 0; i < trial_.size(); ++i) trial_[i] = real(start_[i] + alpha * p_[i]);
  return {alpha, 0, 0};
}

LinePoint Line::evaluate(double alpha) {
  go_to(alpha);
  const double value = objective_->gradient(trial_, trial_gradient_);
  return {alpha, value, dense::dot(p_, trial_gradient_)};
}

LinePoint Line::evaluate_loss(double alpha) {
  go_to(alpha);
  return {alpha, objective_->loss(trial_), 0};
}

double Line::noise() const {
  return 50 * std::numeric_limits<Real>::epsilon() * std::fabs(origin_.value);
}

double Line::curvature() {
  objective_->hessian_product(start_, p_, product_);
  return dense::dot(p_, product_);
}

LinePoint strong_wolfe(Line& line, double first, Wolfe conditions) {
  return WolfeSearch(line, conditions)(first);
}

LinePoint backtrack(Line& line, double first, double shrink, double c1) {
  double alpha = first;
  for (int i = 0; i < 2 * most_trials; ++i, alpha *= shrink) {
    const LinePoint here = line.evaluate_loss(alpha);
    if (falls_enough(here, line, c1)) return here;
  }
  return {};
}

LinePoint backtrack_by_cubics(Line& line, double first, double c1) {
  double alpha = first;
  for (int i = 0; i < 2 * most_trials; ++i) {
    const LinePoint here = line.evaluate(alpha);
    if (falls_enough(here, line, c1)) return here;
    const bool known = std::isfinite(here.value) && std::isfinite(here.slope);
    alpha = clamped(known ? cubic_minimizer(line.origin(), here) : 0, 0.1 * alpha, 0.5 * alpha);
  }
  return {};
}

bool is_flat(std::span<const Real> g) {
  for (const Real x : g)
    if (!(std::fabs(x) <= flat_gradient)) return false;
  return true;
}

void small_gradient_step(Line& line, std::span<Real> w, StepOutcome& outcome) {
  outcome.search_failed = true;
  const Vector g(line.gradient().begin(), line.gradient().end());
  Vector down = g;
  for (Real& x : down) x = -x;
  line.aim(down);
  const double length = std::sqrt(-line.origin().slope);
  if (!(length > 0) || !std::isfinite(length)) return;
  const double reach = std::max(1.0, dense::norm(w)) / length;
  for (double size = 1e-3; size > 1e-16; size *= 0.01)
    if (line.evaluate(size * reach).value < line.origin().value) {
      outcome.rate = size * reach;
      std::copy(line.trial().begin(), line.trial().end(), w.begin());
      return;
    }
  outcome.converged = "no step down the gradient lowers the loss, however small it is";
}

}  // namespace fall_line
