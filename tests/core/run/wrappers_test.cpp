// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "catalog/find.hpp"
#include "support/runs.hpp"
#include "support/same_run.hpp"

/// Wrappers in a run.
namespace fall_line {
namespace {

using Messages = std::vector<std::string>;

/// The small race of a rule inside these wrappers. The first is the innermost.
Settings wrapped(std::string_view rule, const std::vector<std::string_view>& ids,
                 const Settings& changes = {}) {
  Settings race = small_race({at("optimizer.id", rule), at("problem.batchSize", 7)});
  for (std::size_t i = 0; i < ids.size(); ++i)
    race.push_back(at("optimizer.wrappers." + std::to_string(i) + ".id", ids[i]));
  return with(race, changes);
}

/// Averages from the first step on.
const Setting at_once = at("optimizer.wrappers.0.start", 0);

std::string complaint(std::string_view rule, const std::vector<std::string_view>& ids) {
  const Messages all = messages(check(wrapped(rule, ids)).problems);
  return all.empty() ? "" : all.size() == 1 ? all[0] : "several problems";
}

TEST(Wrappers, ChangeThePathOfTheRuleOrTheEvaluatedPoint) {
  const auto bare = make_run(wrapped("adam", {})), ahead = make_run(wrapped("adam", {"lookahead"})),
             sharp = make_run(wrapped("adam", {"sam"})),
             mean = make_run(wrapped("adam", {"weight-averaging"}, {at_once}));
  for (fall_line::Run* run : {bare.get(), ahead.get(), sharp.get(), mean.get()}) run->step(33);
  EXPECT_NE(parameters_of(*ahead), parameters_of(*bare));
  EXPECT_NE(parameters_of(*sharp), parameters_of(*bare));
  EXPECT_EQ(parameters_of(*mean), parameters_of(*bare));
  EXPECT_EQ(sharp->evaluation_parameters(), parameters_of(*sharp));
  EXPECT_NE(ahead->evaluation_parameters(), parameters_of(*ahead)) << "between two syncs";
  EXPECT_NE(mean->evaluation_parameters(), parameters_of(*mean));
  EXPECT_NE(mean->evaluate().train_loss, bare->evaluate().train_loss);
  EXPECT_NE(mean->curve().back().train_loss, bare->curve().back().train_loss);
}

TEST(Wrappers, CountTheirGradientEvaluations) {
  const auto bare = make_run(wrapped("sgd", {})), sharp = make_run(wrapped("sgd", {"sam"}));
  bare->step(20);
  sharp->step(20);
  EXPECT_EQ(sharp->report().work.gradient, 2 * bare->report().work.gradient);
  EXPECT_EQ(sharp->report().epoch, bare->report().epoch);
}

TEST(Wrappers, ReportTheLossAndGradientAtTheParameters) {
  const auto bare = make_run(wrapped("sgd", {})), sharp = make_run(wrapped("sgd", {"sam"}));
  EXPECT_EQ(sharp->step(1).loss, bare->step(1).loss);
  EXPECT_EQ(sharp->report().gradient_norm, bare->report().gradient_norm);
}

TEST(Wrappers, NestInTheOrderGiven) {
  // Both orders give the same gradients. The names in the state show which wrapper is outside.
  const auto run = make_run(wrapped("momentum", {"sam", "lookahead", "weight-averaging"},
                                    {at("optimizer.wrappers.2.start", 0)}));
  const auto other = make_run(wrapped("momentum", {"lookahead", "sam", "weight-averaging"},
                                      {at("optimizer.wrappers.2.start", 0)}));
  run->step(33);
  other->step(33);
  expect_same_run(*run, *other);
  // The average is over lookahead's slow weights, not over the fast weights.
  const auto ahead = make_run(wrapped("momentum", {"sam", "lookahead"}));
  std::vector<double> mean(ahead->parameters().size(), 0);
  for (int t = 1; t <= 33; ++t) {
    ahead->step(1);
    for (std::size_t i = 0; i < mean.size(); ++i)
      mean[i] += static_cast<double>(ahead->evaluation_parameters()[i]) / 33;
  }
  for (std::size_t i = 0; i < mean.size(); ++i)
    EXPECT_NEAR(static_cast<double>(run->evaluation_parameters()[i]), mean[i], 1e-5);
}

TEST(Wrappers, ExposeTheirState) {
  const auto run = make_run(wrapped("adam", {"lookahead", "sam", "weight-averaging"}));
  run->step(3);
  const auto state = run->state();
  for (const char* name : {"m", "v", "lookahead.slow", "weight-averaging.average"}) {
    ASSERT_TRUE(state.contains(name)) << name;
    EXPECT_EQ(state.at(name).size(), run->parameters().size());
  }
  EXPECT_EQ(state.size(), 4u);
}

TEST(Wrappers, ContinueFromASnapshotAroundEveryRule) {
  for (const OptimizerEntry* rule : rules_for(small_race()))
    for (const WrapperEntry* wrapper : wrappers()) {
      if (!wrapper->unfit({*rule, rule->averages}).empty()) continue;
      SCOPED_TRACE(testing::Message() << wrapper->id << " around " << rule->id);
      Settings race = wrapped(rule->id, {wrapper->id});
      if (wrapper->averages) race = with(race, {at("optimizer.wrappers.0.budget", 100)});
      const auto straight = make_run(race), saved = make_run(race), loaded = make_run(race);
      straight->step(120);
      saved->step(83);
      ASSERT_TRUE(loaded->restore(saved->snapshot()));
      EXPECT_TRUE(loaded->snapshot() == saved->snapshot());
      loaded->step(37);
      expect_same_run(*straight, *loaded);
      EXPECT_EQ(straight->evaluation_parameters(), loaded->evaluation_parameters());
    }
}

TEST(Wrappers, RestartWithTheRun) {
  const std::vector<std::string_view> all{"lookahead", "sam", "weight-averaging"};
  const Settings early{at("optimizer.wrappers.2.budget", 20)};
  const auto run = make_run(wrapped("adam", all, early)),
             fresh = make_run(wrapped("adam", all, early));
  const Vector start = parameters_of(*run);
  run->step(33);
  ASSERT_TRUE(run->set_parameters({std::vector<double>(start.begin(), start.end())}));
  EXPECT_EQ(run->evaluation_parameters(), start);
  run->step(40);
  fresh->step(40);
  expect_same_run(*run, *fresh);
}

TEST(Wrappers, TakeNewHyperparametersBetweenSteps) {
  const Settings race = wrapped("sgd", {"sam", "lookahead"});
  const auto run = make_run(race);
  const auto other = make_run(
      with(race, {at("optimizer.wrappers.0.rho", 0.5), at("optimizer.wrappers.1.alpha", 0.25)}));
  EXPECT_EQ(messages(run->configure(
                {at("optimizer.wrappers.0.rho", 0.5), at("optimizer.wrappers.1.alpha", 0.25)})),
            Messages{});
  run->step(10);
  other->step(10);
  EXPECT_EQ(parameters_of(*run), parameters_of(*other));
  const auto loaded = make_run(race);
  ASSERT_TRUE(loaded->restore(run->snapshot()));
  run->step(10);
  loaded->step(10);
  expect_same_run(*run, *loaded);
  EXPECT_EQ(messages(run->configure({at("optimizer.wrappers.0.rho", 0)})),
            Messages{"optimizer.wrappers.0.rho must be > 0 (got 0)"});
  EXPECT_EQ(run->configure({at("optimizer.wrappers.0.id", "lookahead")}).size(), 1u);
  EXPECT_EQ(run->configure({at("optimizer.wrappers.2.rho", 1)}).size(), 1u);
}

TEST(Wrappers, AreRefusedWithAReason) {
  EXPECT_EQ(
      complaint("sgd", {"sam", "sam"}),
      R"(optimizer.wrappers.1.id must be a wrapper that is not in the list already (got "sam"))");
  EXPECT_EQ(complaint("asgd", {"weight-averaging"}),
            "optimizer.wrappers.0.id must be a wrapper that works with asgd, which already "
            "averages its weights "
            R"((got "weight-averaging"))");
  EXPECT_EQ(complaint("sgd", {"weight-averaging", "lookahead"}),
            "optimizer.wrappers.1.id must be a wrapper that works with sgd in weight-averaging, "
            "which already "
            R"(averages its weights (got "lookahead"))");
  EXPECT_EQ(complaint("prodigy", {"lookahead"}),
            "optimizer.wrappers.0.id must be a wrapper that works with prodigy, which stores its "
            "own position "
            R"(and cannot be moved (got "lookahead"))");
  EXPECT_EQ(complaint("cma-es", {"lookahead"}),
            "optimizer.wrappers.0.id must be a wrapper that works with cma-es, which uses no "
            R"(gradient (got "lookahead"))");
  EXPECT_EQ(complaint("prodigy", {"sam", "weight-averaging"}), "");
  if (sizeof(Real) < sizeof(double)) return;  // The float32 engine refuses these rules anyway.
  EXPECT_EQ(complaint("bfgs", {"sam"}),
            "optimizer.wrappers.0.id must be a wrapper that works with bfgs, which needs more than "
            "the gradient "
            R"((got "sam"))");
  EXPECT_EQ(complaint("line-search", {"lookahead"}),
            "optimizer.wrappers.0.id must be a wrapper that works with line-search, which tests "
            "its steps by "
            R"(the loss (got "lookahead"))");
}

TEST(Wrappers, AreNumberedWithoutGaps) {
  EXPECT_EQ(messages(check(small_race({at("optimizer.wrappers", std::vector<double>{})})).problems),
            Messages{});
  EXPECT_EQ(check(small_race({at("optimizer.wrappers", "sam")})).problems.size(), 1u);
  EXPECT_EQ(check(small_race({at("optimizer.wrappers", std::vector{1.0})})).problems.size(), 1u);
  EXPECT_EQ(messages(check(small_race({at("optimizer.wrappers.1.id", "sam")})).problems),
            Messages{R"(optimizer.wrappers.1.id is not a setting (got "sam"))"});
  EXPECT_EQ(messages(check(small_race({at("optimizer.wrappers.0.rho", 1)})).problems),
            Messages{"optimizer.wrappers.0.id must be one of " + known_ids(wrappers()) +
                     " (got nothing)"});
}

}  // namespace
}  // namespace fall_line
