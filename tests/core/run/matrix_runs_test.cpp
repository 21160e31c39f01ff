// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/runs.hpp"
#include "support/stated_memory.hpp"

/// Runs of rules that treat matrices as matrices: what they refuse, their memory, their snapshots.
namespace fall_line {
namespace {

Settings deep(const std::string& rule, std::vector<double> hidden) {
  return {at("optimizer.id", rule), at("problem.network.hidden", std::move(hidden))};
}

TEST(MatrixRules, AreRefusedWhereThereAreNoMatrices) {
  for (const std::string rule : {"muon", "soap"})
    EXPECT_EQ(
        messages(
            check({at("problem.surface.id", "rosenbrock"), at("optimizer.id", rule)}).problems),
        std::vector<std::string>{"optimizer.id must be a rule for this problem: " + rule +
                                 " needs weight matrices, which a surface does not have (got \"" +
                                 rule + "\")"});
  // Shampoo also works on a vector, and a point is one.
  EXPECT_TRUE(check({at("problem.surface.id", "rosenbrock"), at("optimizer.id", "shampoo")})
                  .problems.empty());
}

TEST(MatrixRules, LearnTheSpiral) {
  for (const std::string rule : {"muon", "shampoo", "soap"}) {
    const auto run = make_run(deep(rule, {8, 8}));
    const double before = run->evaluate().train_loss;
    run->step(500);
    EXPECT_EQ(run->report().status, Status::running) << rule;
    EXPECT_LT(run->evaluate().train_loss, 0.7 * before) << rule;
  }
}

TEST(MatrixRules, StayWithinTheStatedMemory) {
  const Settings plans[] = {deep("muon", {160, 160}), deep("shampoo", std::vector<double>(12, 60)),
                            deep("soap", std::vector<double>(12, 60)), deep("shampoo", {300, 40})};
  for (const Settings& settings : plans) expect_stated_memory(settings);
}

// For each of 60 layers Shampoo would keep six matrices of 128 x 128 doubles, SOAP four, plus
// copies.
TEST(MatrixRules, AreRefusedWhereTheirMatricesWouldNotFit) {
  const std::vector<double> hidden(60, 128);
  EXPECT_TRUE(check(deep("adam", hidden)).problems.empty());
  for (const std::string rule : {"shampoo", "soap"}) {
    const auto problems = check(deep(rule, hidden)).problems;
    ASSERT_EQ(problems.size(), 1u) << rule;
    EXPECT_EQ(problems[0].path, "problem");
  }
}

}  // namespace
}  // namespace fall_line
