// SPDX-License-Identifier: MIT
#include "run/fields.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "run/archive.hpp"

namespace fall_line {

struct Pair {
  double first, second;

  double sum() const { return first + second; }
};
template <>
inline constexpr auto fields<Pair> = std::tuple{
    Field{"first", &Pair::first}, Field{"second", &Pair::second}, Field{"sum", &Pair::sum}};

struct Incomplete {
  double first, forgotten;
};
template <>
inline constexpr auto fields<Incomplete> = std::tuple{Field{"first", &Incomplete::first}};

struct Mixed {
  bool flag;
  std::optional<std::string> text;
  Pair pair;
};
template <>
inline constexpr auto fields<Mixed> = std::tuple{
    Field{"flag", &Mixed::flag}, Field{"text", &Mixed::text}, Field{"pair", &Mixed::pair}};

namespace {

TEST(ArchiveReader, RefusesAByteThatIsNoBool) {
  for (const std::uint8_t byte : {0, 1, 2, 255}) {
    ArchiveReader read(std::span(&byte, 1));
    bool value = true;
    read(value);
    EXPECT_EQ(read.good(), byte <= 1) << int{byte};
    EXPECT_EQ(value, byte == 1);
  }
}

TEST(Fields, AreCompleteIfNoMemberIsMissing) {
  EXPECT_TRUE(complete<Pair>());
  EXPECT_TRUE(complete<Mixed>());
  EXPECT_FALSE(complete<Incomplete>());
}

TEST(Fields, AreVisitedInOrder) {
  std::string names;
  each_field<Pair>([&](const auto& field) { names += std::string(field.name) + " "; });
  EXPECT_EQ(names, "first second sum ");
}

TEST(Fields, AreSavedAndLoadedUnlessComputed) {
  const Mixed values[] = {{true, "some text", {1, 2}}, {false, std::nullopt, {3, 4}}};
  for (const Mixed& saved : values) {
    Writer write;
    write(saved);
    Mixed loaded{!saved.flag, "other", {}};
    ArchiveReader read(write.bytes());
    read(loaded);
    EXPECT_TRUE(read.complete());
    EXPECT_EQ(loaded.flag, saved.flag);
    EXPECT_EQ(loaded.text, saved.text);
    EXPECT_EQ(loaded.pair.first, saved.pair.first);
    EXPECT_EQ(loaded.pair.second, saved.pair.second);
  }
}

}  // namespace
}  // namespace fall_line
