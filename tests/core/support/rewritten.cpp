// SPDX-License-Identifier: MIT
#include "support/rewritten.hpp"

#include <gtest/gtest.h>

#include "optimizer/line_search.hpp"

namespace fall_line::reference {

double Step::operator[](std::string_view id) const {
  for (const auto& [name, value] : trajectory.hyperparameters)
    if (name == id) return value;
  ADD_FAILURE() << "no " << id;
  return 0;
}

void Step::take_gradient(std::span<const Real> at) {
  Vector values(w.size());
  objective.gradient(at, values);
  g.assign(values.begin(), values.end());
}

void Step::move(std::size_t i, double distance) {
  w[i] = static_cast<Real>(static_cast<double>(w[i]) - distance);
}

void Rewritten::step(Objective& objective, const std::span<Real>& w, const StepContext& context) {
  Step step{trajectory_, objective, w, context.learning_rate, ++t_, state_, numbers_, {}};
  step.take_gradient(w);
  // Like the reference, it ends where the gradient is flat.
  if (trajectory_.converged > 0 && is_flat(Vector(step.g.begin(), step.g.end()))) {
    context.outcome.converged = flat_reason;
    return;
  }
  update_(step, mistake_);
  state_ = std::move(step.s);
  numbers_ = step.number;
}

void Rewritten::evaluation(std::span<const Real>, std::span<Real> out) const {
  // By convention the average is the last state vector.
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<Real>(state_.back()[i]);
}

}  // namespace fall_line::reference
