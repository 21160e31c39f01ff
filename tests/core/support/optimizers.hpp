// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/find.hpp"
#include "optimizer/optimizer.hpp"

namespace fall_line {

/// Hyperparameters by id: what a test says of the rule it makes, the rest are defaults.
using Named = std::vector<std::pair<std::string_view, double>>;

inline Values values_of(const OptimizerEntry& entry, const Named& named = {}) {
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

/// The rate among the values, 1 for a rule without one.
inline double learning_rate_of(const OptimizerEntry& entry, const Values& values) {
  for (std::size_t i = 0; i < values.size(); ++i)
    if (entry.hyperparameters[i].id == "learningRate") return values[i];
  return 1;
}

inline std::unique_ptr<Optimizer> make(const OptimizerEntry& entry, const Values& values,
                                       std::size_t n) {
  auto optimizer = entry.make(values);
  optimizer->reset(n);
  return optimizer;
}

/// Copies of a rule's state.
struct StateCopy final : StateVisitor {
  void operator()(std::string_view name, Vector& value) override { vectors.emplace(name, value); }
  void operator()(std::string_view name, double& value) override { counters.emplace(name, value); }
  friend bool operator==(const StateCopy& a, const StateCopy& b) {
    return a.vectors == b.vectors && a.counters == b.counters;
  }
  std::map<std::string, Vector> vectors;
  std::map<std::string, double> counters;
};

inline StateCopy state_of(Optimizer& optimizer) {
  StateCopy copy;
  optimizer.visit(copy);
  return copy;
}

/// One gradient for every point.
class Slope final : public Objective {
 public:
  explicit Slope(Vector g) : g_(std::move(g)) {}
  std::size_t size() const override { return g_.size(); }
  double gradient(std::span<const Real>, std::span<Real> g) override {
    for (std::size_t i = 0; i < g.size(); ++i) g[i] = g_[i];
    return 0;
  }

 private:
  Vector g_;
};

/// sum of c_i (w_i - i)^2 / 2 with c = 1/2, 1, 2, 1/2...
class Quadratic final : public Objective {
 public:
  explicit Quadratic(std::size_t n) : n_(n) {}
  std::size_t size() const override { return n_; }
  double gradient(std::span<const Real> w, std::span<Real> g) override {
    double value = 0;
    for (std::size_t i = 0; i < n_; ++i) {
      const Real curvature = std::array<Real, 3>{0.5, 1, 2}[i % 3];
      const Real away = w[i] - static_cast<Real>(i);
      g[i] = curvature * away;
      value += 0.5 * static_cast<double>(curvature * away * away);
    }
    return value;
  }

 private:
  std::size_t n_;
};

}  // namespace fall_line
