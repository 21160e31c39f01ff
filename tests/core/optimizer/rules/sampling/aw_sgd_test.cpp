// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "support/optimizers.hpp"
#include "support/sampled_network.hpp"

namespace fall_line {
namespace {

using reference::SampledNetwork;

/// The rule on a network with a tiny learning rate. The parameters hardly move, so the sampler has
/// a fixed target.
class Sampler {
 public:
  Sampler(const char* network, const Named& named)
      : network(reference::network_named(network)), w(this->network.size()) {
    Named all{{"learningRate", 1e-300}};
    all.insert(all.end(), named.begin(), named.end());
    const reference::NetworkData data = reference::network_named(network);
    for (std::size_t i = 0; i < w.size(); ++i) w[i] = static_cast<Real>(data.start[i]);
    const OptimizerEntry& entry = *find(optimizers(), "aw-sgd");
    rule = entry.make(values_of(entry, all));
    rule->reset(this->network.outline());
  }
  void step() {
    network.advance();
    rule->step(network, w, {1e-300, random});
  }
  std::vector<double> q() const {
    std::vector<double> q(network.samples());
    EXPECT_TRUE(rule->sampling(q));
    return q;
  }

  SampledNetwork network;
  Vector w;
  std::unique_ptr<Optimizer> rule;
  Stream random{"optimizer", 1};
};

/// E‖∇ℓ/(N q)‖²
double second_moment(const std::vector<double>& norms, const std::vector<double>& q) {
  double sum = 0;
  const auto n = static_cast<double>(q.size());
  for (std::size_t i = 0; i < q.size(); ++i) sum += norms[i] / (n * n * q[i]);
  return sum;
}

/// Twelve samples of three classes. The lowest possible second moment is (mean ‖∇ℓ‖)², for q ∝
/// ‖∇ℓ‖.
TEST(AwSgd, LearnsAlmostOptimalProbabilities) {
  for (const Named& named :
       {Named{{"groups", 1}}, Named{{"groups", 0}}, Named{{"groups", 1}, {"mixture", 0.02}}}) {
    Sampler sampler("three-classes", named);
    const std::vector<double> norms = sampler.network.squared_norms(sampler.w);
    const double n = 12;
    double mean_norm = 0, uniform = 0;
    for (const double square : norms) {
      mean_norm += std::sqrt(square) / n;
      uniform += square / n;
    }
    const double best = mean_norm * mean_norm;
    EXPECT_NEAR(second_moment(norms, sampler.q()), uniform, 1e-12 * uniform);
    ASSERT_GT(uniform, 1.15 * best) << "there is something to learn";
    for (int k = 0; k < 30000; ++k) sampler.step();
    const double learned = second_moment(norms, sampler.q());
    EXPECT_LT(learned, 1.05 * best);
    EXPECT_GT(learned, best * (1 - 1e-12));
  }
}

TEST(AwSgd, DrawsWithTheReportedProbabilities) {
  for (const double groups : {1.0, 2.0}) {
    // A large rate makes the probabilities unequal. Then the rate is 0, so they stay fixed.
    Sampler sampler("three-classes", {{"samplerRate", 0.3}, {"groups", groups}});
    for (int k = 0; k < 300; ++k) sampler.step();
    const OptimizerEntry& entry = *find(optimizers(), "aw-sgd");
    sampler.rule->configure(values_of(entry, {{"samplerRate", 0}, {"groups", groups}}));
    const std::vector<double> q = sampler.q();
    EXPECT_NEAR(std::accumulate(q.begin(), q.end(), 0.0), 1, 1e-12);
    std::vector<double> drawn(q.size(), 0);
    double all = 0;
    for (int k = 0; k < 20000; ++k) {
      sampler.step();
      for (std::size_t j = 0; j < sampler.network.drawn.size(); ++j) {
        const std::uint32_t i = sampler.network.drawn[j];
        drawn[i] += 1;
        all += 1;
        // The weight of a sample makes up for how often it is drawn.
        const auto batch = static_cast<double>(sampler.network.drawn.size());
        EXPECT_NEAR(sampler.network.weights[j] * batch * q[i] * 12, 1, 1e-12);
      }
    }
    EXPECT_EQ(sampler.q(), q);
    double most = 0, least = 1;
    for (std::size_t i = 0; i < q.size(); ++i) {
      const double deviation = std::sqrt(q[i] * (1 - q[i]) / all);
      EXPECT_NEAR(drawn[i] / all, q[i], 4 * deviation) << i;
      most = std::max(most, q[i]);
      least = std::min(least, q[i]);
    }
    EXPECT_GT(most, 2 * least);
    EXPECT_GE(least, 0.1 / 12);
  }
}

TEST(AwSgd, BeginsWithEqualProbabilitiesForAnyGrouping) {
  for (const double groups : {0.0, 1.0, 2.0})
    for (const char* network : {"three-classes", "two-classes", "curve-fit"}) {
      const std::vector<double> q = Sampler(network, {{"groups", groups}, {"mixture", 0}}).q();
      for (const double each : q) EXPECT_NEAR(each, 1.0 / static_cast<double>(q.size()), 1e-15);
    }
}

// Two groups of 1 and 3 samples, σ = 1/4, 3/4. Draw one sample of group c, and let ‖d‖² equal its
// running average. Then τ moves by η_τ (1-ε) (1/4)/q (e_c - σ), and (1/4)/q = 1 here.
TEST(AwSgd, MovesTauByTheGradientOfTheLogarithm) {
  const OptimizerEntry& entry = *find(optimizers(), "aw-sgd");
  const auto rule = entry.make(values_of(entry, {{"samplerRate", 0.5}, {"groups", 2}}));
  const ParameterBlock column{0, 1, 1};
  const std::vector<std::uint32_t> cells{0, 1, 1, 1};
  rule->reset({std::span(&column, 1), cells});
  class One final : public Objective {
   public:
    std::size_t size() const override { return 1; }
    std::span<const ParameterBlock> blocks() const override { return {}; }
    double gradient(const std::span<const Real>&, const std::span<Real>&) override { return 0; }
    std::size_t samples() const override { return 4; }
    std::size_t batch_size() const override { return 1; }
    double weighted_gradient(std::span<const Real>, const Draw& draw, std::span<Real> g) override {
      drawn = draw.samples[0];
      g[0] = static_cast<Real>(2 * draw.weights[0]);
      draw.squared_norms[0] = 4 * draw.weights[0] * draw.weights[0];
      return 0;
    }
    std::uint32_t drawn = 0;
  } one;
  Stream random("optimizer", 1);
  Vector w{1};
  rule->step(one, w, {0.125, random});
  EXPECT_NEAR(w[0], 1 - 0.125 * 2, 1e-6);
  const std::vector<double> tau = state_of(*rule).vectors.at("tau");
  const double pull = 0.5 * 0.9;
  const double first = one.drawn == 0 ? pull * 0.75 : -pull * 0.25;
  EXPECT_NEAR(tau[0], std::log(1.0) + first, 1e-12);
  EXPECT_NEAR(tau[1], std::log(3.0) - first, 1e-12);
}

}  // namespace
}  // namespace fall_line
