// SPDX-License-Identifier: MIT
#include "support/optimizers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "catalog/find.hpp"

namespace fall_line {

Values values_of(std::string_view id, std::span<const Hyperparameter> rows, const Named& named) {
  Values values = defaults_of(rows);
  for (const auto& [name, value] : named) {
    std::size_t i = 0;
    while (i < rows.size() && rows[i].id != name) ++i;
    if (i == rows.size()) {
      ADD_FAILURE() << id << " has no " << name;
    } else {
      values[i] = value;
    }
  }
  return values;
}

double learning_rate_of(const OptimizerEntry& entry, const Values& values) {
  for (std::size_t i = 0; i < values.size(); ++i)
    if (entry.hyperparameters[i].id == "learningRate") return values[i];
  return 1;
}

void reset(Optimizer& optimizer, std::size_t n) {
  const ParameterBlock column{0, n, 1};
  std::vector<std::uint32_t> cells(n);
  std::iota(cells.begin(), cells.end(), 0U);
  optimizer.reset({std::span(&column, 1), cells});
}

std::unique_ptr<Optimizer> make(const OptimizerEntry& entry, const Values& values, std::size_t n) {
  auto optimizer = entry.make(values);
  reset(*optimizer, n);
  return optimizer;
}

std::vector<const OptimizerEntry*> offered() {
  std::vector<const OptimizerEntry*> rules;
  for (const OptimizerEntry* rule : optimizers())
    if (rule->make != nullptr) rules.push_back(rule);
  return rules;
}

StateCopy state_of(Optimizer& optimizer) {
  StateCopy copy;
  optimizer.visit(copy);
  return copy;
}

bool searches(const OptimizerEntry& entry) {
  return needs(entry, Need::value) && needs(entry, Need::gradient);
}

void unit_factors(const ParameterBlock& layer, std::span<Real> factors) {
  std::fill(factors.begin(), factors.end(), Real{0});
  for (std::size_t j = 0; j < layer.columns; ++j) factors[j * layer.columns + j] = 1;
  for (std::size_t i = 0; i < layer.rows; ++i)
    factors[layer.columns * layer.columns + i * layer.rows + i] = 1;
}

double Slope::gradient(const std::span<const Real>&, const std::span<Real>& g) {
  for (std::size_t i = 0; i < g.size(); ++i) g[i] = g_[i];
  return 0;
}

void Slope::hessian_product(std::span<const Real>, std::span<const Real>, std::span<Real> out) {
  std::fill(out.begin(), out.end(), Real{0});
}

double Slope::residuals(std::span<const Real>, std::span<Real> r, std::span<Real> jacobian) {
  r[0] = 1;
  if (!jacobian.empty()) std::copy(g_.begin(), g_.end(), jacobian.begin());
  return 0.5;
}

double Slope::weighted_gradient(std::span<const Real>, const Draw& draw, std::span<Real> g) {
  std::fill(g.begin(), g.end(), Real{0});
  for (std::size_t k = 0; k < draw.samples.size(); ++k) {
    draw.squared_norms[k] = 0;
    for (std::size_t i = 0; i < g.size(); ++i) {
      const double part = draw.weights[k] * g_[i];
      draw.squared_norms[k] += part * part;
      g[i] += static_cast<Real>(part);
    }
  }
  return 0;
}

void Slope::kronecker_factors(std::span<const Real>, Stream&, std::span<Real> factors) {
  unit_factors(block_, factors);
}

double Quadratic::gradient(const std::span<const Real>& w, const std::span<Real>& g) {
  double value = 0;
  for (std::size_t i = 0; i < n_; ++i) {
    const Real curvature = curvature_of(i);
    const Real away = w[i] - static_cast<Real>(i);
    g[i] = curvature * away;
    value += 0.5 * static_cast<double>(curvature * away * away);
  }
  return value;
}

void Quadratic::hessian_product(std::span<const Real>, std::span<const Real> v,
                                std::span<Real> out) {
  for (std::size_t i = 0; i < n_; ++i) out[i] = curvature_of(i) * v[i];
}

double Quadratic::residuals(std::span<const Real> w, std::span<Real> r, std::span<Real> jacobian) {
  double value = 0;
  std::fill(jacobian.begin(), jacobian.end(), Real{0});
  for (std::size_t i = 0; i < n_; ++i) {
    const Real root = std::sqrt(curvature_of(i));
    r[i] = root * (w[i] - static_cast<Real>(i));
    if (!jacobian.empty()) jacobian[i * n_ + i] = root;
    value += 0.5 * static_cast<double>(r[i] * r[i]);
  }
  return value;
}

double Quadratic::weighted_gradient(std::span<const Real> w, const Draw& draw, std::span<Real> g) {
  double value = 0;
  std::fill(g.begin(), g.end(), Real{0});
  for (std::size_t k = 0; k < draw.samples.size(); ++k) {
    const std::size_t i = draw.samples[k];
    const double weight = draw.weights[k] * static_cast<double>(n_);
    const double away = w[i] - static_cast<double>(i), slope = weight * curvature_of(i) * away;
    g[i] += static_cast<Real>(slope);
    draw.squared_norms[k] = slope * slope;
    value += 0.5 * slope * away;
  }
  return value;
}

void Quadratic::kronecker_factors(std::span<const Real>, Stream&, std::span<Real> factors) {
  unit_factors(block_, factors);
}

Real Quadratic::curvature_of(std::size_t i) { return std::array<Real, 3>{0.5, 1, 2}[i % 3]; }

}  // namespace fall_line
