// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string_view>

#include "numeric/dense.hpp"
#include "optimizer/line_search.hpp"
#include "support/optimizers.hpp"
#include "support/runs.hpp"

namespace fall_line {

/// Whether Real is double. A float32 engine refuses second-order rules.
inline constexpr bool wide = sizeof(Real) == 8;

/// Tests of rules that a float32 engine refuses and does not contain.
class Float64Rule : public testing::Test {
 protected:
  void SetUp() override {
    if (!wide) GTEST_SKIP() << "float32 refuses it";
  }
};

/// The rules that second_order_minima_test.cpp compares with SciPy's.
inline constexpr const char* compared_minima[] = {"bfgs",   "l-bfgs",       "conjugate-gradient",
                                                  "newton", "trust-region", "levenberg-marquardt"};

/// An objective of n parameters that form one column.
class Column : public Objective {
 public:
  explicit Column(std::size_t n) : block_{0, n, 1} {}
  std::size_t size() const override { return block_.rows; }
  std::span<const ParameterBlock> blocks() const override { return {&block_, 1}; }

 private:
  ParameterBlock block_;
};

/// ½ wᵀ A w. Counts its calls.
class Form final : public Column {
 public:
  Form(Vector a, std::size_t n) : Column(n), a_(std::move(a)) {}
  double gradient(const std::span<const Real>& w, const std::span<Real>& g) override;
  double loss(std::span<const Real> w) override;
  void hessian_product(std::span<const Real>, std::span<const Real> v,
                       std::span<Real> out) override;
  int gradients = 0, losses = 0, products = 0;

 private:
  double value(std::span<const Real> w, std::span<Real> g) const;

  Vector a_;
};

/// A rule that minimizes an objective step by step.
class Walker {
 public:
  Walker(std::string_view id, const Named& named, Objective& objective, Vector start)
      : entry_(*find(optimizers(), id)),
        values_(values_of(entry_, named)),
        rule_(make(entry_, values_, start.size())),
        objective_(objective),
        w(std::move(start)) {}

  StepOutcome step();
  void configure(const Named& named);
  StateCopy state() { return state_of(*rule_); }

 private:
  const OptimizerEntry& entry_;
  Values values_;
  std::unique_ptr<Optimizer> rule_;
  Stream random_{"optimizer", 1};
  Objective& objective_;

 public:
  Vector w;
};

/// Settings for a rule on a surface.
Settings on_surface(std::string_view surface, std::vector<double> start, std::string_view rule,
                    const Settings& more = {});

}  // namespace fall_line
