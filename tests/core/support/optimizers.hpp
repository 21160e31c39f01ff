// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/find.hpp"
#include "optimizer/optimizer.hpp"

namespace fall_line {

/// The hyperparameters that a test sets, by id. The rest have their defaults.
using Named = std::vector<std::pair<std::string_view, double>>;

template <class Entry>
Values values_of(const Entry& entry, const Named& named = {}) {
  Values values = defaults_of(entry.hyperparameters);
  for (const auto& [id, value] : named) {
    std::size_t i = 0;
    while (i < values.size() && entry.hyperparameters[i].id != id) ++i;
    if (i == values.size()) {
      ADD_FAILURE() << entry.id << " has no " << id;
    } else {
      values[i] = value;
    }
  }
  return values;
}

/// The learning rate among the values, or 1 for a rule without one.
inline double learning_rate_of(const OptimizerEntry& entry, const Values& values) {
  for (std::size_t i = 0; i < values.size(); ++i)
    if (entry.hyperparameters[i].id == "learningRate") return values[i];
  return 1;
}

/// Resets for n parameters that form one column, and n samples that are all different.
inline void reset(Optimizer& optimizer, std::size_t n) {
  const ParameterBlock column{0, n, 1};
  std::vector<std::uint32_t> cells(n);
  std::iota(cells.begin(), cells.end(), 0U);
  optimizer.reset({std::span(&column, 1), cells});
}

inline std::unique_ptr<Optimizer> make(const OptimizerEntry& entry, const Values& values,
                                       std::size_t n) {
  auto optimizer = entry.make(values);
  reset(*optimizer, n);
  return optimizer;
}

/// The rules that this precision offers; some need float64.
inline std::vector<const OptimizerEntry*> offered() {
  std::vector<const OptimizerEntry*> rules;
  for (const OptimizerEntry* rule : optimizers())
    if (rule->make != nullptr) rules.push_back(rule);
  return rules;
}

/// A copy of a rule's state.
struct StateCopy final : StateVisitor {
  void operator()(std::string_view name, std::vector<float>& value) override { add(name, value); }
  void operator()(std::string_view name, std::vector<double>& value) override { add(name, value); }
  void operator()(std::string_view name, double& value) override { counters.emplace(name, value); }
  template <class T>
  void add(std::string_view name, const std::vector<T>& value) {
    vectors.emplace(name, std::vector<double>(value.begin(), value.end()));
  }
  friend bool operator==(const StateCopy& a, const StateCopy& b) {
    return a.vectors == b.vectors && a.counters == b.counters;
  }
  std::map<std::string, std::vector<double>> vectors;
  std::map<std::string, double> counters;
};

inline StateCopy state_of(Optimizer& optimizer) {
  StateCopy copy;
  optimizer.visit(copy);
  return copy;
}

/// Whether the rule finds its step length by a search instead of using the given rate.
inline bool searches(const OptimizerEntry& entry) {
  return needs(entry, Need::value) && needs(entry, Need::gradient);
}

/// Sets the factors A and S of one layer without biases to identity matrices.
inline void unit_factors(const ParameterBlock& layer, std::span<Real> factors) {
  std::fill(factors.begin(), factors.end(), Real{0});
  for (std::size_t j = 0; j < layer.columns; ++j) factors[j * layer.columns + j] = 1;
  for (std::size_t i = 0; i < layer.rows; ++i)
    factors[layer.columns * layer.columns + i * layer.rows + i] = 1;
}

/// The same gradient at every point. The parameters form a column unless another shape is given.
class Slope final : public Objective {
 public:
  explicit Slope(Vector g) : g_(std::move(g)), block_{0, g_.size(), 1} {}
  Slope(Vector g, std::size_t rows, std::size_t columns)
      : g_(std::move(g)), block_{0, rows, columns} {}
  std::size_t size() const override { return g_.size(); }
  std::span<const ParameterBlock> blocks() const override { return {&block_, 1}; }
  double gradient(const std::span<const Real>&, const std::span<Real>& g) override {
    for (std::size_t i = 0; i < g.size(); ++i) g[i] = g_[i];
    return 0;
  }
  void hessian_product(std::span<const Real>, std::span<const Real>, std::span<Real> out) override {
    std::fill(out.begin(), out.end(), Real{0});
  }
  /// One residual, 1, with g as its gradient.
  std::size_t residual_count() const override { return 1; }
  double residuals(std::span<const Real>, std::span<Real> r, std::span<Real> jacobian) override {
    r[0] = 1;
    if (!jacobian.empty()) std::copy(g_.begin(), g_.end(), jacobian.begin());
    return 0.5;
  }
  /// Each of the n samples has the same gradient.
  std::size_t samples() const override { return g_.size(); }
  double full_gradient(std::span<const Real> w, std::span<Real> g) override {
    return gradient(w, g);
  }
  double weighted_gradient(std::span<const Real>, const Draw& draw, std::span<Real> g) override {
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

  /// One layer without biases, with identity factors.
  void kronecker_factors(std::span<const Real>, Stream&, std::span<Real> factors) override {
    unit_factors(block_, factors);
  }

 private:
  Vector g_;
  ParameterBlock block_;
};

/// The sum of c_i (w_i - i)^2 / 2 with c = 1/2, 1, 2, 1/2...
class Quadratic final : public Objective {
 public:
  explicit Quadratic(std::size_t n) : n_(n), block_{0, n, 1} {}
  std::size_t size() const override { return n_; }
  std::span<const ParameterBlock> blocks() const override { return {&block_, 1}; }
  double gradient(const std::span<const Real>& w, const std::span<Real>& g) override {
    double value = 0;
    for (std::size_t i = 0; i < n_; ++i) {
      const Real curvature = curvature_of(i);
      const Real away = w[i] - static_cast<Real>(i);
      g[i] = curvature * away;
      value += 0.5 * static_cast<double>(curvature * away * away);
    }
    return value;
  }
  void hessian_product(std::span<const Real>, std::span<const Real> v,
                       std::span<Real> out) override {
    for (std::size_t i = 0; i < n_; ++i) out[i] = curvature_of(i) * v[i];
  }
  std::size_t residual_count() const override { return n_; }
  double residuals(std::span<const Real> w, std::span<Real> r, std::span<Real> jacobian) override {
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
  /// The loss of sample i is n times the i-th summand.
  std::size_t samples() const override { return n_; }
  double full_gradient(std::span<const Real> w, std::span<Real> g) override {
    return gradient(w, g);
  }
  double weighted_gradient(std::span<const Real> w, const Draw& draw, std::span<Real> g) override {
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

  /// One layer without biases, with identity factors.
  void kronecker_factors(std::span<const Real>, Stream&, std::span<Real> factors) override {
    unit_factors(block_, factors);
  }

 private:
  static Real curvature_of(std::size_t i) { return std::array<Real, 3>{0.5, 1, 2}[i % 3]; }

  std::size_t n_;
  ParameterBlock block_;
};

}  // namespace fall_line
