// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "support/watched.hpp"

namespace fall_line {
namespace {

/// What a rule multiplies by its rates after t steps with the gradient g.
using Direction = double (*)(const Run& run, const std::map<std::string, Vector>& state, Real g,
                             std::size_t i, int t);

double gradient(const Run&, const std::map<std::string, Vector>&, Real g, std::size_t, int) {
  return g;
}
double corrected(const Run&, const std::map<std::string, Vector>& state, Real, std::size_t i,
                 int t) {
  return state.at("m")[i] / (1 - std::pow(0.9, t));
}
double average(const Run&, const std::map<std::string, Vector>& state, Real, std::size_t i, int) {
  return state.at("m")[i];
}

const std::map<std::string, Direction> directions = {
    {"adagrad", gradient},     {"rmsprop", gradient},  {"rmsprop-centered", gradient},
    {"adam", corrected},       {"adamw", corrected},   {"adabelief", corrected},
    {"adahessian", corrected}, {"amsgrad", corrected}, {"adamax", corrected},
    {"radam", corrected},      {"yogi", average}};

/// Every update is the rates times the gradient or its average. In RAdam the rectified updates
/// begin at step 6.
TEST(Rates, MakeTheUpdate) {
  for (const auto& [id, direction] : directions) {
    const Settings race = small_race({at("problem.batchSize", "full"), at("optimizer.id", id)});
    if (!check(race).problems.empty()) continue;
    SCOPED_TRACE(id);
    const auto run = make_run(id == "adamw" ? with(race, {at("optimizer.weightDecay", 0)}) : race);
    EXPECT_FALSE(run->rates().has_value()) << "before the first step";
    for (int t = 1; t <= 8; ++t) {
      const Vector before = parameters_of(*run), g = run->gradient();
      run->step(1);
      const auto state = run->state();
      const auto rates = run->rates();
      ASSERT_TRUE(rates.has_value());
      for (std::size_t i = 0; i < before.size(); ++i) {
        const double moved = double{before[i]} - run->parameters()[i];
        EXPECT_NEAR((*rates)[i] * direction(*run, state, g[i], i, t), moved, wide ? 1e-13 : 1e-5)
            << "parameter " << i << ", step " << t;
      }
    }
  }
}

/// In the first step of the others, the average is a known share of the gradient.
TEST(Rates, MakeTheFirstUpdateOfOtherRules) {
  const double mu1 = 0.9 * (1 - 0.5 * std::pow(0.96, 0.004)),
               mu2 = 0.9 * (1 - 0.5 * std::pow(0.96, 2 * 0.004));
  const std::map<std::string, double> shares = {{"adan", 1},
                                                {"nadam", 1 + 0.1 * mu2 / (1 - mu1 * mu2)},
                                                {"schedule-free-adamw", 1},
                                                {"prodigy", 0.1}};
  for (const auto& [id, share] : shares) {
    SCOPED_TRACE(id);
    const auto run =
        make_run(small_race({at("problem.batchSize", "full"), at("optimizer.id", id)}));
    const Vector before = parameters_of(*run), g = run->gradient();
    run->step(1);
    const auto rates = run->rates();
    ASSERT_TRUE(rates.has_value());
    for (std::size_t i = 0; i < before.size(); ++i)
      EXPECT_NEAR((*rates)[i] * share * g[i], double{before[i]} - run->parameters()[i],
                  wide ? 1e-13 : 1e-5);
  }
}

/// The next update of AdaDelta, since the rates have the newest u.
TEST(Rates, OfAdaDeltaAreTheRootsOfItsAverages) {
  const auto run = make_run(small_race({at("optimizer.id", "adadelta")}));
  run->step(30);
  const auto state = run->state();
  const Vector &s = state.at("s"), &u = state.at("u");
  for (std::size_t i = 0; i < s.size(); ++i)
    EXPECT_NEAR((*run->rates())[i], std::sqrt((u[i] + 1e-6) / (s[i] + 1e-6)), wide ? 1e-14 : 1e-6);
}

TEST(Rates, ExistForEveryRuleThatDeclaresThem) {
  std::vector<std::string_view> with_rates;
  for (const OptimizerEntry* rule : rules_for(small_race())) {
    SCOPED_TRACE(rule->id);
    const auto run = make_run(small_race({at("optimizer.id", rule->id)}));
    run->step(20);
    const auto rates = run->rates();
    EXPECT_EQ(rates.has_value(), rule->own_rates);
    if (!rates) continue;
    with_rates.push_back(rule->id);
    ASSERT_EQ(rates->size(), run->parameters().size());
    for (const double rate : *rates) EXPECT_TRUE(std::isfinite(rate) && rate > 0) << rate;
  }
  EXPECT_GE(with_rates.size(), directions.size() + 4);
}

TEST(Rates, AreThoseOfTheRuleInAWrapper) {
  const auto plain = make_run(small_race({at("optimizer.id", "adam")})),
             wrapped = make_run(small_race(
                 {at("optimizer.id", "adam"), at("optimizer.wrappers.0.id", "weight-averaging")}));
  plain->step(9);
  wrapped->step(9);
  EXPECT_EQ(*plain->rates(), *wrapped->rates());
}

TEST(EffectiveRate, IsTheMedianAndTheRangeOfTheRates) {
  const auto run = make_run(small_race({at("optimizer.id", "rmsprop")}));
  watch(*run, {"effective-rate"});
  EXPECT_TRUE(std::isnan(column(*run, "effective-rate")[0]));
  for (std::size_t t = 1; t <= 10; ++t) {
    run->step(1);
    std::vector<double> rates = *run->rates();
    std::sort(rates.begin(), rates.end());
    EXPECT_EQ(column(*run, "effective-rate", 0)[t], rates[rates.size() / 2]);
    EXPECT_EQ(column(*run, "effective-rate", 1)[t], rates.front());
    EXPECT_EQ(column(*run, "effective-rate", 2)[t], rates.back());
  }
}

TEST(EffectiveRate, SuitsAdaptiveRulesOnly) {
  EXPECT_EQ(make_run(small_race())->unsuited().at("effective-rate"), "a rate for each parameter");
  EXPECT_FALSE(
      make_run(small_race({at("optimizer.id", "adagrad")}))->unsuited().contains("effective-rate"));
}

}  // namespace
}  // namespace fall_line
