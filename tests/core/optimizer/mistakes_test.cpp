// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "support/optimizers.hpp"
#include "support/registry.hpp"
#include "support/rewritten.hpp"

/// A test of the reference test: it fails for rules with typical mistakes. Only if Real is double,
/// because some mistakes are smaller than the rounding errors of float.
namespace fall_line {
namespace {

class Mistakes : public testing::TestWithParam<const OptimizerEntry*> {
 protected:
  const std::string id{GetParam()->id};
  const std::vector<reference::Trajectory> trajectories = reference::trajectories(id);

  static reference::Comparison compare(const reference::Rewrite& rule, int mistake,
                                       const reference::Trajectory& trajectory) {
    reference::Rewritten optimizer(rule.update, mistake, trajectory);
    return reference::compare(optimizer, trajectory);
  }
  bool is_caught(const reference::Rewrite& rule, int mistake) const {
    return std::any_of(trajectories.begin(), trajectories.end(), [&](const auto& trajectory) {
      return !compare(rule, mistake, trajectory).agrees();
    });
  }
};

TEST_P(Mistakes, AreCaught) {
  if (sizeof(Real) < sizeof(double)) GTEST_SKIP();
  if (trajectories.empty()) FAIL() << reference::how_to_write(id);
  const reference::Rewrite* rule = nullptr;
  for (const reference::Rewrite* one : reference::Rewrite::list())
    if (one->id == id) rule = one;
  if (rule == nullptr)
    FAIL() << "Write " << id << " a second time, with its typical mistakes, as a Rewrite in "
           << "tests/core/optimizer/mistakes/: they must be caught.";
  for (const reference::Trajectory& trajectory : trajectories) {
    const reference::Comparison right = compare(*rule, 0, trajectory);
    EXPECT_TRUE(right.agrees()) << id << " as it should be: " << right.largest;
  }
  for (std::size_t i = 0; i < rule->mistakes.size(); ++i)
    EXPECT_TRUE(is_caught(*rule, static_cast<int>(i) + 1))
        << id << ", not caught: " << rule->mistakes[i];
}

/// The rules that have a rewrite: those that need only one gradient a step, and those that search.
std::vector<const OptimizerEntry*> rewritten() {
  std::vector<const OptimizerEntry*> rules;
  for (const OptimizerEntry* rule : optimizers()) {
    bool alone = true;
    for (const Need need : rule->needs)
      alone = alone && (need == Need::gradient || need == Need::matrices);
    if (alone || searches(*rule)) rules.push_back(rule);
  }
  return rules;
}

INSTANTIATE_TEST_SUITE_P(Registry, Mistakes, testing::ValuesIn(rewritten()), ById());

}  // namespace
}  // namespace fall_line
