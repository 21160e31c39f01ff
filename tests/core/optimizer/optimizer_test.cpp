// SPDX-License-Identifier: MIT
#include "optimizer/optimizer.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <ostream>

#include "support/optimizers.hpp"
#include "support/registry.hpp"

/// Requirements on every rule of the registry.
namespace fall_line {
namespace {

constexpr std::size_t n = 7;

class Rule : public testing::TestWithParam<const OptimizerEntry*> {
 protected:
  const OptimizerEntry& entry() const { return *GetParam(); }
  std::span<const Declaration> declarations() const { return docs_of(entry()).hyperparameters; }
  Values defaults() const { return defaults_of(entry().hyperparameters); }
  /// Half the default of every number, which is also allowed.
  Values others() const {
    Values values = defaults();
    for (std::size_t i = 0; i < values.size(); ++i)
      if (entry().hyperparameters[i].kind == Kind::number) values[i] *= 0.5;
    return values;
  }
  bool declares_decay(const Values& values) const {
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::string_view id = entry().hyperparameters[i].id;
      if ((id == "weightDecay" || id == "lambda") && values[i] != 0) return true;
    }
    return false;
  }
  /// Whether changes of any hyperparameter take effect only in the next run.
  bool settled_at_the_start() const {
    for (const Declaration& row : declarations())
      if (row.live) return false;
    return true;
  }
  void steps(Optimizer& optimizer, Objective& objective, Vector& w, int count,
             const Values& values) const {
    for (int t = 0; t < count; ++t)
      optimizer.step(objective, w, {learning_rate_of(entry(), values), stream_});
  }
  static Vector start() { return {3, -2, 1, 0.5, 4, -1, 2}; }

  mutable Stream stream_{"optimizer", 1};
  Quadratic bowl_{n};
};

TEST_P(Rule, LowersAQuadraticWithItsDefaults) {
  const auto optimizer = make(entry(), defaults(), n);
  Vector w = start(), g(n);
  const double before = bowl_.gradient(w, g);
  steps(*optimizer, bowl_, w, 300, defaults());
  EXPECT_LT(bowl_.gradient(w, g), 0.9 * before);
}

TEST_P(Rule, GivesTheSameBitsForTheSameSeed) {
  const auto one = make(entry(), defaults(), n), other = make(entry(), defaults(), n);
  Vector w = start(), v = start();
  steps(*one, bowl_, w, 50, defaults());
  stream_ = Stream("optimizer", 1);
  steps(*other, bowl_, v, 50, defaults());
  EXPECT_EQ(w, v);
  EXPECT_NE(w, start());
}

TEST_P(Rule, StaysPutWithoutAGradientUnlessItDecays) {
  for (const Values& values : {defaults(), others()}) {
    const auto optimizer = make(entry(), values, n);
    Slope flat(Vector(n, 0));
    Vector w = start();
    steps(*optimizer, flat, w, 5, values);
    if (declares_decay(values)) {
      for (std::size_t i = 0; i < n; ++i) EXPECT_LT(std::fabs(w[i]), std::fabs(start()[i]));
    } else {
      EXPECT_EQ(w, start());
    }
  }
}

TEST_P(Rule, ForgetsEverythingAtAReset) {
  const auto used = make(entry(), defaults(), n), fresh = make(entry(), defaults(), n);
  Vector w = start(), v = start();
  steps(*used, bowl_, w, 5, defaults());
  reset(*used, n);
  EXPECT_EQ(state_of(*used), state_of(*fresh));
  w = start();
  stream_ = Stream("optimizer", 1);
  steps(*used, bowl_, w, 5, defaults());
  stream_ = Stream("optimizer", 1);
  steps(*fresh, bowl_, v, 5, defaults());
  EXPECT_EQ(w, v);
}

TEST_P(Rule, KeepsItsStateThroughAChange) {
  const auto changed = make(entry(), defaults(), n), straight = make(entry(), defaults(), n);
  Vector w = start(), v = start();
  steps(*changed, bowl_, w, 5, defaults());
  const StateCopy before = state_of(*changed);
  changed->configure(others());
  EXPECT_EQ(state_of(*changed), before);
  changed->configure(defaults());
  EXPECT_EQ(state_of(*changed), before);
  steps(*changed, bowl_, w, 5, defaults());
  stream_ = Stream("optimizer", 1);
  steps(*straight, bowl_, v, 10, defaults());
  EXPECT_EQ(w, v);
}

/// `others`, but only in the rows whose changes wait for a restart.
TEST_P(Rule, DoesNotFollowAChangeThatWaitsForARestart) {
  Values waiting = defaults();
  bool any = false;
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    const Declaration& row = declarations()[i];
    if (row.live) continue;
    waiting[i] = row.kind == Kind::number ? others()[i] : row.domain.max;
    any = true;
  }
  if (!any) GTEST_SKIP();
  const auto changed = make(entry(), defaults(), n), straight = make(entry(), defaults(), n);
  Vector w = start(), v = start();
  steps(*changed, bowl_, w, 5, defaults());
  changed->configure(waiting);
  steps(*changed, bowl_, w, 5, defaults());
  stream_ = Stream("optimizer", 1);
  steps(*straight, bowl_, v, 10, defaults());
  // Shampoo's epsilon also stops rounding from making its matrices singular, which follows at once.
  for (std::size_t i = 0; i < n; ++i) EXPECT_NEAR(w[i], v[i], 1e-6);
}

TEST_P(Rule, HasAtMostOneStepSize) {
  int step_sizes = 0;
  for (const Declaration& row : declarations()) {
    if (row.role != Role::step_size) continue;
    ++step_sizes;
    EXPECT_EQ(row.kind, Kind::number);
    EXPECT_EQ(row.domain.min, 0) << "a tenth of it is legal too";
  }
  EXPECT_LE(step_sizes, 1);
  const auto rate = rate_row(entry());
  EXPECT_TRUE(!rate || declarations()[*rate].role == Role::step_size);
}

TEST_P(Rule, FollowsAChange) {
  // A search may find the same step with and without the change.
  if (searches(entry()) || settled_at_the_start()) GTEST_SKIP();
  const auto changed = make(entry(), defaults(), n), straight = make(entry(), defaults(), n);
  Vector w = start(), v = start();
  steps(*changed, bowl_, w, 5, defaults());
  changed->configure(others());
  steps(*changed, bowl_, w, 5, others());
  stream_ = Stream("optimizer", 1);
  steps(*straight, bowl_, v, 10, defaults());
  EXPECT_NE(w, v);
}

TEST_P(Rule, TakesTheRateOfEachStep) {
  if (searches(entry()) || !rate_row(entry())) GTEST_SKIP();
  const auto one = make(entry(), defaults(), n), other = make(entry(), defaults(), n);
  Vector w = start(), v = start();
  one->step(bowl_, w, {0.01, stream_});
  stream_ = Stream("optimizer", 1);
  other->step(bowl_, v, {0.02, stream_});
  EXPECT_NE(w, v);
}

/// Check refuses a schedule for such a rule, as it would have no effect.
TEST_P(Rule, IgnoresTheRateIfItDeclaresNone) {
  if (rate_row(entry())) GTEST_SKIP();
  const auto one = make(entry(), defaults(), n), other = make(entry(), defaults(), n);
  Vector w = start(), v = start();
  for (int t = 0; t < 5; ++t) one->step(bowl_, w, {0.01, stream_});
  stream_ = Stream("optimizer", 1);
  for (int t = 0; t < 5; ++t) other->step(bowl_, v, {2, stream_});
  EXPECT_EQ(w, v);
}

/// Lookahead relies on this: it sets the parameters back.
TEST_P(Rule, ContinuesFromParametersSetFromOutsideUnlessItKeepsItsPlace) {
  if (searches(entry()) || entry().keeps_place) GTEST_SKIP();
  const auto moved = make(entry(), defaults(), n), left = make(entry(), defaults(), n);
  Slope slope(Vector(n, 1));
  Vector w = start(), v = start();
  steps(*moved, slope, w, 3, defaults());
  stream_ = Stream("optimizer", 1);
  steps(*left, slope, v, 3, defaults());
  for (Real& x : w) x += 1;
  steps(*moved, slope, w, 1, defaults());
  steps(*left, slope, v, 1, defaults());
  for (std::size_t i = 0; i < n; ++i) EXPECT_NEAR(w[i] - v[i], 1, 0.5);
}

/// A snapshot can be restored into a run that has not stepped yet.
TEST_P(Rule, KeepsTheSizesOfItsVectors) {
  const auto optimizer = make(entry(), defaults(), n);
  Vector w = start();
  const auto sizes = [&] {
    std::map<std::string, std::size_t> all;
    for (const auto& [name, values] : state_of(*optimizer).vectors) all[name] = values.size();
    return all;
  };
  const auto before = sizes();
  steps(*optimizer, bowl_, w, 3, defaults());
  EXPECT_EQ(sizes(), before);
  optimizer->configure(others());
  steps(*optimizer, bowl_, w, 3, others());
  EXPECT_EQ(sizes(), before);
}

INSTANTIATE_TEST_SUITE_P(Registry, Rule, testing::ValuesIn(offered()), ById());

}  // namespace
}  // namespace fall_line
