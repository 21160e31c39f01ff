// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>

#include "optimizer/scalars.hpp"
#include "optimizer/wrapper.hpp"

/// What a file in wrappers/ includes. A wrapper is a struct of its `id`, its hyperparameters, a
/// `State` as a rule's, and what it does around the steps of the optimizer inside:
/// - `before(state, w) const`, ahead of each step;
/// - `after(state, inner, w) const`, once it is done;
/// - `gradient(objective, w, g, point) const`, which writes the gradient that the inner one gets in
///   the place of that at w, returns the loss at w, and has `point` to work with;
/// - `evaluation_point(state, out) const`, which replaces what the inner one offers to be judged.
namespace fall_line {

/// Visits a wrapper's state under its id, `lookahead.slow`, so that it can use any name that the
/// optimizer inside uses too.
template <class Wrapper>
struct Prefixed {
  StateVisitor& visitor;

  /// A name is a literal, so its length is known and a visit allocates nothing.
  template <std::size_t size, class Value>
  void operator()(const char (&name)[size], Value& value) {
    constexpr std::string_view id = Wrapper::id;
    std::array<char, id.size() + size> full;  // The dot takes the place of the final zero.
    char* const dot = std::copy(id.begin(), id.end(), full.data());
    *dot = '.';
    std::copy_n(name, size - 1, dot + 1);
    visitor(std::string_view(full.data(), full.size()), value);
  }
};

template <class Wrapper>
class WrappingOptimizer final : public Optimizer {
 public:
  WrappingOptimizer(Wrapper (*make)(const Values&), const Values& values,
                    std::unique_ptr<Optimizer> inner)
      : make_(make), wrapper_(make(values)), inner_(std::move(inner)) {}

  void reset(const Outline& outline) override {
    state_ = {};
    Zeros zeros(outline.parameters);
    state_.visit(zeros);
    inner_->reset(outline);
  }

  void step(Objective& objective, const std::span<Real>& w, const StepContext& context) override {
    around(objective, w, [&](Objective& seen) { inner_->step(seen, w, context); });
  }

  void marked_step(Objective& objective, const Witness& witness, const std::span<Real>& w,
                   const StepContext& context, Marks& out) override {
    around(objective, w,
           [&](Objective& seen) { inner_->marked_step(seen, witness, w, context, out); });
  }

  void evaluation(std::span<const Real> w, std::span<Real> out) const override {
    inner_->evaluation(w, out);
    if constexpr (requires { wrapper_.evaluation_point(state_, out); })
      wrapper_.evaluation_point(state_, out);
  }

  bool sampling(std::span<double> probabilities) const override {
    return inner_->sampling(probabilities);
  }
  bool rates(double learning_rate, std::span<double> out) const override {
    return inner_->rates(learning_rate, out);
  }
  void configure(const Values& values) override { wrapper_ = make_(values); }
  void visit(StateVisitor& visitor) override {
    Prefixed<Wrapper> own{visitor};
    state_.visit(own);
    inner_->visit(visitor);
  }
  Optimizer* inner() override { return inner_.get(); }

 private:
  /// What the wrapper does around a step of the inner optimizer, on the objective that this sees.
  template <class InnerStep>
  void around(Objective& objective, const std::span<Real>& w, InnerStep inner_step) {
    if constexpr (requires { wrapper_.before(state_, w); }) wrapper_.before(state_, w);
    if constexpr (has_gradient) {
      Shifted shifted(wrapper_, objective, point_);
      inner_step(shifted);
    } else {
      inner_step(objective);
    }
    if constexpr (requires { wrapper_.after(state_, *inner_, w); })
      wrapper_.after(state_, *inner_, w);
  }

  static constexpr bool has_gradient =
      requires(const Wrapper& wrapper, Objective& o, std::span<Real> v, Vector& point) {
    wrapper.gradient(o, v, v, point);
  };

  /// The objective with the wrapper's gradient, for rules that ask for nothing else.
  class Shifted final : public Objective {
   public:
    Shifted(const Wrapper& wrapper, Objective& objective, Vector& point)
        : wrapper_(wrapper), objective_(objective), point_(point) {}
    std::size_t size() const override { return objective_.size(); }
    std::span<const ParameterBlock> blocks() const override { return objective_.blocks(); }
    double gradient(const std::span<const Real>& w, const std::span<Real>& g) override {
      return wrapper_.gradient(objective_, w, g, point_);
    }

   private:
    const Wrapper& wrapper_;
    Objective& objective_;
    Vector& point_;
  };

  Wrapper (*make_)(const Values&);
  Wrapper wrapper_;
  typename Wrapper::State state_;
  std::unique_ptr<Optimizer> inner_;
  Vector point_;  ///< For `gradient`.
};

/// Completes an entry with its rows and wrapper. A malformed row does not compile.
template <class Wrapper, auto& rows>
constexpr WrapperEntry wrapper_entry(WrapperEntry entry) {
  static_assert(well_formed(rows));
  entry.hyperparameters = hyperparameters_of<rows>;
  entry.make = [](const Values& values,
                  std::unique_ptr<Optimizer> inner) -> std::unique_ptr<Optimizer> {
    return std::make_unique<WrappingOptimizer<Wrapper>>(
        [](const Values& v) { return with_values<Wrapper, rows>(v); }, values, std::move(inner));
  };
  return entry;
}

/// Clauses of a refusal: "a wrapper that works with asgd, which ...".
namespace because {
inline constexpr std::string_view averages = "already averages its weights",
                                  uses_no_gradient = "uses no gradient",
                                  keeps_its_place = "stores its own position and cannot be moved",
                                  searches = "tests its steps by the loss",
                                  needs_more = "needs more than the gradient";
}  // namespace because

}  // namespace fall_line
