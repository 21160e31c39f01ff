// SPDX-License-Identifier: MIT
#include <set>

#include "run/diagnosis/step_size.hpp"
#include "run/diagnosis/support.hpp"

/// What holds for every diagnosis.
namespace fall_line {
namespace {

/// The words in braces.
std::vector<std::string_view> quoted_in(std::string_view sentence) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; (at = sentence.find('{', at)) != std::string_view::npos;) {
    const std::size_t end = sentence.find('}', at);
    words.push_back(sentence.substr(at + 1, end - at - 1));
    at = end;
  }
  return words;
}

TEST(Diagnosis, ChangesNothingOfTheRun) {
  const Settings race = small_race({at("optimizer.learningRate", 0.01)});
  const auto asked = make_run(race), left = make_run(race);
  for (auto* run : {asked.get(), left.get()}) run->step(300);
  asked->diagnose(true);
  EXPECT_EQ(asked->snapshot(), left->snapshot());
  for (auto* run : {asked.get(), left.get()}) run->step(100);
  EXPECT_EQ(asked->snapshot(), left->snapshot());
}

TEST(Diagnosis, IsTheSameEachTime) {
  const auto run = make_run(small_race({at("optimizer.learningRate", 0.01)}));
  run->step(1000);
  const auto first = run->diagnose(true), second = run->diagnose(true);
  ASSERT_EQ(ids(first), ids(second));
  for (std::size_t i = 0; i < first.size(); ++i)
    for (std::size_t k = 0; k < first[i].measured.size(); ++k)
      EXPECT_EQ(first[i].measured[k].value, second[i].measured[k].value);
}

TEST(Diagnosis, SaysNothingOfARunThatHasNotBegun) {
  for (const OptimizerEntry* rule : rules_for(small_race())) {
    const auto run = make_run(small_race({at("optimizer.id", rule->id)}));
    EXPECT_EQ(ids(run->diagnose(true)), std::vector<std::string>{}) << rule->id;
    run->step(1);
    EXPECT_EQ(ids(run->diagnose(true)), std::vector<std::string>{}) << rule->id;
  }
}

TEST(Diagnosis, HasSentencesThatBeginWithoutARemedy) {
  EXPECT_FALSE(faults().empty());
  std::set<std::string_view> known;
  for (const FaultEntry* fault : faults()) {
    SCOPED_TRACE(fault->id);
    EXPECT_TRUE(known.insert(fault->id).second) << "an id used twice";
    const FaultDocs& docs = docs_of(*fault);
    EXPECT_FALSE(docs.name.empty());
    ASSERT_FALSE(docs.sentences.empty());
    for (const std::string_view word : quoted_in(docs.sentences[0])) {
      EXPECT_NE(word, "setting");
      EXPECT_NE(word, "better");
    }
  }
}

TEST(Diagnosis, KnowsTheStepSizeOfEveryRuleThatDoesNotFindIt) {
  std::vector<std::string_view> without;
  for (const OptimizerEntry* rule : optimizers()) {
    Plan plan;
    plan.optimizer = {rule, defaults_of(rule->hyperparameters)};
    if (!step_size_of(plan)) without.push_back(rule->id);
  }
  // A smaller damping of Levenberg-Marquardt would lengthen its steps.
  EXPECT_EQ(without, (std::vector<std::string_view>{"bfgs", "l-bfgs", "conjugate-gradient",
                                                    "levenberg-marquardt", "particle-swarm"}));
}

TEST(Diagnosis, RoundsToTwoDigits) {
  EXPECT_EQ(rounded(0.07), 0.07);
  EXPECT_EQ(rounded(0.7 / 10), 0.07);
  EXPECT_EQ(rounded(0.1234), 0.12);
  EXPECT_EQ(rounded(0.0999), 0.1);
  EXPECT_EQ(rounded(12345), 12000);
  EXPECT_EQ(rounded(3e-7 / 10), 3e-8);
  EXPECT_EQ(rounded(0), 0);
}

}  // namespace
}  // namespace fall_line
