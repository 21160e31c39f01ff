// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include "support/comparison.hpp"

/// Second implementations of the rules, in mistakes/. Each can make one of several mistakes; 0
/// means none. Without a mistake it must agree with the reference, so any difference is due to the
/// mistake.
namespace fall_line::reference {

/// The input of an update, and the state that it changes.
struct Step {
  const Trajectory& trajectory;
  Objective& objective;
  std::span<Real> w;
  double rate;
  int t;                              ///< The step, from 1.
  std::array<Numbers, 5> s;           ///< State vectors, initially zero.
  std::array<double, 3> number = {};  ///< State numbers.
  Numbers g;                          ///< The gradient at w, unless the rule takes it elsewhere.

  double operator[](std::string_view id) const;
  void take_gradient(std::span<const Real> at);
  /// Subtracts `distance` from w_i.
  void move(std::size_t i, double distance);
};

using Update = void (*)(Step& step, int mistake);

/// The second implementation of a rule. The constructor adds it to list().
struct Rewrite {
  Rewrite(std::string_view rule, std::vector<std::string_view> all, Update function)
      : id(rule), mistakes(std::move(all)), update(function) {
    list().push_back(this);
  }
  static std::vector<const Rewrite*>& list() {
    static std::vector<const Rewrite*> all;
    return all;
  }

  std::string_view id;
  std::vector<std::string_view> mistakes;
  Update update;
};

class Rewritten final : public Optimizer {
 public:
  Rewritten(Update update, int mistake, const Trajectory& trajectory)
      : update_(update), mistake_(mistake), trajectory_(trajectory) {
    for (Numbers& values : state_) values.assign(trajectory.start.size(), 0);
  }

  void step(Objective& objective, const std::span<Real>& w, const StepContext& context) override;
  void evaluation(std::span<const Real>, std::span<Real> out) const override;
  void reset(const Outline&) override {}
  bool sampling(std::span<double>) const override { return false; }
  bool rates(double, std::span<double>) const override { return false; }
  void configure(const Values&) override {}
  void visit(StateVisitor&) override {}

 private:
  Update update_;
  int mistake_;
  const Trajectory& trajectory_;
  int t_ = 0;
  std::array<Numbers, 5> state_;
  std::array<double, 3> numbers_{};
};

}  // namespace fall_line::reference
