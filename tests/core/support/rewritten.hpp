// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/find.hpp"
#include "optimizer/line_search.hpp"
#include "support/comparison.hpp"

/// Rules written once more, each with mistakes to choose from, in mistakes/: 0 is none. The right
/// form has to agree with the reference, so that what a mistake changes is the mistake's doing.
namespace fall_line::reference {

/// What an update sees, and changes.
struct Step {
  const Trajectory& trajectory;
  Objective& objective;
  std::span<Real> w;
  double rate;
  int t;                              ///< From 1.
  std::array<Numbers, 5> s;           ///< Vectors of state, zero at first.
  std::array<double, 3> number = {};  ///< Numbers of state.
  Numbers g;                          ///< The gradient at w, unless taken elsewhere.

  double operator[](std::string_view id) const {
    for (const auto& [name, value] : trajectory.hyperparameters)
      if (name == id) return value;
    ADD_FAILURE() << "no " << id;
    return 0;
  }
  void take_gradient(std::span<const Real> at) {
    Vector values(w.size());
    objective.gradient(at, values);
    g.assign(values.begin(), values.end());
  }
  /// Moves w_i by minus this.
  void move(std::size_t i, double distance) {
    w[i] = static_cast<Real>(static_cast<double>(w[i]) - distance);
  }
};

using Update = void (*)(Step& step, int mistake);

/// A rule once more. It lists itself.
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

  void step(Objective& objective, const std::span<Real>& w, const StepContext& context) override {
    Step step{trajectory_, objective, w, context.learning_rate, ++t_, state_, numbers_, {}};
    step.take_gradient(w);
    // Where the reference ends at a flat place, so does this.
    if (trajectory_.converged > 0 && is_flat(Vector(step.g.begin(), step.g.end()))) {
      context.outcome.converged = flat_reason;
      return;
    }
    update_(step, mistake_);
    state_ = std::move(step.s);
    numbers_ = step.number;
  }
  void evaluation(std::span<const Real>, std::span<Real> out) const override {
    // By agreement the average is the last vector.
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<Real>(state_.back()[i]);
  }
  void reset(const Outline&) override {}
  bool sampling(std::span<double>) const override { return false; }
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
