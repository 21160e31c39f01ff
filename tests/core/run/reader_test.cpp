// SPDX-License-Identifier: MIT
#include "run/reader.hpp"

#include <gtest/gtest.h>

#include "support/runs.hpp"

/// Kinds of rows that no component declares yet, and the texts of the domain rules.
namespace fall_line {
namespace {

using Messages = std::vector<std::string>;

constexpr Choice colours[] = {{"red", "Red"}, {"green", "Green"}};
constexpr Word words[] = {{"full", "Full batch", 0}};

Hyperparameter row_of(Kind kind, Domain domain = {}) {
  return {.id = "x", .domain = domain, .kind = kind};
}

TEST(DomainRule, SaysWhichValuesAreAllowed) {
  EXPECT_EQ(domain_rule(row_of(Kind::number)), "must be a finite number");
  EXPECT_EQ(domain_rule(row_of(Kind::number, above(0))), "must be > 0");
  EXPECT_EQ(domain_rule(row_of(Kind::number, at_least(-1.5))), "must be >= -1.5");
  EXPECT_EQ(domain_rule(row_of(Kind::number, within(0, 1))), "must be between 0 and 1");
  EXPECT_EQ(domain_rule(row_of(Kind::number, within_below(0, 1))), "must be >= 0 and < 1");
  EXPECT_EQ(domain_rule(row_of(Kind::number, {.max = 3})), "must be <= 3");
  EXPECT_EQ(domain_rule(row_of(Kind::number, {.max = 3, .max_open = true})), "must be < 3");
  EXPECT_EQ(domain_rule(row_of(Kind::integer, within(1, 9))), "must be an integer from 1 to 9");
  EXPECT_EQ(domain_rule(row_of(Kind::integer, at_least(1))), "must be an integer >= 1");
  EXPECT_EQ(domain_rule(row_of(Kind::integer)), "must be an integer");
  Hyperparameter worded = row_of(Kind::integer, within(1, 9));
  worded.words = words;
  EXPECT_EQ(domain_rule(worded), R"(must be an integer from 1 to 9 or "full")");
}

TEST(Reader, ReadsAChoiceByItsIds) {
  Hyperparameter row = row_of(Kind::choice);
  row.choices = colours;
  const Settings settings{at("a", "green"), at("b", "blue"), at("c", 0)};
  Reader reader(settings);
  EXPECT_EQ(reader.number("a", row), 1);
  EXPECT_EQ(reader.number("b", row), std::nullopt);
  EXPECT_EQ(reader.number("c", row), std::nullopt);
  EXPECT_EQ(reader.number("d", row), std::nullopt);
  EXPECT_EQ(messages(reader.finish()), (Messages{R"(b must be one of red, green (got "blue"))",
                                                 "c must be one of red, green (got 0)"}));
}

TEST(Reader, ReadsAToggleByABoolean) {
  const Hyperparameter row = row_of(Kind::toggle, within(0, 1));
  const Settings settings{at("a", true), at("b", false), at("c", 1), at("d", "true")};
  Reader reader(settings);
  EXPECT_EQ(reader.number("a", row), 1);
  EXPECT_EQ(reader.number("b", row), 0);
  EXPECT_EQ(reader.number("c", row), std::nullopt);
  EXPECT_EQ(reader.number("d", row), std::nullopt);
  EXPECT_EQ(messages(reader.finish()), (Messages{"c must be true or false (got 1)",
                                                 R"(d must be true or false (got "true"))"}));
}

TEST(Reader, ReadsAWordForItsNumber) {
  Hyperparameter row = row_of(Kind::integer, within(1, 9));
  row.words = words;
  const Settings settings{at("a", "full"), at("b", 5), at("c", "empty")};
  Reader reader(settings);
  EXPECT_EQ(reader.number("a", row), 0);
  EXPECT_EQ(reader.number("b", row), 5);
  EXPECT_EQ(reader.number("c", row), std::nullopt);
  EXPECT_EQ(reader.finish().size(), 1u);
}

TEST(Reader, FallsBackToDefaults) {
  Hyperparameter one = row_of(Kind::number), other = row_of(Kind::number);
  one.default_value = 0.25;
  other.id = "y";
  other.default_value = 0.5;
  const Hyperparameter rows[] = {one, other};
  const Settings settings{at("p.y", 3)};
  Reader reader(settings);
  EXPECT_EQ(reader.component("p.", rows), (Values{0.25, 3}));
  EXPECT_TRUE(reader.finish().empty());
}

TEST(Reader, ListsTheKnownSettingsForAnUnknownOne) {
  const Settings settings{at("p.z", 1), at("q.x", 1)};
  Reader reader(settings);
  reader.number("p.x", row_of(Kind::number));
  reader.number("p.y", row_of(Kind::number));
  EXPECT_EQ(messages(reader.finish()), (Messages{"p.z is not a setting; known here: x, y (got 1)",
                                                 "q.x is not a setting (got 1)"}));
}

TEST(Reader, ReportsAnErrorOnceEvenIfReadTwice) {
  const Settings settings{at("p.z", 1)};
  Reader reader(settings);
  reader.take("p.x");
  reader.take("p.x");
  EXPECT_EQ(messages(reader.finish()), Messages{"p.z is not a setting; known here: x (got 1)"});
}

TEST(Reader, AcceptsAnEmptyObjectWherePathsMayFollow) {
  const Settings settings{{"p", NoSettings{}}, {"p.y", NoSettings{}}, {"q", NoSettings{}}};
  Reader reader(settings);
  reader.number("p.y", row_of(Kind::number));
  EXPECT_EQ(messages(reader.finish()), (Messages{"p.y must be a finite number (got an object)",
                                                 "q is not a setting (got an object)"}));
}

TEST(Reader, RefusesAValueInsteadOfAnObject) {
  const Settings settings{at("p", 5), {"q", Unsupported{"null"}}};
  Reader reader(settings);
  reader.number("p.y", row_of(Kind::number));
  reader.number("q.r.z", row_of(Kind::number));
  EXPECT_TRUE(reader.has("p."));
  EXPECT_FALSE(reader.has("r."));
  EXPECT_EQ(messages(reader.finish()), (Messages{"p must be an object of settings (got 5)",
                                                 "q must be an object of settings (got null)"}));
}

}  // namespace
}  // namespace fall_line
