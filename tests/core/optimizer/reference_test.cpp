// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <set>

#include "catalog/text.hpp"
#include "support/comparison.hpp"
#include "support/optimizers.hpp"
#include "support/reference_report.hpp"

/// Every rule walks as its reference does: see tests/reference/trajectories/write.py.
namespace fall_line {
namespace {

class Reference : public testing::TestWithParam<const OptimizerEntry*> {
 protected:
  const std::string id{GetParam()->id};
  const std::vector<reference::Trajectory> trajectories = reference::trajectories(id);
};

/// For the reference pages.
void report(std::string_view id, const std::string& against,
            const reference::Comparison& comparison) {
  reference::report(id, "{\"against\": " + fall_line::quoted(against) +
                            ", \"records\": " + text(comparison.records) +
                            ", \"largest\": " + text(comparison.largest) + "}");
}

TEST_P(Reference, IsWalkedToTheLastDigits) {
  reference::Comparison all;
  std::string against;
  for (const reference::Trajectory& trajectory : trajectories) {
    const reference::Comparison one = reference::compare(*GetParam(), trajectory);
    EXPECT_TRUE(one.agrees()) << id << " on " << trajectory.problem << ", against "
                              << trajectory.against << ": " << one.largest;
    all.add(one);
    if (against.find(trajectory.against) == std::string::npos)
      against += (against.empty() ? "" : ", ") + trajectory.against;
  }
  EXPECT_EQ(GetParam()->checked_against, against);
  report(id, against, all);
}

/// On five surfaces and three networks, with a rate that changes; and most of it can be compared.
/// A surface has no matrices: a rule that needs them walks on five networks.
TEST_P(Reference, CoversEnough) {
  std::set<std::string> surface_names, network_names, others;
  int records = 0;
  bool changing = false;
  for (const reference::Trajectory& t : trajectories) {
    (find(surfaces(), t.problem) != nullptr ? surface_names : network_names).insert(t.problem);
    changing = changing || t.rates.size() > 1;
    records += static_cast<int>(t.points.size());
  }
  if (needs(*GetParam(), Need::matrices)) {
    EXPECT_EQ(surface_names.size(), 0U);
    EXPECT_GE(network_names.size(), 5U);
  } else {
    EXPECT_GE(surface_names.size(), 5U);
    EXPECT_GE(network_names.size(), 3U);
  }
  EXPECT_EQ(changing, takes_a_rate(*GetParam()));
  EXPECT_GE(records, 7 * static_cast<int>(trajectories.size()));
}

INSTANTIATE_TEST_SUITE_P(Registry, Reference, testing::ValuesIn(step_by_step()),
                         [](const auto& info) {
                           std::string name(info.param->id);
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

}  // namespace
}  // namespace fall_line
