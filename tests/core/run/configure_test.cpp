// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/runs.hpp"
#include "support/same_run.hpp"

namespace fall_line {
namespace {

using Messages = std::vector<std::string>;

TEST(Configure, KeepsTheState) {
  const auto run =
      make_run(small_race({at("optimizer.id", "adam"), at("optimizer.learningRate", 0.01)}));
  run->step(20);
  const auto state = run->state();
  const Vector parameters = parameters_of(*run);
  EXPECT_EQ(
      messages(run->configure({at("optimizer.learningRate", 0.5), at("optimizer.beta1", 0.5)})),
      Messages{});
  EXPECT_EQ(run->state(), state);
  EXPECT_EQ(parameters_of(*run), parameters);
  EXPECT_EQ(run->report().step, 20u);
  EXPECT_EQ(run->report().learning_rate, 0.01) << "that of the last update";
  EXPECT_EQ(run->step(1).learning_rate, 0.5);
}

TEST(Configure, HasNoEffectOnceUndone) {
  const Settings race =
      small_race({at("optimizer.id", "adam"), at("optimizer.learningRate", 0.01)});
  const auto straight = make_run(race), changed = make_run(race);
  straight->step(40);
  changed->step(20);
  changed->configure({at("optimizer.learningRate", 0.5), at("optimizer.epsilon", 1)});
  changed->configure({at("optimizer.learningRate", 0.01), at("optimizer.epsilon", 1e-8)});
  changed->step(20);
  expect_same_run(*straight, *changed);
}

TEST(Configure, AppliesAtTheNextStep) {
  const auto straight = make_run(small_race()), changed = make_run(small_race());
  straight->step(20);
  changed->step(20);
  changed->configure({at("optimizer.learningRate", 0.05)});
  EXPECT_EQ(parameters_of(*straight), parameters_of(*changed));
  straight->step(1);
  changed->step(1);
  EXPECT_NE(parameters_of(*straight), parameters_of(*changed));
}

TEST(Configure, ChangesOnlyWhatIsGiven) {
  const auto run =
      make_run(small_race({at("optimizer.id", "momentum"), at("optimizer.momentum", 0.5)}));
  const auto other =
      make_run(small_race({at("optimizer.id", "momentum"), at("optimizer.momentum", 0.5),
                           at("optimizer.learningRate", 0.2)}));
  run->configure({at("optimizer.learningRate", 0.2)});
  run->step(10);
  other->step(10);
  EXPECT_EQ(parameters_of(*run), parameters_of(*other));
}

TEST(Configure, ChangesTheClipping) {
  const auto run = make_run(small_race());
  run->configure({at("optimizer.clipNorm", 1e-6)});
  const Vector before = parameters_of(*run);
  run->step(1);
  for (std::size_t i = 0; i < before.size(); ++i)
    EXPECT_NEAR(parameters_of(*run)[i], before[i], 2e-7);
  run->configure({at("optimizer.clipNorm", 0)});
  run->step(1);
  EXPECT_NE(parameters_of(*run), before);
}

TEST(Configure, RefusesBadValuesAndChangesNothing) {
  const auto run = make_run(small_race({at("optimizer.id", "momentum")}));
  const auto straight = make_run(small_race({at("optimizer.id", "momentum")}));
  run->step(10);
  EXPECT_EQ(
      messages(run->configure({at("optimizer.momentum", 0.1), at("optimizer.learningRate", 0.7),
                               at("optimizer.dampening", 2), at("optimizer.clipNorm", 1e-9)})),
      Messages{"optimizer.dampening must be between 0 and 1 (got 2)"});
  EXPECT_EQ(run->configure({at("optimizer.clipNorm", -1), at("optimizer.momentum", 0.1)}).size(),
            1u);
  run->step(10);
  straight->step(20);
  expect_same_run(*straight, *run);
}

TEST(Configure, RefusesChangesThatNeedANewRun) {
  const auto run = make_run(small_race());
  for (const Setting& setting :
       {at("optimizer.id", "adam"), at("optimizer.batchSize", 5), at("seed", 2),
        at("problem.testFraction", 0.5), at("schedule.id", "constant"), at("learningRate", 0.1)}) {
    const std::vector<Problem> problems = run->configure({setting});
    ASSERT_EQ(problems.size(), 1u) << setting.path;
    EXPECT_EQ(problems[0].path, setting.path);
    EXPECT_TRUE(problems[0].rule.starts_with("is not a setting")) << problems[0].rule;
  }
}

TEST(Configure, WithNothingChangesNothing) {
  const auto run = make_run(small_race()), straight = make_run(small_race());
  run->step(5);
  EXPECT_TRUE(run->configure({}).empty());
  run->step(5);
  straight->step(10);
  expect_same_run(*straight, *run);
}

}  // namespace
}  // namespace fall_line
