// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include "optimizer/optimizer.hpp"

/// What rules claim to suit agrees with the other facts that they declare.
namespace fall_line {
namespace {

struct Claim {
  const OptimizerEntry& rule;
  const OptimizerDocs& docs;
  const Suit& suit;
};

template <class Check>
void each_claim(Check check) {
  int claims = 0;
  for (const OptimizerEntry* rule : optimizers())
    for (const Suit& suit : docs_of(*rule).suits) {
      SCOPED_TRACE(std::string(rule->id) + ": " + std::string(id_of(suit.situation)));
      check(Claim{*rule, docs_of(*rule), suit});
      ++claims;
    }
  EXPECT_GT(claims, 0);
}

/// Whether a learning rate must be chosen. One that is usually 1 only scales what the rule finds.
bool has_rate_to_choose(const OptimizerEntry& rule, const OptimizerDocs& docs) {
  const auto rate = rate_row(rule);
  return rate && docs.hyperparameters[*rate].default_value != 1;
}

/// A contradiction of a claim with the facts of its rule, or nothing.
std::string_view contradiction(const OptimizerEntry& rule, const OptimizerDocs& docs,
                               Situation situation) {
  switch (situation) {
    case Situation::much_data:
    case Situation::much_noise:
      return rule.full_batch ? "takes the full batch" : "";
    case Situation::many_parameters:
      return rule.dense ? "has matrices of all parameters" : "";
    case Situation::little_memory:
      return docs.memory == "n" || docs.memory.starts_with("0") ? "" : "keeps several vectors";
    case Situation::few_settings:
      return has_rate_to_choose(rule, docs) && docs.hyperparameters.size() > 2
                 ? "has a learning rate to choose and other settings"
                 : "";
    default:
      return "";
  }
}

TEST(Suits, AgreeWithTheOtherFactsOfTheRule) {
  each_claim([](const Claim& claim) {
    EXPECT_EQ(contradiction(claim.rule, claim.docs, claim.suit.situation), "");
  });
}

TEST(Suits, AreContradictedByRulesThatDoNot) {
  std::set<Situation> contradicted;
  for (const OptimizerEntry* rule : optimizers())
    for (std::size_t i = 0; i < std::size(situation_ids); ++i)
      if (const auto one = static_cast<Situation>(i);
          !contradiction(*rule, docs_of(*rule), one).empty())
        contradicted.insert(one);
  EXPECT_EQ(contradicted.size(), 5u);
}

TEST(Suits, AreShortClausesThatFollowIt) {
  each_claim([](const Claim& claim) {
    const std::string_view why = claim.suit.why;
    ASSERT_FALSE(why.empty());
    EXPECT_TRUE(why.front() >= 'a' && why.front() <= 'z') << why;
    EXPECT_NE(why.back(), '.') << why;
    std::istringstream words{std::string(why)};
    EXPECT_LE(std::distance(std::istream_iterator<std::string>(words), {}), 11) << why;
  });
}

TEST(Suits, NameASituationOnce) {
  for (const OptimizerEntry* rule : optimizers()) {
    std::set<Situation> named;
    for (const Suit& suit : docs_of(*rule).suits)
      EXPECT_TRUE(named.insert(suit.situation).second) << rule->id << id_of(suit.situation);
  }
}

/// The first rule is the baseline of every race.
TEST(Suits, LeaveOutTheFirstRule) { EXPECT_TRUE(docs_of(*optimizers()[0]).suits.empty()); }

TEST(Suits, CoverEverySituation) {
  std::set<Situation> named;
  each_claim([&](const Claim& claim) { named.insert(claim.suit.situation); });
  EXPECT_EQ(named.size(), std::size(situation_ids));
}

}  // namespace
}  // namespace fall_line
