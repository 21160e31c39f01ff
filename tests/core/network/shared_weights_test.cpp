// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "catalog/find.hpp"
#include "network/layers/dense.hpp"
#include "network/network.hpp"
#include "support/problems.hpp"

/// A layer whose weights many places of an input share passes through a network like a dense one.
namespace fall_line {
namespace {

/// A filter of three weights and a bias that slides along a row of inputs.
class Filter final : public Layer {
 public:
  static constexpr std::size_t width = 3;

  explicit Filter(const LayerShape& shape) : places_(static_cast<std::size_t>(shape.outputs)) {}

  void forward(const LayerWeights& w, const Real* x, Real* z, std::size_t stride) const override {
    for (std::size_t p = 0; p < places_; ++p)
      for (std::size_t b = 0; b < stride; ++b) {
        Real sum = w.biases == nullptr ? 0 : w.biases[0];
        for (std::size_t k = 0; k < width; ++k) sum += w.weights[k] * x[(p + k) * stride + b];
        z[p * stride + b] = sum;
      }
  }
  void backward(const Real* weights, const Real* delta, Real* delta_x,
                std::size_t stride) const override {
    std::fill_n(delta_x, (places_ + width - 1) * stride, Real{0});
    for (std::size_t p = 0; p < places_; ++p)
      for (std::size_t k = 0; k < width; ++k)
        for (std::size_t b = 0; b < stride; ++b)
          delta_x[(p + k) * stride + b] += weights[k] * delta[p * stride + b];
  }
  void gradient(const Real* delta, const Real* x, const kernels::OuterSums& g,
                std::size_t stride) const override {
    if (!g.add) std::fill_n(g.products, width, Real{0});
    if (g.rows != nullptr && !g.add) g.rows[0] = 0;
    for (std::size_t b = 0; b < stride; ++b) add_sample(delta, x, b, stride, g.products, g.rows);
  }
  void sample_gradients(const Pass& pass, const SampleRows& rows) const override {
    for (std::size_t b = 0; b < pass.samples; ++b) {
      Real* weights = rows.weights + b * rows.sample_stride;
      Real* bias = rows.biases + b * rows.sample_stride;
      std::fill_n(weights, width, Real{0});
      *bias = 0;
      add_sample(pass.delta, pass.x, b, pass.stride, weights, bias);
    }
  }
  // Not asked for below.
  void add_squared_norms(const Pass&, std::span<double>) const override { FAIL(); }
  void add_factors(const Pass&, double, Real*, Real*) const override { FAIL(); }

 private:
  void add_sample(const Real* delta, const Real* x, std::size_t b, std::size_t stride,
                  Real* weights, Real* bias) const {
    for (std::size_t p = 0; p < places_; ++p) {
      const Real d = delta[p * stride + b];
      for (std::size_t k = 0; k < width; ++k) weights[k] += d * x[(p + k) * stride + b];
      if (bias != nullptr) bias[0] += d;
    }
  }

  std::size_t places_;
};

LayerShape filter(std::size_t inputs) {
  return {.inputs = inputs,
          .outputs = inputs - Filter::width + 1,
          .rows = 1,
          .columns = Filter::width,
          .fan_out = Filter::width,
          .make = [](const LayerShape& shape) -> std::unique_ptr<Layer> {
            return std::make_unique<Filter>(shape);
          }};
}

class SharedWeights : public testing::Test {
 protected:
  static constexpr std::size_t inputs = 7, samples = 5;

  /// Half the sum of the squared outputs.
  double loss(std::span<const Real> w) {
    const Real* outputs = network_.forward(w);
    double sum = 0;
    for (std::size_t b = 0; b < samples; ++b) sum += 0.5 * outputs[b] * outputs[b];
    return sum;
  }
  Vector gradient(std::span<const Real> w) {
    const Real* outputs = network_.forward(w);
    std::copy_n(outputs, samples, network_.output_delta());
    Vector g(w.size());
    network_.backward(w, g, false);
    return g;
  }

  const NetworkShape shape_{{filter(inputs), filter(5), dense_layer(3, 1)}};
  Network network_{shape_, *find(activations(), "tanh")};
  const Vector x_ = random_parameters(inputs * samples + Network::slack);
  const Vector w_ = random_parameters(static_cast<std::size_t>(shape_.parameters()));
  const double h_ = sizeof(Real) == 8 ? 0x1p-20 : 0x1p-8;
  const double tolerance_ = sizeof(Real) == 8 ? 1e-9 : 1e-3;

  void SetUp() override { network_.load(x_.data(), nullptr, samples); }

  Vector moved(const Vector& along, double distance) const {
    Vector w = w_;
    for (std::size_t i = 0; i < w.size(); ++i) w[i] += static_cast<Real>(distance) * along[i];
    return w;
  }
};

TEST_F(SharedWeights, AreCountedOnce) {
  EXPECT_EQ(shape_.parameters(), 4u + 4u + 4u);
  EXPECT_EQ(network_.layout().layers[1].weights, 4u);
  EXPECT_EQ(network_.layout().layers[2].biases, 11u);
}

TEST_F(SharedWeights, HaveTheGradientOfTheLoss) {
  const Vector g = gradient(w_);
  for (std::size_t i = 0; i < w_.size(); ++i) {
    Vector unit(w_.size());
    unit[i] = 1;
    const double slope = (loss(moved(unit, h_)) - loss(moved(unit, -h_))) / (2 * h_);
    EXPECT_NEAR(g[i], slope, 10 * tolerance_) << "at " << i;
  }
}

TEST_F(SharedWeights, GradientsOfSingleSamplesAddUpToTheGradient) {
  const Vector g = gradient(w_);
  Vector rows(samples * w_.size(), 42);
  std::copy_n(network_.forward(w_), samples, network_.output_delta());
  network_.backward_each(w_, rows.data(), w_.size());
  for (std::size_t i = 0; i < w_.size(); ++i) {
    double sum = 0;
    for (std::size_t b = 0; b < samples; ++b) sum += rows[b * w_.size() + i];
    EXPECT_NEAR(sum, g[i], tolerance_) << "at " << i;
  }
}

TEST_F(SharedWeights, HaveHessianProducts) {
  const Vector v = random_parameters(w_.size());
  std::copy_n(network_.forward(w_), samples, network_.output_delta());
  // The derivative of half a square is the output itself, so its tangent is the output's.
  const Real* tangent = network_.forward_tangent(w_, v);
  std::copy_n(tangent, samples, network_.output_delta_tangent());
  Vector product(w_.size(), 0);
  network_.backward_tangent(w_, v, product);
  const Vector above = gradient(moved(v, h_)), below = gradient(moved(v, -h_));
  for (std::size_t i = 0; i < w_.size(); ++i)
    EXPECT_NEAR(product[i], (above[i] - below[i]) / (2 * h_), 10 * tolerance_) << "at " << i;
}

}  // namespace
}  // namespace fall_line
