// SPDX-License-Identifier: MIT
#include "network/activation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "catalog/find.hpp"
#include "support/closed_forms.hpp"
#include "support/registry.hpp"

namespace fall_line {
namespace {

constexpr double tolerance = sizeof(Real) == 8 ? 1e-14 : 1e-6;

Real value_at(const ActivationEntry& entry, Real z) {
  Real a = 42;
  entry.apply(&z, &a, 1);
  return a;
}

Real derivative_at(const ActivationEntry& entry, Real z) {
  const Real a = value_at(entry, z);
  Real delta = 1;
  entry.multiply_by_derivative(&z, &a, &delta, 1);
  return delta;
}

class Activation : public testing::TestWithParam<const ActivationEntry*> {};

TEST_P(Activation, HasItsClosedForm) {
  for (int i = -160; i <= 160; ++i) {
    const Real z = static_cast<Real>(i) / 16;
    const double expected = closed_form::activation(GetParam()->id, z);
    EXPECT_NEAR(value_at(*GetParam(), z), expected, tolerance * (1 + std::fabs(expected))) << z;
  }
}

TEST_P(Activation, HasTheSlopeOfItsClosedForm) {
  constexpr double h = 0x1p-18;
  for (int i = -160; i <= 160; ++i) {
    // Between the sixteenths, to avoid the kinks.
    const Real z = (static_cast<Real>(i) + Real{0.5}) / 16;
    const double x = z, above = closed_form::activation(GetParam()->id, x + h),
                 below = closed_form::activation(GetParam()->id, x - h);
    EXPECT_NEAR(derivative_at(*GetParam(), z), (above - below) / (2 * h),
                sizeof(Real) == 8 ? 1e-9 : 2e-6)
        << z;
  }
}

TEST_P(Activation, MultipliesTheDerivativeIntoDelta) {
  const Vector z{-1.5, 0.25, 2};
  Vector a(3), delta{10, -20, 30};
  GetParam()->apply(z.data(), a.data(), 3);
  GetParam()->multiply_by_derivative(z.data(), a.data(), delta.data(), 3);
  const Vector factors{10, -20, 30};
  for (std::size_t i = 0; i < 3; ++i)
    EXPECT_EQ(delta[i], factors[i] * derivative_at(*GetParam(), z[i])) << z[i];
}

TEST_P(Activation, StaysFiniteFarOut) {
  for (const Real z : {-1e18, -1e4, -1e2, -0.0, 0.0, 1e-30, 1e2, 1e4, 1e18}) {
    EXPECT_TRUE(std::isfinite(value_at(*GetParam(), z))) << z;
    EXPECT_TRUE(std::isfinite(derivative_at(*GetParam(), z))) << z;
  }
}

TEST_P(Activation, PassesNaNOn) {
  EXPECT_TRUE(std::isnan(value_at(*GetParam(), std::numeric_limits<Real>::quiet_NaN())));
}

INSTANTIATE_TEST_SUITE_P(Registry, Activation, testing::ValuesIn(every(activations())), ById());

struct Known {
  const char* id;
  double z, value, slope;
};

// From tables: e = 2.718281828459045, Phi(1) = 0.841344746068543, phi(1) = 0.241970724519143.
TEST(Activations, HaveTheirKnownValues) {
  const Known table[] = {
      {"linear", -3, -3, 1},
      {"sigmoid", 0, 0.5, 0.25},
      {"sigmoid", 1, 0.7310585786300049, 0.1966119332414819},
      {"tanh", 0, 0, 1},
      {"tanh", 1, 0.7615941559557649, 0.4199743416140261},
      {"relu", 2, 2, 1},
      {"relu", -2, 0, 0},
      {"leaky-relu", 2, 2, 1},
      {"leaky-relu", -2, -0.02, 0.01},
      {"elu", 2, 2, 1},
      {"elu", -1, -0.6321205588285577, 0.3678794411714423},
      {"softplus", 0, 0.6931471805599453, 0.5},
      {"softplus", -1, 0.3132616875182228, 0.2689414213699951},
      {"silu", 1, 0.7310585786300049, 0.9276705118714867},
      {"silu", -1, -0.2689414213699951, 0.0723294881285133},
      {"gelu", 1, 0.8413447460685429, 1.0833154705876864},
      {"gelu", -1, -0.1586552539314571, -0.0833154705876864},
      {"gelu-tanh", 1, 0.8411919906082768, 1.0829640838457826},
  };
  for (const auto& [id, z, value, slope] : table) {
    const ActivationEntry* entry = find(activations(), id);
    ASSERT_NE(entry, nullptr) << id;
    EXPECT_NEAR(value_at(*entry, static_cast<Real>(z)), value, tolerance) << id << " at " << z;
    EXPECT_NEAR(derivative_at(*entry, static_cast<Real>(z)), slope, tolerance) << id << " at " << z;
  }
}

TEST(Activations, TakeTheSlopeFromTheLeftAtTheirKink) {
  EXPECT_EQ(derivative_at(*find(activations(), "relu"), 0), 0);
  EXPECT_EQ(derivative_at(*find(activations(), "leaky-relu"), 0), static_cast<Real>(0.01));
  EXPECT_EQ(derivative_at(*find(activations(), "elu"), 0), 1);
}

}  // namespace
}  // namespace fall_line
