// SPDX-License-Identifier: MIT
#include "objective/surface_problem.hpp"

#include <cmath>
#include <limits>

#include "numeric/random.hpp"

namespace fall_line {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// out = H v
void multiply(const Jet& f, std::span<const Real> v, std::span<Real> out) {
  out[0] = static_cast<Real>(f.xx * v[0] + f.xy * v[1]);
  out[1] = static_cast<Real>(f.xy * v[0] + f.yy * v[1]);
}

}  // namespace

SurfaceProblem::SurfaceProblem(const SurfaceEntry& surface, Values values, Options options)
    : surface_(surface), values_(std::move(values)), options_(options) {}

void SurfaceProblem::start(std::span<Real> w) {
  for (std::size_t i = 0; i < 2; ++i) w[i] = static_cast<Real>(options_.start[i]);
}

std::size_t SurfaceProblem::next_batch() {
  seek(drawn_ + 1);
  return 1;
}

void SurfaceProblem::seek(std::uint64_t drawn) {
  drawn_ = drawn;
  if (options_.gradient_noise == 0) return;
  Stream stream("gradient-noise", options_.seed, drawn);
  for (double& xi : noise_) xi = options_.gradient_noise * stream.normal();
}

void SurfaceProblem::project(std::span<Real> w) const {
  if (!surface_.walled) return;
  const auto within = [](Real x, const Interval& i) {
    const auto min = static_cast<Real>(i.min), max = static_cast<Real>(i.max);
    return x < min ? min : x > max ? max : x;
  };
  w[0] = within(w[0], surface_.x);
  w[1] = within(w[1], surface_.y);
}

double SurfaceProblem::gradient(const std::span<const Real>& w, const std::span<Real>& g) {
  const Jet f = seen(w);
  g[0] = static_cast<Real>(f.x + noise_[0]);
  g[1] = static_cast<Real>(f.y + noise_[1]);
  return f.f + (noise_[0] * w[0] + noise_[1] * w[1]);
}

double SurfaceProblem::loss(std::span<const Real> w) {
  return seen(w).f + (noise_[0] * w[0] + noise_[1] * w[1]);
}

void SurfaceProblem::hessian_product(std::span<const Real> w, std::span<const Real> v,
                                     std::span<Real> out) {
  multiply(seen(w), v, out);
}

void SurfaceProblem::full_hessian_product(std::span<const Real> w, std::span<const Real> v,
                                          std::span<Real> out) {
  multiply(at(w), v, out);
}

std::size_t SurfaceProblem::residual_count() const {
  return options_.gradient_noise == 0 ? surface_.residuals_at(values_, 0, 0).count : 0;
}

double SurfaceProblem::residuals(std::span<const Real> w, std::span<Real> r,
                                 std::span<Real> jacobian) {
  const Residuals all = surface_.residuals_at(values_, w[0], w[1]);
  const double scale = std::sqrt(2 * all.factor);
  for (std::size_t i = 0; i < all.count; ++i) {
    const Jet& ri = all.r[i];
    r[i] = static_cast<Real>(scale * ri.f);
    if (jacobian.empty()) continue;
    jacobian[2 * i] = static_cast<Real>(scale * ri.x);
    jacobian[2 * i + 1] = static_cast<Real>(scale * ri.y);
  }
  return at(w).f;
}

double SurfaceProblem::full_gradient(std::span<const Real> w, std::span<Real> g) {
  const Jet f = at(w);
  g[0] = static_cast<Real>(f.x);
  g[1] = static_cast<Real>(f.y);
  return f.f;
}

Score SurfaceProblem::train_score(std::span<const Real> w) { return {at(w).f, none}; }
Score SurfaceProblem::test_score(std::span<const Real>) { return {none, none}; }

std::vector<double> SurfaceProblem::predict(std::span<const Real>, std::span<const double> points) {
  std::vector<double> values;
  for (std::size_t i = 0; i + 1 < points.size(); i += 2)
    values.push_back(surface_.at(values_, points[i], points[i + 1]).f);
  return values;
}

Jet SurfaceProblem::at(std::span<const Real> w) const { return surface_.at(values_, w[0], w[1]); }

Jet SurfaceProblem::seen(std::span<const Real> w) const {
  return surface_.at_step == nullptr ? at(w) : surface_.at_step(values_, w[0], w[1], drawn_);
}

}  // namespace fall_line
