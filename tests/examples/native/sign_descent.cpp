// SPDX-License-Identifier: MIT
#include "sign_descent.hpp"

namespace {

namespace fl = fall_line::v1;
using fl::Real;

class SignDescent final : public fl::Rule {
 public:
  void configure(std::span<const double> values) override { memory_ = values[1]; }

  void reset(std::size_t n) override {
    gradient_.assign(n, 0);
    average_.assign(n, 0);
  }

  void step(fl::Objective& objective, std::span<Real> w, double learning_rate) override {
    objective.gradient(w, gradient_);
    const Real eta = static_cast<Real>(learning_rate);
    const Real memory = static_cast<Real>(memory_), news = static_cast<Real>(1 - memory_);
    for (std::size_t i = 0; i < w.size(); ++i) {
      average_[i] = memory * average_[i] + news * gradient_[i];
      if (average_[i] > 0) w[i] -= eta;
      if (average_[i] < 0) w[i] += eta;
    }
  }

  void visit(fl::StateVisitor& visitor) override { visitor("average", average_); }

 private:
  double memory_ = 0;
  std::vector<Real> gradient_, average_;
};

}  // namespace

fl::RuleEntry sign_descent() {
  return {.id = "sign-descent",
          .hyperparameters = {{.id = "learningRate", .value = 0.01, .min = 0, .min_open = true},
                              {.id = "memory", .value = 0.9, .min = 0, .max = 1, .max_open = true}},
          .make = [] { return std::make_unique<SignDescent>(); }};
}
