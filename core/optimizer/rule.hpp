// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>

#include "optimizer/average.hpp"
#include "optimizer/optimizer.hpp"

/// What a file in rules/ includes. A rule is a struct of three things kept apart:
/// - its hyperparameters, plain fields with their defaults, `learning_rate` among them;
/// - `struct State`, with `visit(v)` calling v("name", field) for each vector and counter; vectors
///   start as n zeros, counters at the value of their initializer;
/// - `update(state, w, g, context) const`, one step by the gradient g at w.
/// Beside these it may define
/// - `update(state, w, g, blocks, context) const` instead, to treat a layer or matrix as a unit;
/// - `step(state, objective, w, context) const` instead, when one gradient is not enough;
/// - `prepare(state) const`, or `prepare(state, outline) const`, when state starts other than zero;
/// - `gradient_point(state, w, out) const`, when the gradient is taken at another point than w;
/// - `evaluation_point(state, w, out) const`, when an average is evaluated in place of w;
/// - `sampling(state, probabilities) const`, when it draws the samples itself;
/// - `rates(state, learning_rate, out) const`, when it scales each parameter by a rate of its own:
///   the factors of the last update, which had this learning rate;
/// - `marks(before, state, seen, out) const`, when there is something to draw of a step on a plane,
///   from the state before and after it. Each has docs beside those of the state.
/// The file ends with what runs know of the rule, its entry, and with what people read, its docs.
namespace fall_line {

/// Of a rule that subtracts its velocity.
inline constexpr MarkDocs velocity_mark{
    "velocity", MarkKind::arrow, "Velocity",
    "The step that the velocity alone would take from here. A gradient bends the next step away "
    "from it."};
/// What a rule draws without saying so: one with a gradient point, and one with rates.
inline constexpr MarkDocs gradient_point_mark{
    "gradientPoint", MarkKind::point, "Next gradient",
    "The point where the next step takes its gradient, in place of the present parameters."};
inline constexpr MarkDocs rates_mark{
    "rates", MarkKind::box, "Rates",
    "The rates by which the last step scaled the two parameters. They are the sides of the box, "
    "with the longer side drawn at a fixed length."};

template <class Rule>
class RuleOptimizer final : public Optimizer {
 public:
  RuleOptimizer(Rule (*make)(const Values&), const Values& values)
      : make_(make), rule_(make(values)) {}

  void reset(const Outline& outline) override {
    state_ = {};
    Zeros zeros(outline.parameters);
    state_.visit(zeros);
    gradient_.assign(outline.parameters, 0);
    if constexpr (requires { rule_.prepare(state_, outline); }) {
      rule_.prepare(state_, outline);
    } else if constexpr (requires { rule_.prepare(state_); }) {
      rule_.prepare(state_);
    }
  }

  void step(Objective& objective, const std::span<Real>& w, const StepContext& context) override {
    if constexpr (requires { rule_.step(state_, objective, w, context); }) {
      rule_.step(state_, objective, w, context);
    } else {
      if constexpr (has_gradient_point) {
        point_.resize(w.size());
        rule_.gradient_point(state_, w, std::span<Real>(point_));
        objective.gradient(point_, gradient_);
      } else {
        objective.gradient(w, gradient_);
      }
      const std::span<const Real> g(gradient_);
      if constexpr (requires { rule_.update(state_, w, g, objective.blocks(), context); }) {
        rule_.update(state_, w, g, objective.blocks(), context);
      } else {
        rule_.update(state_, w, g, context);
      }
    }
  }

  void marked_step(Objective& objective, const Witness& witness, const std::span<Real>& w,
                   const StepContext& context, Marks& out) override {
    if constexpr (has_marks) {
      const typename Rule::State before = state_;
      const Vector from(w.begin(), w.end());
      step(objective, w, context);
      rule_.marks(before, state_, {from, w, context.learning_rate, witness}, out);
    } else {
      step(objective, w, context);
    }
    if constexpr (has_gradient_point) {
      rule_.gradient_point(state_, w, std::span<Real>(point_));
      out.point(gradient_point_mark.name, point_);
    }
    if constexpr (has_rates) {
      std::array<double, 2> factors;
      rule_.rates(state_, context.learning_rate, factors);
      out.box(rates_mark.name, w, factors);
    }
  }

  void evaluation(std::span<const Real> w, std::span<Real> out) const override {
    if constexpr (requires { rule_.evaluation_point(state_, w, out); }) {
      rule_.evaluation_point(state_, w, out);
    } else {
      std::copy(w.begin(), w.end(), out.begin());
    }
  }

  bool sampling(std::span<double> probabilities) const override {
    if constexpr (requires { rule_.sampling(state_, probabilities); }) {
      rule_.sampling(state_, probabilities);
      return true;
    } else {
      return false;
    }
  }

  bool rates(double learning_rate, std::span<double> out) const override {
    if constexpr (has_rates) {
      rule_.rates(state_, learning_rate, out);
      return true;
    } else {
      return false;
    }
  }

  void configure(const Values& values) override { rule_ = make_(values); }
  void visit(StateVisitor& visitor) override { state_.visit(visitor); }

  static constexpr bool has_marks = requires(const Rule& rule, const typename Rule::State& state,
                                             const SeenStep& seen, Marks& out) {
    rule.marks(state, state, seen, out);
  };
  static constexpr bool has_rates =
      requires(const Rule& rule, const typename Rule::State& state, std::span<double> factors) {
    rule.rates(state, 1.0, factors);
  };
  static constexpr bool has_gradient_point =
      requires(const Rule& rule, const typename Rule::State& state, std::span<Real> v) {
    rule.gradient_point(state, v, v);
  };

 private:
  Rule (*make_)(const Values&);
  Rule rule_;
  typename Rule::State state_;
  Vector gradient_;
  Vector point_;  ///< Where the gradient is taken, if not at w.
};

/// -1, 0 or 1.
template <class T>
constexpr T sign(T x) {
  return static_cast<T>(x > 0) - static_cast<T>(x < 0);
}

/// Completes an entry with its rows and rule. A malformed row does not compile.
template <class Rule, auto& rows>
constexpr OptimizerEntry optimizer_entry(OptimizerEntry entry) {
  static_assert(well_formed(rows));
  entry.hyperparameters = hyperparameters_of<rows>;
  entry.sampler = requires(const Rule& rule, const typename Rule::State& state,
                           std::span<double> probabilities) {
    rule.sampling(state, probabilities);
  };
  entry.own_rates = RuleOptimizer<Rule>::has_rates;
  entry.looks_elsewhere = RuleOptimizer<Rule>::has_gradient_point;
  entry.make = [](const Values& values) -> std::unique_ptr<Optimizer> {
    return std::make_unique<RuleOptimizer<Rule>>(
        [](const Values& v) { return with_values<Rule, rows>(v); }, values);
  };
  if (entry.needs_float64 && sizeof(Real) < sizeof(double)) entry.make = nullptr;
  return entry;
}

template <class Rule>
constexpr Row<Rule> learning_rate_row(
    std::string_view doc =
        "Higher values lengthen every step, while lower values shorten it. Lower it when the loss "
        "grows or jumps, and raise it when the loss falls slowly.") {
  return row<Rule>(&Rule::learning_rate, {.id = "learningRate",
                                          .name = "Learning rate",
                                          .symbol = "η",
                                          .domain = above(0),
                                          .slider = logarithmic(1e-5, 10),
                                          .doc = doc,
                                          .role = Role::step_size});
}

/// The decay factor of a running average: 0 keeps the newest value alone, and the closer it is to
/// 1, the more past values count.
template <class Rule>
constexpr Row<Rule> memory_row(double Rule::*field, std::string_view id, std::string_view name,
                               std::string_view symbol, std::string_view doc) {
  return row<Rule>(field, {.id = id,
                           .name = name,
                           .symbol = symbol,
                           .domain = within_below(0, 1),
                           .slider = linear(0, 0.999),
                           .doc = doc});
}

template <class Rule>
constexpr Row<Rule> momentum_row(
    std::string_view doc =
        "Higher values keep more of the previous velocity, while lower values less. At 0.9 a "
        "gradient keeps acting for about ten steps.") {
  return memory_row(&Rule::momentum, "momentum", "Momentum", "μ", doc);
}

/// Adam's average of gradients.
template <class Rule>
constexpr Row<Rule> beta1_row(
    std::string_view doc =
        "Higher values average over more past gradients and smooth the steps, while lower values "
        "follow the newest gradient. At 0.9 the average spans about ten steps.") {
  return memory_row(&Rule::beta1, "beta1", "Beta 1 (decay of the gradient average)", "β₁", doc);
}

/// Adam's average of squared gradients.
template <class Rule>
constexpr Row<Rule> beta2_row(
    std::string_view doc =
        "Higher values average squared gradients over more steps, while lower values follow recent "
        "ones. At 0.999 the average spans about a thousand steps.") {
  return memory_row(&Rule::beta2, "beta2", "Beta 2 (decay of the squared-gradient average)", "β₂",
                    doc);
}

template <class Rule>
constexpr Row<Rule> weight_decay_row() {
  return row<Rule>(&Rule::weight_decay,
                   {.id = "weightDecay",
                    .name = "Weight decay",
                    .symbol = "λ",
                    .domain = at_least(0),
                    .slider = linear(0, 0.5),
                    .doc = "Higher values pull every parameter more strongly towards zero in each "
                           "step, while lower values less. At 0 there is no decay."});
}

template <class Rule>
constexpr Row<Rule> epsilon_row(
    double lowest = 1e-12,
    std::string_view doc =
        "Higher values shorten steps where the denominator is small, while lower values let each "
        "parameter adapt fully. It also prevents division by zero.") {
  return row<Rule>(&Rule::epsilon, {.id = "epsilon",
                                    .name = "Epsilon",
                                    .symbol = "ε",
                                    .domain = above(0),
                                    .slider = logarithmic(lowest, 1),
                                    .doc = doc});
}

}  // namespace fall_line
