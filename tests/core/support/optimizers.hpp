// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/find.hpp"
#include "optimizer/optimizer.hpp"

namespace fall_line {

/// The hyperparameters that a test sets, by id. The rest have their defaults.
struct NamedValue {
  std::string_view id;
  double value;
};
using Named = std::vector<NamedValue>;

Values values_of(std::string_view id, std::span<const Hyperparameter> rows, const Named& named);
template <class Entry>
Values values_of(const Entry& entry, const Named& named = {}) {
  return values_of(entry.id, entry.hyperparameters, named);
}

/// The learning rate among the values, or 1 for a rule without one.
double learning_rate_of(const OptimizerEntry& entry, const Values& values);

/// Resets for n parameters that form one column, and n samples that are all different.
void reset(Optimizer& optimizer, std::size_t n);

std::unique_ptr<Optimizer> make(const OptimizerEntry& entry, const Values& values, std::size_t n);

/// The rules that this precision offers; some need float64.
std::vector<const OptimizerEntry*> offered();

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

StateCopy state_of(Optimizer& optimizer);

/// Whether the rule finds its step length by a search instead of using the given rate.
bool searches(const OptimizerEntry& entry);

/// Sets the factors A and S of one layer without biases to identity matrices.
void unit_factors(const ParameterBlock& layer, std::span<Real> factors);

/// The same gradient at every point. The parameters form a column unless another shape is given.
class Slope final : public Objective {
 public:
  explicit Slope(Vector g) : g_(std::move(g)), block_{0, g_.size(), 1} {}
  Slope(Vector g, std::size_t rows, std::size_t columns)
      : g_(std::move(g)), block_{0, rows, columns} {}
  std::size_t size() const override { return g_.size(); }
  std::span<const ParameterBlock> blocks() const override { return {&block_, 1}; }
  double gradient(const std::span<const Real>&, const std::span<Real>& g) override;
  void hessian_product(std::span<const Real>, std::span<const Real>, std::span<Real> out) override;
  /// One residual, 1, with g as its gradient.
  std::size_t residual_count() const override { return 1; }
  double residuals(std::span<const Real>, std::span<Real> r, std::span<Real> jacobian) override;
  /// Each of the n samples has the same gradient.
  std::size_t samples() const override { return g_.size(); }
  double full_gradient(std::span<const Real> w, std::span<Real> g) override {
    return gradient(w, g);
  }
  double weighted_gradient(std::span<const Real>, const Draw& draw, std::span<Real> g) override;

  /// One layer without biases, with identity factors.
  void kronecker_factors(std::span<const Real>, Stream&, std::span<Real> factors) override;

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
  double gradient(const std::span<const Real>& w, const std::span<Real>& g) override;
  void hessian_product(std::span<const Real>, std::span<const Real> v,
                       std::span<Real> out) override;
  std::size_t residual_count() const override { return n_; }
  double residuals(std::span<const Real> w, std::span<Real> r, std::span<Real> jacobian) override;
  /// The loss of sample i is n times the i-th summand.
  std::size_t samples() const override { return n_; }
  double full_gradient(std::span<const Real> w, std::span<Real> g) override {
    return gradient(w, g);
  }
  double weighted_gradient(std::span<const Real> w, const Draw& draw, std::span<Real> g) override;

  /// One layer without biases, with identity factors.
  void kronecker_factors(std::span<const Real>, Stream&, std::span<Real> factors) override;

 private:
  static Real curvature_of(std::size_t i);

  std::size_t n_;
  ParameterBlock block_;
};

}  // namespace fall_line
