// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "catalog/text.hpp"
#include "run/option_rows.hpp"
#include "support/problems.hpp"
#include "support/registry.hpp"
#include "support/runs.hpp"

/// Runs every numeric setting with the lowest and highest value that check accepts, and with values
/// whose square underflows. None may lead to 0 / 0, in either precision.
namespace fall_line {
namespace {

using Data = std::shared_ptr<const Samples>;

/// The values to test for a row that the engine stores as Number: its ends, and values whose square
/// underflows.
template <class Number>
std::vector<double> values_of(const Hyperparameter& row) {
  using Limits = std::numeric_limits<Number>;
  const auto next = [](double end, double towards) {
    return static_cast<double>(
        std::nextafter(static_cast<Number>(end), static_cast<Number>(towards)));
  };
  const Domain& d = row.domain;
  if (row.kind == Kind::integer) return {d.min};
  if (row.kind != Kind::number) return {};
  const double low = d.min == -infinity ? -Limits::max() : d.min;
  const double high = d.max == infinity ? Limits::max() : d.max;
  std::vector<double> values{d.min_open ? next(low, high) : low,
                             d.max_open ? next(high, low) : high};
  for (const double x : sizeof(Number) == 4 ? std::vector{1.2e-38, 1e-30, 1e-23, 1e-19, 1e-12}
                                            : std::vector{2.3e-308, 1e-250, 1e-180, 1e-162, 1e-100})
    if (d.contains(x)) values.push_back(x);
  return values;
}

/// Two classes with three inputs. The last input is always 0, so its weights have no gradient.
Data data_with_a_dead_input() {
  Samples samples = random_samples(Task::classification, 3, 1, 2, 24);
  for (std::size_t i = 0; i < samples.count(); ++i) samples.x[3 * i + 2] = 0;
  return std::make_shared<Samples>(samples);
}

const Settings network_race{at("problem.standardize", false), at("problem.testFraction", 0),
                            at("problem.network.hidden", std::vector{3.0}),
                            at("optimizer.id", "adam")};

/// Expects no NaN in the parameters and the state. A huge value may make the run diverge.
void expect_no_nan(const Settings& settings, const Data& data, double value) {
  Check checked = check(settings, data);
  ASSERT_EQ(messages(checked.problems), std::vector<std::string>{});
  Run run(std::move(checked.plan));
  run.step(6);
  if (value > 1e9) return;
  for (const Real w : run.parameters()) EXPECT_FALSE(std::isnan(w));
  for (const auto& [name, values] : run.state())
    for (const Real x : values) EXPECT_FALSE(std::isnan(x)) << name;
}

template <class Number = Real>
void expect_no_nan_at_its_ends(const Settings& base, const Data& data, const std::string& prefix,
                               const Hyperparameter& row) {
  for (const double value : values_of<Number>(row)) {
    const std::string path = prefix + std::string(row.id);
    SCOPED_TRACE(path + "=" + text(value));
    expect_no_nan(with(base, {at(path, value)}), data, value);
  }
}

class RowEndsOfRule : public testing::TestWithParam<const OptimizerEntry*> {};

TEST_P(RowEndsOfRule, GiveNoNan) {
  const Data data = data_with_a_dead_input();
  Settings base = with(network_race, {at("optimizer.id", GetParam()->id)});
  if (!check(base, data).problems.empty())
    base.push_back(at("problem.network.loss", "mean-squared-error"));
  if (!check(base, data).problems.empty()) GTEST_SKIP() << "refused here";
  for (const Hyperparameter& row : GetParam()->hyperparameters)
    expect_no_nan_at_its_ends(base, data, "optimizer.", row);
}

INSTANTIATE_TEST_SUITE_P(Registry, RowEndsOfRule, testing::ValuesIn(every(optimizers())), ById());

TEST(RowEnds, OfWrappersAndSchedulesGiveNoNan) {
  const Data data = data_with_a_dead_input();
  for (const WrapperEntry* entry : wrappers())
    for (const Hyperparameter& row : entry->hyperparameters)
      expect_no_nan_at_its_ends(with(network_race, {at("optimizer.wrappers.0.id", entry->id)}),
                                data, "optimizer.wrappers.0.", row);
  for (const ScheduleEntry* entry : schedules())
    for (const Hyperparameter& row : entry->hyperparameters)
      expect_no_nan_at_its_ends<double>(with(network_race, {at("schedule.id", entry->id)}), data,
                                        "schedule.", row);
}

TEST(RowEnds, OfGeneralSettingsGiveNoNan) {
  const Data data = data_with_a_dead_input();
  for (const auto& row : problem_rows)
    expect_no_nan_at_its_ends<double>(network_race, data, "problem.", row.text.facts());
  for (const auto& row : penalty_rows)
    expect_no_nan_at_its_ends(network_race, data, "problem.network.", row.text.facts());
  for (const auto& row : racer_rows)
    expect_no_nan_at_its_ends(network_race, data, "optimizer.", row.text.facts());
  for (const auto& row : schedule_rows)
    expect_no_nan_at_its_ends<double>(network_race, data, "schedule.", row.text.facts());
}

TEST(RowEnds, OfSurfacesGiveNoNan) {
  for (const SurfaceEntry* entry : surfaces()) {
    const Settings base{at("problem.surface.id", entry->id), at("optimizer.id", "adam")};
    for (const Hyperparameter& row : entry->hyperparameters)
      expect_no_nan_at_its_ends<double>(base, nullptr, "problem.surface.", row);
    for (const auto& row : surface_rows)
      expect_no_nan_at_its_ends<double>(base, nullptr, "problem.", row.text.facts());
  }
}

/// Values that float32 can't represent are refused, with a suggestion.
TEST(RowEnds, DependOnThePrecisionOfTheEngine) {
  const auto refusal = [](const char* key, double value) {
    return messages(check({at("optimizer.id", "adam"), at(key, value)}).problems);
  };
  using Messages = std::vector<std::string>;
  if constexpr (sizeof(Real) == 8) {
    EXPECT_EQ(refusal("optimizer.epsilon", 1e-46), Messages{});
    EXPECT_EQ(refusal("optimizer.learningRate", 1e39), Messages{});
  } else {
    EXPECT_EQ(refusal("optimizer.epsilon", 1e-46),
              Messages{"optimizer.epsilon must be > 0, and 32-bit arithmetic rounds this value to "
                       "0; choose a larger value or float64 (got 1e-46)"});
    EXPECT_EQ(refusal("optimizer.learningRate", 1e39),
              Messages{"optimizer.learningRate must be at most 3.4028234663852886e+38 in size in "
                       "32-bit arithmetic; choose a smaller value or float64 (got 1e+39)"});
  }
  // Generators use double in both engines. A value may become 0 if 0 is allowed.
  EXPECT_EQ(refusal("problem.dataset.turns", 1e-46), Messages{});
  EXPECT_EQ(refusal("problem.network.l2", 1e-46), Messages{});
}

}  // namespace
}  // namespace fall_line
