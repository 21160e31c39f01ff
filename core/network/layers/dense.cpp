// SPDX-License-Identifier: MIT
#include "network/layers/dense.hpp"

namespace fall_line {
namespace {

double square(Real x) { return static_cast<double>(x) * x; }

/// sum_b x_b[i] x_b[j] in double, in order of samples; row `count` of x is all ones.
double moment(const Real* x, std::size_t count, std::size_t i, std::size_t j, std::size_t stride,
              std::size_t samples) {
  double sum = 0;
  for (std::size_t b = 0; b < samples; ++b) {
    const double xi = i < count ? x[i * stride + b] : Real{1};
    const double xj = j < count ? x[j * stride + b] : Real{1};
    sum += xi * xj;
  }
  return sum;
}

class Dense final : public Layer {
 public:
  explicit Dense(const LayerShape& shape)
      : inputs_(static_cast<std::size_t>(shape.inputs)),
        outputs_(static_cast<std::size_t>(shape.outputs)) {}

  void forward(const LayerWeights& w, const Real* x, Real* z, std::size_t stride) const override {
    kernels::multiply({w.weights, outputs_, inputs_, inputs_, 1}, w.biases, x, z, stride);
  }

  void backward(const Real* weights, const Real* delta, Real* delta_x,
                std::size_t stride) const override {
    kernels::multiply({weights, inputs_, outputs_, 1, inputs_}, nullptr, delta, delta_x, stride);
  }

  void gradient(const Real* delta, const Real* x, const kernels::OuterSums& g,
                std::size_t stride) const override {
    kernels::outer_product(delta, outputs_, x, inputs_, g, stride);
  }

  void sample_gradients(const Pass& pass, const SampleRows& rows) const override {
    for (std::size_t b = 0; b < pass.samples; ++b) {
      Real* weights = rows.weights + b * rows.sample_stride;
      Real* biases = rows.biases + b * rows.sample_stride;
      for (std::size_t r = 0; r < outputs_; ++r) {
        const Real d = pass.delta[r * pass.stride + b];
        biases[r] = d;
        for (std::size_t k = 0; k < inputs_; ++k)
          weights[r * inputs_ + k] = d * pass.x[k * pass.stride + b];
      }
    }
  }

  /// A sample's gradient is delta x^T beside delta: ‖delta‖² (‖x‖² + 1) (Goodfellow 2015).
  void add_squared_norms(const Pass& pass, std::span<double> norms) const override {
    for (std::size_t b = 0; b < pass.samples; ++b) {
      double deltas = 0, inputs = 1;
      for (std::size_t r = 0; r < outputs_; ++r) deltas += square(pass.delta[r * pass.stride + b]);
      for (std::size_t k = 0; k < inputs_; ++k) inputs += square(pass.x[k * pass.stride + b]);
      norms[b] += deltas * inputs;
    }
  }

  void add_factors(const Pass& pass, double share, Real* inputs, Real* deltas) const override {
    const auto add = [&](const Real* x, std::size_t count, std::size_t size, Real* factor) {
      for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j <= i; ++j) {
          const auto more =
              static_cast<Real>(share * moment(x, count, i, j, pass.stride, pass.samples));
          factor[i * size + j] += more;
          if (j < i) factor[j * size + i] += more;
        }
    };
    add(pass.delta, outputs_, outputs_, deltas);
    add(pass.x, inputs_, inputs_ + 1, inputs);
  }

 private:
  std::size_t inputs_, outputs_;
};

}  // namespace

LayerShape dense_layer(std::uint64_t inputs, std::uint64_t outputs) {
  return {.inputs = inputs,
          .outputs = outputs,
          .rows = outputs,
          .columns = inputs,
          .fan_out = outputs,
          .make = [](const LayerShape& shape) -> std::unique_ptr<Layer> {
            return std::make_unique<Dense>(shape);
          }};
}

}  // namespace fall_line
