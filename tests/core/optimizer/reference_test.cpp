// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "catalog/text.hpp"
#include "optimizer/wrapper.hpp"
#include "support/comparison.hpp"
#include "support/measured.hpp"
#include "support/optimizers.hpp"
#include "support/registry.hpp"
#include "support/second_order.hpp"

/// Every rule and wrapper follows its reference trajectories, which
/// tests/reference/trajectories/write.py writes.
namespace fall_line {
namespace {

/// Compares an entry with all its trajectories. `more` names what else it is checked against.
template <class Entry>
void expect_walked(const Entry& entry, std::string_view more = "") {
  const std::string id(entry.id);
  const std::vector<reference::Trajectory> trajectories = reference::trajectories(id);
  if (trajectories.empty()) FAIL() << reference::how_to_write(id);
  reference::Comparison all;
  std::string against;
  for (const reference::Trajectory& trajectory : trajectories) {
    const reference::Comparison one = reference::compare(entry, trajectory);
    EXPECT_TRUE(one.agrees()) << id << " " << trajectory.inside << " on " << trajectory.problem
                              << ", against " << trajectory.against << ": " << one.largest
                              << (one.end_met ? "" : ", and does not end where it should");
    all.add(one);
    if (against.find(trajectory.against) == std::string::npos)
      against += (against.empty() ? "" : ", ") + trajectory.against;
  }
  EXPECT_EQ(docs_of(entry).checked_against, against + std::string(more));
  reference::expect_measured(sizeof(Real) == sizeof(double) ? "float64" : "float32", id,
                             "{\"records\": " + text(all.records) + ", \"largest\": " +
                                 text(reference::rounded_up(all.largest)) + "}");
}

/// Expects references on five surfaces and three networks, with a rate that changes, of which most
/// can be compared: seven of the at most nine recorded points, or half of them where cubics through
/// neighbouring points amplify rounding errors. A surface has no matrices and no samples, so a rule
/// that needs matrices has references on five networks instead.
void expect_covered(std::string_view id, bool takes_a_rate, const OptimizerEntry* rule = nullptr) {
  const std::vector<reference::Trajectory> trajectories = reference::trajectories(std::string(id));
  if (trajectories.empty()) FAIL() << reference::how_to_write(std::string(id));
  const std::string file = rule == nullptr ? "wrapper_cases.py" : "cases.py";
  SCOPED_TRACE("Give it other settings, rates or problems in tests/reference/trajectories/" + file +
               ", and write its trajectories again.");
  std::set<std::string> surface_names, network_names;
  int records = 0, possible = 0;
  bool changing = false;
  for (const reference::Trajectory& t : trajectories) {
    (find(surfaces(), t.problem) != nullptr ? surface_names : network_names).insert(t.problem);
    changing = changing || t.rates.size() > 1;
    records += static_cast<int>(t.points.size());
    for (const int step : {1, 2, 3, 5, 10, 20, 50, 100, 200}) possible += step <= t.ends;
  }
  if (rule != nullptr && needs(*rule, Need::samples)) {
    EXPECT_EQ(surface_names.size(), 0U);
    EXPECT_GE(network_names.size(), 3U);
  } else if (rule != nullptr && needs(*rule, Need::matrices)) {
    EXPECT_EQ(surface_names.size(), 0U);
    EXPECT_GE(network_names.size(), 5U);
  } else {
    EXPECT_GE(surface_names.size(), 5U);
    EXPECT_GE(network_names.size(), 3U);
  }
  EXPECT_EQ(changing, takes_a_rate);
  EXPECT_GE(records, possible * (rule != nullptr && searches(*rule) ? 0.5 : 7.0 / 9));
}

class Reference : public testing::TestWithParam<const OptimizerEntry*> {};
TEST_P(Reference, IsFollowedWithinTheTolerance) {
  const OptimizerEntry& rule = *GetParam();
  if (rule.make == nullptr) GTEST_SKIP() << "float32 refuses it";
  if (sizeof(Real) < sizeof(double) && !needs(rule, Need::gradient))
    GTEST_SKIP() << "it decides by comparing losses, so a rounding error of float changes its path";
  const bool minima =
      std::count(std::begin(compared_minima), std::end(compared_minima), rule.id) > 0;
  expect_walked(rule, minima ? ", SciPy 1.10 minima" : "");
}
TEST_P(Reference, CoversEnough) {
  const OptimizerEntry& rule = *GetParam();
  expect_covered(rule.id, rate_row(rule).has_value(), &rule);
}
INSTANTIATE_TEST_SUITE_P(Registry, Reference, testing::ValuesIn(every(optimizers())), ById());

class WrapperReference : public testing::TestWithParam<const WrapperEntry*> {};
TEST_P(WrapperReference, IsFollowedWithinTheTolerance) { expect_walked(*GetParam()); }
TEST_P(WrapperReference, CoversEnough) { expect_covered(GetParam()->id, true); }
INSTANTIATE_TEST_SUITE_P(Registry, WrapperReference, testing::ValuesIn(every(wrappers())), ById());

}  // namespace
}  // namespace fall_line
