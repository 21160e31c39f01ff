// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "support/allocation.hpp"
#include "support/registry.hpp"
#include "support/watched.hpp"

/// What must hold for every instrument.
namespace fall_line {
namespace {

TEST(Watching, ChangesNoBitOfAnyRule) {
  for (const Settings& race : watchable_races())
    for (const OptimizerEntry* rule : rules_for(race)) {
      SCOPED_TRACE(rule->id);
      const auto plain = make_run(with(race, {at("optimizer.id", rule->id)})),
                 watched = make_run(with(race, {at("optimizer.id", rule->id)}));
      watch(*watched, suited_ids(*watched));
      plain->step(150);
      watched->step(150);
      expect_same_run(*plain, *watched);
      EXPECT_TRUE(plain->snapshot() == watched->snapshot());
    }
}

TEST(Watching, ReadsTheSameHoweverTheStepsAreTaken) {
  for (const Settings& race : watchable_races()) {
    const auto whole = make_run(race), single = make_run(race);
    watch(*whole, suited_ids(*whole));
    watch(*single, suited_ids(*single));
    whole->step(130);
    for (int t = 0; t < 130; ++t) {
      single->step(1);
      single->gradient();
      single->evaluate();
    }
    expect_same_readings(*whole, *single);
  }
}

TEST(Watching, SuitsSomeRaceWithEveryInstrument) {
  for (const InstrumentEntry* entry : instruments()) {
    SCOPED_TRACE(entry->id);
    int finite = 0;
    for (const Settings& race : watchable_races()) {
      const auto run = make_run(race);
      const std::string id(entry->id);
      const Reading reading = entry->show == nullptr ? Reading::record : Reading::histogram;
      const InstrumentCheck check = run->check_instruments({id}, reading);
      const auto unsuited = run->unsuited();
      EXPECT_EQ(check.problems.empty(), !unsuited.contains(id));
      if (!check.problems.empty()) continue;
      if (reading == Reading::histogram) {
        for (const Histogram& each : run->histograms(*entry)) finite += std::isfinite(each.low);
        continue;
      }
      watch(*run, {id});
      run->step(5);
      for (const double x : run->readings()[0].values) finite += std::isfinite(x) ? 1 : 0;
    }
    EXPECT_GT(finite, 0);
  }
}

TEST(Watching, RefusesWhatDoesNotSuitOrExist) {
  const auto run = make_run(on_surface("rosenbrock", {-1.2, 1}, "particle-swarm"));
  const std::vector<Problem> problems =
      run->check_instruments({"no-such", "gradient-norm", "weight-histogram"}, Reading::record)
          .problems;
  ASSERT_EQ(problems.size(), 3u);
  EXPECT_EQ(problems[0].kind, Refusal::unknown_id);
  EXPECT_EQ(problems[0].message(),
            "instruments.0 must be one of " + known_ids(instruments()) + R"( (got "no-such"))");
  EXPECT_EQ(problems[1].kind, Refusal::unmet_need);
  EXPECT_EQ(problems[1].message(),
            "instruments.1 must be an instrument for this run: gradient-norm needs gradients "
            R"((got "gradient-norm"))");
  EXPECT_EQ(problems[2].kind, Refusal::unfit);
  EXPECT_EQ(run->check_instruments({"gradient-norm"}, Reading::histogram).problems.at(0).rule,
            "must be an instrument with histograms");
}

/// Rows before the request are empty. Two steps later, everything is known again.
TEST(Watching, MayBeginAtAnyStep) {
  for (const Settings& race : watchable_races()) {
    const auto from_start = make_run(race), late = make_run(race);
    watch(*from_start, suited_ids(*from_start));
    from_start->step(60);
    late->step(40);
    watch(*late, suited_ids(*late));
    late->step(20);
    ASSERT_EQ(late->readings().size(), from_start->readings().size());
    for (std::size_t r = 0; r < late->readings().size(); ++r) {
      const Readings &all = from_start->readings()[r], &some = late->readings()[r];
      SCOPED_TRACE(all.instrument->id);
      ASSERT_EQ(all.values.size(), some.values.size());
      for (std::size_t i = 0; i < all.values.size(); ++i) {
        const std::size_t row = i / all.columns;
        if (row < 40) {
          EXPECT_TRUE(std::isnan(some.values[i])) << "row " << row;
        } else if (row >= 42) {
          EXPECT_TRUE(same(all.values[i], some.values[i])) << "row " << row;
        }
      }
    }
  }
}

/// Steps 1002 to 1019 are not recorded.
TEST(Watching, TellsTheFirstRecordThatIsRead) {
  const auto run = make_run(watchable_races()[0]);
  const std::vector<const InstrumentEntry*> wanted =
      run->check_instruments({"gradient-norm"}, Reading::record).instruments;
  EXPECT_EQ(run->watch(wanted), 0u);
  run->step(1000);
  run->watch({});
  EXPECT_EQ(run->watch(wanted), run->curve().size() - 1);
  run->step(1);
  run->watch({});
  EXPECT_EQ(run->watch(wanted), run->curve().size());
  run->step(100);
  const std::vector<double> norms = column(*run, "gradient-norm");
  for (std::size_t row = 0; row < norms.size(); ++row)
    EXPECT_EQ(std::isfinite(norms[row]), run->curve()[row].step > 1000) << "row " << row;
}

TEST(Watching, KeepsWhatItHasWhenMoreIsWatched) {
  const auto one = make_run(watchable_races()[0]), all = make_run(watchable_races()[0]);
  const std::vector<std::string> ids = suited_ids(*one);
  watch(*one, {ids[0]});
  watch(*all, ids);
  one->step(20);
  all->step(20);
  watch(*one, ids);
  EXPECT_EQ(one->readings().size(), ids.size());
  EXPECT_TRUE(same(column(*one, ids[0])[7], column(*all, ids[0])[7]));
  watch(*one, {});
  EXPECT_TRUE(one->readings().empty());
}

TEST(Watching, StartsAnewWithTheRun) {
  for (const Settings& race : watchable_races()) {
    const auto fresh = make_run(race), restarted = make_run(race);
    const Vector start = parameters_of(*fresh);
    watch(*fresh, suited_ids(*fresh));
    watch(*restarted, suited_ids(*restarted));
    restarted->step(37);
    ASSERT_TRUE(restarted->set_parameters(std::vector<double>(start.begin(), start.end())));
    fresh->step(25);
    restarted->step(25);
    expect_same_readings(*fresh, *restarted);
  }
}

TEST(Watching, LetsSnapshotsPassBothWays) {
  for (const Settings& race : watchable_races()) {
    const auto plain = make_run(race), watched = make_run(race), straight = make_run(race);
    watch(*watched, suited_ids(*watched));
    watch(*straight, suited_ids(*straight));
    plain->step(50);
    watched->step(10);
    straight->step(60);
    ASSERT_TRUE(watched->restore(plain->snapshot()));
    plain->step(10);
    watched->step(10);
    expect_same_run(*plain, *watched);
    ASSERT_TRUE(plain->restore(watched->snapshot()));
    expect_same_run(*plain, *watched);
    for (std::size_t r = 0; r < watched->readings().size(); ++r) {
      const Readings &all = straight->readings()[r], &some = watched->readings()[r];
      ASSERT_EQ(all.values.size(), some.values.size());
      EXPECT_TRUE(std::isnan(some.values[0])) << "a snapshot holds no readings";
      for (std::size_t i = 52 * all.columns; i < all.values.size(); ++i)
        EXPECT_TRUE(same(all.values[i], some.values[i])) << all.instrument->id << ", value " << i;
    }
  }
}

/// Steps 1002 to 1011 record nothing, so no reading is taken.
TEST(Watching, AllocatesNothingInAStep) {
  for (const Settings& race : watchable_races()) {
    const auto run = make_run(race);
    watch(*run, suited_ids(*run));
    run->step(1001);
    ASSERT_EQ(run->report().status, Status::running);
    const std::size_t before = Allocation::count;
    run->step(10);
    EXPECT_EQ(Allocation::count, before);
  }
}

TEST(Watching, EndsWithTheRun) {
  const auto run = make_run(
      small_race({at("problem.dataset.id", "sine"), at("problem.network.activation", "linear"),
                  at("optimizer.learningRate", 1e30)}));
  watch(*run, suited_ids(*run));
  run->step(1000);
  ASSERT_EQ(run->report().status, Status::diverged);
  for (const Readings& each : run->readings())
    EXPECT_EQ(each.values.size(), run->curve().size() * each.columns) << each.instrument->id;
}

}  // namespace
}  // namespace fall_line
