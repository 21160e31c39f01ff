// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <span>

#include "optimizer/scalars.hpp"

/// Running averages as Adam and its kin keep them (Kingma & Ba 2015, 1412.6980, Algorithm 1).
namespace fall_line {

/// A running average x̄ ← β x̄ + (1-β) x. Papers write m, v or s for x̄.
class Average {
 public:
  explicit Average(double beta) : Average(beta, 1 - beta) {}
  /// For weights other than β and 1-β.
  Average(double kept, double taken) : kept_(real(kept)), taken_(real(taken)) {}

  Real mix(Real average, Real x) const { return kept_ * average + taken_ * x; }

 private:
  Real kept_, taken_;
};

/// The bias towards zero of a running average that starts there: after t steps, what it averages
/// has a total weight of only 1 - β^t.
struct Bias {
  /// β^t as a running product. If β changes mid-run, 1 - β^t still is the total weight, which
  /// pow(β, t) would miss.
  double power = 1;

  /// One more step.
  void advance(double beta) { power *= beta; }
  /// 1 - β^t
  double weight() const { return 1 - power; }
  /// x / (1-β^t). Applied to the learning rate it corrects the average that the rate multiplies.
  double correct(double x) const { return x / weight(); }
};

/// Adam's denominator √v̂ + ε with v̂ = v / (1-β2^t).
class CorrectedRoot {
 public:
  CorrectedRoot(const Bias& bias, double epsilon)
      : correction_(real(1 / std::sqrt(bias.weight()))), epsilon_(real(epsilon)) {}

  Real operator()(Real v) const { return std::sqrt(v) * correction_ + epsilon_; }

 private:
  Real correction_, epsilon_;
};

/// η / (√v̂ + ε) for each parameter, by which Adam multiplies m̂.
inline void write_rates(const Vector& v, const CorrectedRoot& root, double learning_rate,
                        std::span<double> out) {
  for (std::size_t i = 0; i < v.size(); ++i)
    out[i] = learning_rate / static_cast<double>(root(v[i]));
}

/// Adam's state: the averages m of gradients and v of their squares.
struct Moments {
  Vector m, v;
  Bias bias1, bias2;  ///< Of m and of v.

  void advance(double beta1, double beta2) {
    bias1.advance(beta1);
    bias2.advance(beta2);
  }

  template <class Visitor>
  void visit(Visitor& visit) {
    visit("m", m);
    visit("v", v);
    visit("beta1Power", bias1.power);
    visit("beta2Power", bias2.power);
  }
};

}  // namespace fall_line
