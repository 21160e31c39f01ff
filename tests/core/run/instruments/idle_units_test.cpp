// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "support/watched.hpp"

namespace fall_line {
namespace {

/// Two hidden layers of four units, with these biases in the first one and weights of 0 there, so
/// that each of its units gives f(bias) for every sample.
std::vector<double> idle_shares(const char* activation, const std::vector<double>& biases) {
  const auto run = make_run(small_race({at("problem.network.activation", activation),
                                        at("problem.network.hidden", std::vector{4.0, 4.0})}));
  std::vector<double> w(run->parameters().size(), 0.1);
  for (std::size_t i = 0; i < 8; ++i) w[i] = 0;
  for (std::size_t u = 0; u < 4; ++u) w[8 + u] = biases[u];
  EXPECT_TRUE(run->set_parameters(w));
  watch(*run, {"idle-units"});
  EXPECT_EQ(run->readings()[0].columns, 2u) << "none for the outputs";
  return {column(*run, "idle-units", 0)[0], column(*run, "idle-units", 1)[0]};
}

TEST(IdleUnits, OfReluAreZeroForEverySample) {
  EXPECT_EQ(idle_shares("relu", {-1, 0, 0.1, 1}), (std::vector<double>{0.5, 0}));
  EXPECT_EQ(idle_shares("relu", {1, 1, 1, 1}), (std::vector<double>{0, 0}));
}

/// In each layer by its own activation: tanh(-1) is not flat, and a linear unit never is.
TEST(IdleUnits, AreJudgedByTheActivationOfTheirLayer) {
  const auto shares = [](const char* layers) {
    const auto run = make_run(small_race({at("problem.network.activation", "linear"),
                                          at("problem.network.layerActivations", layers),
                                          at("problem.network.hidden", std::vector{4.0, 4.0})}));
    std::vector<double> w(run->parameters().size(), 0);
    for (std::size_t l = 0; l < 2; ++l)
      for (std::size_t u = 0; u < 4; ++u) w[run->layers()[l].biases + u] = -1;
    EXPECT_TRUE(run->set_parameters(w));
    watch(*run, {"idle-units"});
    return std::vector{column(*run, "idle-units", 0)[0], column(*run, "idle-units", 1)[0]};
  };
  EXPECT_EQ(shares("relu, tanh"), (std::vector<double>{1, 0}));
  EXPECT_EQ(shares("tanh, relu"), (std::vector<double>{0, 1}));
  EXPECT_EQ(shares("relu"), (std::vector<double>{1, 0}));
}

/// The slope of tanh is 1 - a², which is 0.05 at 2.18. That of sigmoid is a quarter of it at half
/// the argument.
TEST(IdleUnits, OfSigmoidsHaveAFlatSlope) {
  EXPECT_EQ(idle_shares("tanh", {2.17, 2.19, -2.17, -2.19})[0], 0.5);
  EXPECT_EQ(idle_shares("sigmoid", {4.35, 4.37, -4.35, -4.37})[0], 0.5);
}

/// The slope of ELU is e^z below 0: 0.01 at -4.605. That of softplus is the sigmoid.
TEST(IdleUnits, OfSmoothReluAreOnTheFlatSide) {
  EXPECT_EQ(idle_shares("elu", {-4.59, -4.62, 4, 40})[0], 0.25);
  EXPECT_EQ(idle_shares("softplus", {-4.59, -4.60, 4, 40})[0], 0.25);
  for (const char* activation : {"silu", "gelu", "gelu-tanh"})
    EXPECT_EQ(idle_shares(activation, {-40, -12, 0, 4})[0], 0.5) << activation;
}

/// A unit that is steep at some samples alone: 1 of 30 is within the 5 % that may be, 2 are not.
TEST(IdleUnits, OfSigmoidsMayPassAFewSamples) {
  const auto run = make_run(small_race());
  std::vector<double> x;
  for (const std::uint32_t i : run->problem().split().train)
    x.push_back(run->problem().samples().input(i)[0]);
  ASSERT_EQ(x.size(), 30u);
  std::sort(x.begin(), x.end());
  watch(*run, {"idle-units"});
  // tanh(slope (x - centre)) is steep where |slope (x - centre)| < 2.18.
  const auto share = [&](double centre, double width) {
    std::vector<double> w(run->parameters().size(), 0);
    w[0] = 2.18 / width;
    w[8] = -w[0] * centre;
    EXPECT_TRUE(run->set_parameters(w));
    return column(*run, "idle-units", 0)[0];
  };
  EXPECT_EQ(share(x[29], 0.9 * (x[29] - x[28])), 0.25);
  EXPECT_EQ(share(x[29], 0.1 * (x[28] - x[27]) + (x[29] - x[28])), 0);
}

TEST(IdleUnits, NeedAHiddenLayerWithAFlatPart) {
  const auto lack = [](const Settings& changes) {
    const auto unsuited = make_run(small_race(changes))->unsuited();
    const auto found = unsuited.find("idle-units");
    return found == unsuited.end() ? "" : found->second;
  };
  EXPECT_EQ(lack({}), "");
  EXPECT_EQ(lack({at("problem.network.hidden", std::vector<double>{})}), "a hidden layer");
  for (const char* activation : {"linear", "leaky-relu"})
    EXPECT_EQ(lack({at("problem.network.activation", activation)}),
              "an activation with a flat part");
  EXPECT_EQ(make_run(on_surface("rosenbrock", {0, 0}, "sgd"))->unsuited().at("idle-units"),
            "a network");
}

}  // namespace
}  // namespace fall_line
