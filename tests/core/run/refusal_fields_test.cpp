// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>

#include "catalog/find.hpp"
#include "catalog/text.hpp"
#include "run/check.hpp"
#include "run/memory.hpp"
#include "support/runs.hpp"

/// What programs read of a refusal, for each kind.
namespace fall_line {
namespace {

struct Fields {
  Refusal kind;
  std::string path, rule, value, reason;

  bool operator==(const Fields&) const = default;
};

/// The fields of the only problem.
Fields only(const std::vector<Problem>& problems) {
  EXPECT_EQ(problems.size(), 1u);
  if (problems.empty()) return {};
  const Problem& p = problems[0];
  return {p.kind, p.path, p.rule, p.value, p.reason};
}

Fields refusal(const Settings& settings) { return only(check(settings).problems); }

TEST(RefusalFields, NameAWrongType) {
  const Fields number{Refusal::wrong_type, "optimizer.learningRate", "must be > 0", "\"1\"", ""};
  EXPECT_EQ(refusal({at("optimizer.learningRate", "1")}), number);
  const Fields flag{Refusal::wrong_type, "problem.standardize", "must be true or false", "1", ""};
  EXPECT_EQ(refusal({at("problem.standardize", 1)}), flag);
  EXPECT_EQ(refusal({at("problem.network.hidden", 8)}).kind, Refusal::wrong_type);
  EXPECT_EQ(refusal({at("problem.network", 8)}).kind, Refusal::wrong_type);
  EXPECT_EQ(refusal({at("optimizer.wrappers", 8)}).kind, Refusal::wrong_type);
}

TEST(RefusalFields, NameANumberOutsideItsDomain) {
  const Fields rate{Refusal::out_of_domain, "optimizer.learningRate", "must be > 0", "-1", ""};
  EXPECT_EQ(refusal({at("optimizer.learningRate", -1)}), rate);
  const Fields units{Refusal::out_of_domain, "problem.network.hidden[1]",
                     "must be an integer from 1 to 1000000", "0", ""};
  EXPECT_EQ(refusal({at("problem.network.hidden", {8.0, 0.0})}), units);
}

TEST(RefusalFields, NameAnUnknownId) {
  const Fields rule{Refusal::unknown_id, "optimizer.id",
                    "must be one of " + known_ids(optimizers()), "\"adm\"", ""};
  EXPECT_EQ(refusal({at("optimizer.id", "adm")}), rule);
  EXPECT_EQ(refusal({at("optimizer.wrappers.0.k", 5)}).kind, Refusal::unknown_id);
}

TEST(RefusalFields, NameAnUnknownSetting) {
  const Fields steps{Refusal::unknown_setting, "steps", "is not a setting; known here: seed", "5",
                     ""};
  EXPECT_EQ(refusal({at("steps", 5)}), steps);
}

TEST(RefusalFields, NameAWrongShape) {
  const Fields start{Refusal::wrong_shape, "problem.start", "must be a list of two numbers",
                     "[1, 2, 3]", ""};
  EXPECT_EQ(refusal({at("problem.surface.id", "saddle"),
                     at("problem.start", std::vector{1.0, 2.0, 3.0})}),
            start);
  const std::vector<double> many(1001, 1);
  EXPECT_EQ(refusal({at("problem.network.hidden", many)}).kind, Refusal::wrong_shape);
}

TEST(RefusalFields, NameANumberThatFloat32CannotHold) {
  if constexpr (sizeof(Real) == sizeof(double)) GTEST_SKIP();
  const Fields narrow = refusal({at("optimizer.learningRate", 1e39)});
  EXPECT_EQ(narrow.kind, Refusal::too_narrow);
  EXPECT_EQ(narrow.value, "1e+39");
}

TEST(RefusalFields, SayWhatAnOptimizerNeeds) {
  const Settings squares{at("optimizer.id", "gauss-newton")};
  const bool narrow = sizeof(Real) < sizeof(double);
  const std::string need = "a sum of squares, such as mean-squared-error";
  const Fields expected{Refusal::unmet_need, "optimizer.id",
                        narrow ? "must be an optimizer that works in float32"
                               : "must be a rule for this problem: gauss-newton needs " + need,
                        "\"gauss-newton\"", narrow ? "needs 64-bit numbers" : "needs " + need};
  EXPECT_EQ(refusal(squares), expected);
  const Fields surface = refusal({at("problem.surface.id", "saddle"), at("optimizer.id", "muon")});
  EXPECT_EQ(surface.kind, Refusal::unmet_need);
  EXPECT_EQ(surface.reason, "needs weight matrices, which a surface does not have");
}

TEST(RefusalFields, SayWhySettingsDoNotFitTogether) {
  const Settings no_rate{at("optimizer.id", "simulated-annealing"), at("schedule.id", "cosine")};
  if (check({no_rate[0]}).problems.empty()) {
    const Fields schedule{Refusal::unfit, "schedule.id",
                          "must be constant for simulated-annealing, which has no learning rate",
                          "\"cosine\"", "has no learning rate"};
    EXPECT_EQ(refusal(no_rate), schedule);
    EXPECT_EQ(refusal({no_rate[0], at("optimizer.clipNorm", 1)}).reason, "uses no gradient");
  }
  const Fields wrapper{Refusal::unfit, "optimizer.wrappers.0.id",
                       "must be a wrapper that works with asgd, which already averages its weights",
                       "\"weight-averaging\"", "already averages its weights"};
  EXPECT_EQ(
      refusal({at("optimizer.id", "asgd"), at("optimizer.wrappers.0.id", "weight-averaging")}),
      wrapper);
  const Fields twice = refusal(
      {at("optimizer.wrappers.0.id", "lookahead"), at("optimizer.wrappers.1.id", "lookahead")});
  EXPECT_EQ(twice.kind, Refusal::unfit);
  EXPECT_EQ(twice.reason, "") << "whatever the optimizer";
  const Fields loss =
      refusal({at("problem.network.loss", "hinge"), at("problem.dataset.id", "sine")});
  EXPECT_EQ(loss.kind, Refusal::unfit);
}

TEST(RefusalFields, SayThatSomethingIsTooLarge) {
  const Fields large = refusal({at("problem.network.hidden", {1e5, 1e5})});
  EXPECT_EQ(large.kind, Refusal::too_large);
  EXPECT_EQ(large.path, "problem");
  Budget full;
  full.add({.held = engine_limit_bytes, .passing = 0});
  EXPECT_EQ(full.refusal("problem", {.held = 1, .passing = 0})->kind, Refusal::too_large);
}

TEST(RefusalFields, DescribeOwnData) {
  const auto refused = [](Samples own) {
    return only(check({}, std::make_shared<Samples>(std::move(own))).problems);
  };
  Samples own{.task = Task::classification, .shape = 1, .outputs = 1, .classes = 2};
  own.x = {1, 2, 3};
  own.y = {0, 1, 2};
  const Fields target{Refusal::out_of_domain, "problem.dataset.targets[2]",
                      "must be a class number from 0 to 1", "2", ""};
  EXPECT_EQ(refused(own), target);
  own.x.pop_back();
  EXPECT_EQ(refused(own).kind, Refusal::wrong_shape);
}

TEST(RefusalFields, HaveACodeForEachKind) {
  std::set<std::string_view> codes;
  for (int kind = 0; kind <= static_cast<int>(Refusal::too_large); ++kind)
    codes.insert(code_of(static_cast<Refusal>(kind)));
  EXPECT_EQ(codes.size(), 9u);
  EXPECT_FALSE(codes.contains(""));
  EXPECT_EQ(code_of(Refusal::unmet_need), "unmet-need");
}

}  // namespace
}  // namespace fall_line
