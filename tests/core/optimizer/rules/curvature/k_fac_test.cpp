// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/optimizers.hpp"
#include "support/runs.hpp"

namespace fall_line {
namespace {

/// One unit with one input, so a weight and a bias, and the gradient and factors of each step.
class Unit final : public Objective {
 public:
  struct Sight {
    Vector gradient, factors;
  };
  explicit Unit(std::vector<Sight> steps) : steps_(std::move(steps)) {}
  std::size_t size() const override { return 2; }
  std::span<const ParameterBlock> blocks() const override { return blocks_; }
  double gradient(const std::span<const Real>&, const std::span<Real>& g) override {
    std::copy_n(steps_[now_].gradient.begin(), 2, g.begin());
    return 0;
  }
  void kronecker_factors(std::span<const Real>, Stream&, std::span<Real> factors) override {
    ASSERT_EQ(factors.size(), 5U);
    std::copy_n(steps_[now_++].factors.begin(), 5, factors.begin());
  }

 private:
  std::vector<Sight> steps_;
  std::size_t now_ = 0;
  std::vector<ParameterBlock> blocks_{{0, 1, 1}, {1, 1, 1}};
};

// With γ = 1, η = 1/2: A + 1 = [3 1; 1 2], its inverse [2 -1; -1 3]/5, S + 1 = 5, G = (3, 1):
//   (3, 1) [2 -1; -1 3]/5 = (1, 0)     /5 = (1/5, 0)     w = (-1/10, 0)
// The second step keeps half of the first factors: A = ([2 1; 1 1] + [4 1; 1 3])/2 = [3 1; 1 2],
// S = (4 + 6)/2 = 5; A + 1 = [4 1; 1 3], its inverse [3 -1; -1 4]/11, S + 1 = 6, G = (11, 11):
//   (11, 11) [3 -1; -1 4]/11 = (2, 3)  /6 = (1/3, 1/2)   w = (-1/10 - 1/6, -1/4)
TEST(KFac, TakesTheStepsWorkedByHand) {
  Unit unit({{{3, 1}, {2, 1, 1, 1, 4}}, {{11, 11}, {4, 1, 1, 3, 6}}});
  const OptimizerEntry& entry = *find(optimizers(), "k-fac");
  const auto k_fac = entry.make(values_of(entry, {{"damping", 1}}));
  k_fac->reset(unit.blocks());
  Stream stream("optimizer", 1);
  Vector w{0, 0};
  const double tolerance = sizeof(Real) == 8 ? 1e-14 : 1e-6;
  k_fac->step(unit, w, {0.5, stream});
  EXPECT_NEAR(w[0], -0.1, tolerance);
  EXPECT_NEAR(w[1], 0, tolerance);
  k_fac->step(unit, w, {0.5, stream});
  EXPECT_NEAR(w[0], -0.1 - 1.0 / 6, tolerance);
  EXPECT_NEAR(w[1], -0.25, tolerance);
}

Settings race(const Settings& changes) {
  return with({at("problem.dataset.samples", 60), at("problem.network.hidden", std::vector{4.0}),
               at("optimizer.id", "k-fac")},
              changes);
}

std::string refusal(const Settings& changes) {
  const std::vector<std::string> all = messages(check(race(changes)).problems);
  return all.size() == 1 ? all[0] : testing::PrintToString(all);
}

TEST(KFac, IsRefusedWithAReasonWhereItCannotWork) {
  const std::string no_rule = "optimizer.id must be a rule for this problem: k-fac needs ";
  EXPECT_EQ(refusal({at("problem.network.loss", "hinge")}),
            no_rule +
                "a loss that is the logarithm of a probability (cross-entropy or "
                "mean-squared-error) (got \"k-fac\")");
  EXPECT_EQ(refusal({at("problem.network.hidden", std::vector{4.0, 501.0})}),
            no_rule + "layers of at most 500 units, and the widest here has 501 (got \"k-fac\")");
  const Settings on_surface{at("problem.surface.id", "booth"), at("optimizer.id", "k-fac")};
  EXPECT_EQ(messages(check(on_surface).problems),
            std::vector{no_rule + "weight matrices, which a surface does not have (got "
                                  "\"k-fac\")"});
}

TEST(KFac, CountsTheEvaluationsForItsFactors) {
  const auto run = make_run(race({at("problem.batchSize", 5)}));
  EXPECT_EQ(run->step(3).work.gradient, 30U);
  EXPECT_EQ(run->report().work.samples(), 30U);
}

TEST(KFac, ContinuesFromASnapshot) {
  const auto straight = make_run(race({})), saved = make_run(race({})), loaded = make_run(race({}));
  straight->step(9);
  saved->step(4);
  ASSERT_TRUE(loaded->restore(saved->snapshot()));
  loaded->step(5);
  EXPECT_EQ(parameters_of(*straight), parameters_of(*loaded));
}

}  // namespace
}  // namespace fall_line
