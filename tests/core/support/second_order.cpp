// SPDX-License-Identifier: MIT
#include "support/second_order.hpp"

#include "catalog/find.hpp"
#include "numeric/dense.hpp"

namespace fall_line {

Settings on_surface(std::string_view surface, std::vector<double> start, std::string_view rule,
                    const Settings& more) {
  return with({at("problem.surface.id", surface), at("problem.start", std::move(start)),
               at("optimizer.id", rule)},
              more);
}

double Form::gradient(const std::span<const Real>& w, const std::span<Real>& g) {
  ++gradients;
  return value(w, g);
}

double Form::loss(std::span<const Real> w) {
  ++losses;
  Vector g(size());
  return value(w, g);
}

void Form::hessian_product(std::span<const Real>, std::span<const Real> v, std::span<Real> out) {
  ++products;
  dense::multiply(a_, v, out);
}

double Form::value(std::span<const Real> w, std::span<Real> g) const {
  dense::multiply(a_, w, g);
  return 0.5 * dense::dot(w, g);
}

StepOutcome Walker::step() {
  const StepContext context{learning_rate_of(entry_, values_), random_};
  rule_->step(objective_, w, context);
  return context.outcome;
}

void Walker::configure(const Named& named) {
  values_ = values_of(entry_, named);
  rule_->configure(values_);
}

}  // namespace fall_line
