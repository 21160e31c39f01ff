// SPDX-License-Identifier: MIT
#include "network/hidden/normalizer.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "catalog/find.hpp"
#include "network/network.hpp"

namespace fall_line {
namespace {

struct Reference {
  Normalization kind;
  double loss;
  std::initializer_list<double> w, v, inputs, targets, gradient, product;
};

Vector real(std::span<const double> values) {
  Vector result;
  for (const double value : values) result.push_back(static_cast<Real>(value));
  return result;
}

void expect_near(const Vector& ours, std::span<const double> theirs, double tolerance) {
  ASSERT_EQ(ours.size(), theirs.size());
  for (std::size_t i = 0; i < ours.size(); ++i)
    EXPECT_NEAR(ours[i], theirs[i], tolerance * (1 + std::fabs(theirs[i]))) << "at " << i;
}

void expect_reference(const Reference& known) {
  const double tolerance = sizeof(Real) == 8 ? 1e-12 : 1e-4;
  constexpr std::size_t samples = 6, outputs = 2;
  const NetworkShape shape = dense_network({3, 5, 4, outputs}, true);
  Network network(
      shape, make_stages(shape,
                         {.activations{find(activations(), "tanh"), find(activations(), "silu")},
                          .normalization = known.kind},
                         samples));
  const Vector w = real({known.w.begin(), known.w.size()}),
               v = real({known.v.begin(), known.v.size()});
  Vector x = real({known.inputs.begin(), known.inputs.size()});
  x.resize(x.size() + Network::slack);
  network.load(x.data(), nullptr, samples);
  const Real* out = network.forward(w);
  double loss = 0;
  for (std::size_t b = 0; b < samples; ++b)
    for (std::size_t k = 0; k < outputs; ++k) {
      const double error = out[k * network.stride() + b] - known.targets.begin()[b * outputs + k];
      loss += error * error / (2 * samples);
      network.output_delta()[k * network.stride() + b] = static_cast<Real>(error / samples);
    }
  EXPECT_NEAR(loss, known.loss, tolerance * (1 + known.loss));
  Vector g(w.size(), 42), product(w.size());
  network.backward(w, g, false);
  expect_near(g, {known.gradient.begin(), known.gradient.size()}, tolerance);
  const Real* tangent = network.forward_tangent(w, v);
  for (std::size_t k = 0; k < outputs; ++k)
    for (std::size_t b = 0; b < samples; ++b)
      network.output_delta_tangent()[k * network.stride() + b] =
          tangent[k * network.stride() + b] / samples;
  network.backward_tangent(w, v, product);
  expect_near(product, {known.product.begin(), known.product.size()}, 10 * tolerance);
}

TEST(Normalizer, IsThatOfPyTorch) {
  const std::initializer_list<Reference> all{
#include "../../reference/normalizer.inc"
  };
  ASSERT_EQ(all.size(), 2U);
  for (const Reference& known : all) {
    SCOPED_TRACE(known.kind == Normalization::layer ? "layer" : "batch");
    expect_reference(known);
  }
}

TEST(Normalizer, LeavesMeanZeroAndVarianceOne) {
  const Layout layout(dense_network({1, 7, 1}, true));
  for (const Normalization kind : {Normalization::layer, Normalization::batch}) {
    Normalizer normalizer(kind, layout, 8);
    normalizer.load({.samples = 6, .stride = 8});
    Vector w(layout.parameters), z(7 * 8);
    for (std::size_t u = 0; u < 7; ++u) w[layout.layers[0].gains + u] = 1;
    for (std::size_t i = 0; i < z.size(); ++i)
      z[i] = static_cast<Real>(100 + 3 * static_cast<double>(i * i % 37));
    normalizer.forward(0, w, z.data(), z.data());
    const bool by_unit = kind == Normalization::batch;
    const std::size_t groups = by_unit ? 7 : 6, size = by_unit ? 6 : 7;
    for (std::size_t g = 0; g < groups; ++g) {
      double sum = 0, squares = 0;
      for (std::size_t i = 0; i < size; ++i) {
        const double y = by_unit ? z[g * 8 + i] : z[i * 8 + g];
        sum += y;
        squares += y * y;
      }
      EXPECT_NEAR(sum, 0, sizeof(Real) == 8 ? 1e-12 : 1e-4);
      EXPECT_NEAR(squares / static_cast<double>(size), 1, 1e-5);
    }
  }
}

TEST(Normalizer, OfEqualNumbersIsTheShift) {
  const Layout layout(dense_network({1, 3, 1}, true));
  Normalizer normalizer(Normalization::batch, layout, 4);
  normalizer.load({.samples = 1, .stride = 4});
  Vector w(layout.parameters, 2), z(3 * 4, 5);
  normalizer.forward(0, w, z.data(), z.data());
  for (std::size_t u = 0; u < 3; ++u) EXPECT_EQ(z[u * 4], 2);
}

}  // namespace
}  // namespace fall_line
