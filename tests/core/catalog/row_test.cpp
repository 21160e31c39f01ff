// SPDX-License-Identifier: MIT
#include "catalog/row.hpp"

#include <gtest/gtest.h>

namespace fall_line {
namespace {

constexpr Choice colours[] = {{"red", "Red"}, {"green", "Green"}, {"blue", "Blue"}};

struct Thing {
  double size = 0.5;
  int count = 3;
  int colour = 2;
  bool loud = true;
};

constexpr Row<Thing> size_row(Domain domain, Slider slider, const char* id = "size") {
  return row<Thing>(&Thing::size,
                    {.id = id, .name = "Size", .domain = domain, .slider = slider, .doc = "Doc."});
}

constexpr std::array rows{
    size_row(above(0), linear(0, 1)),
    row<Thing>(&Thing::count, {.id = "count",
                               .name = "Count",
                               .domain = within(1, 9),
                               .slider = linear(1, 5),
                               .doc = "Doc."}),
    row<Thing>(&Thing::colour,
               {.id = "colour", .name = "Colour", .doc = "Doc.", .choices = colours}),
    row<Thing>(&Thing::loud, {.id = "loud", .name = "Loud", .doc = "Doc."})};

TEST(Row, GetsItsKindFromTheTypeOfItsField) {
  EXPECT_EQ(rows[0].text.kind, Kind::number);
  EXPECT_EQ(rows[1].text.kind, Kind::integer);
  EXPECT_EQ(rows[2].text.kind, Kind::choice);
  EXPECT_EQ(rows[3].text.kind, Kind::toggle);
}

TEST(Row, GetsItsDefaultFromItsField) {
  EXPECT_EQ(defaults_of(hyperparameters_of<rows>), (Values{0.5, 3, 2, 1}));
}

TEST(Row, KnowsTheDomainOfChoicesAndToggles) {
  EXPECT_TRUE(rows[2].text.domain.contains(2));
  EXPECT_FALSE(rows[2].text.domain.contains(3));
  EXPECT_TRUE(rows[3].text.domain.contains(1));
  EXPECT_FALSE(rows[3].text.domain.contains(2));
}

TEST(Row, SplitsIntoFactsAndTexts) {
  static_assert(hyperparameters_of<rows>.size() == 4 && declarations_of<rows>.size() == 4);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(hyperparameters_of<rows>[i].id, rows[i].text.id);
    EXPECT_EQ(hyperparameters_of<rows>[i].kind, rows[i].text.kind);
    EXPECT_EQ(hyperparameters_of<rows>[i].default_value, rows[i].text.default_value);
    EXPECT_EQ(declarations_of<rows>[i].doc, "Doc.");
  }
  EXPECT_EQ(hyperparameters_of<rows>[2].choices.data(), colours);
  EXPECT_EQ(hyperparameters_of<rows>[1].domain.max, 9);
}

TEST(Row, WritesItsField) {
  const Thing thing = with_values<Thing, rows>({0.25, 7, 1, 0});
  EXPECT_EQ(thing.size, 0.25);
  EXPECT_EQ(thing.count, 7);
  EXPECT_EQ(thing.colour, 1);
  EXPECT_FALSE(thing.loud);
}

TEST(Row, ListsJoin) {
  constexpr auto joined = std::array{rows[1]} + std::array{rows[3], rows[0]};
  ASSERT_EQ(joined.size(), 3u);
  EXPECT_EQ(joined[0].text.id, "count");
  EXPECT_EQ(joined[1].text.id, "loud");
  EXPECT_EQ(joined[2].text.id, "size");
}

TEST(WellFormed, AcceptsValidRows) { EXPECT_TRUE(well_formed(rows)); }

TEST(WellFormed, RefusesInvalidRows) {
  EXPECT_FALSE(well_formed(std::array{size_row(above(0.5), linear(0.6, 1))})) << "default outside";
  EXPECT_FALSE(well_formed(std::array{size_row(above(0), linear(-1, 1))})) << "slider below";
  EXPECT_FALSE(well_formed(std::array{size_row(within(0, 1), linear(0, 2))})) << "slider above";
  EXPECT_FALSE(well_formed(std::array{size_row(above(0), linear(1, 1))})) << "empty slider";
  EXPECT_FALSE(well_formed(std::array{size_row(at_least(0), logarithmic(0, 1))})) << "log from 0";
  EXPECT_FALSE(well_formed(std::array{size_row(above(0), linear(0, 1), "")})) << "no id";
  EXPECT_FALSE(well_formed(std::array{rows[0], rows[1], rows[0]})) << "an id twice";
  Row<Thing> nameless = rows[0], undocumented = rows[0];
  nameless.text.name = "";
  undocumented.text.doc = "";
  EXPECT_FALSE(well_formed(std::array{nameless}));
  EXPECT_FALSE(well_formed(std::array{undocumented}));
}

}  // namespace
}  // namespace fall_line
