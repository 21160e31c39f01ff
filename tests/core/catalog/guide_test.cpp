// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "data/dataset.hpp"
#include "network/activation.hpp"
#include "network/initializer.hpp"
#include "network/loss.hpp"
#include "optimizer/wrapper.hpp"
#include "run/instruments/instrument.hpp"
#include "schedule/schedule.hpp"
#include "support/registry.hpp"
#include "surface/surface.hpp"

/// Every entry has its texts for readers, and they are short and plain.
namespace fall_line {
namespace {

constexpr std::size_t longest_sentence = 25;

/// The number of words in each sentence. A full stop ends a sentence only before a space or the
/// end.
std::vector<std::size_t> sentence_lengths(std::string_view text) {
  std::istringstream words{std::string(text)};
  std::vector<std::size_t> lengths;
  std::size_t length = 0;
  for (std::string word; words >> word;) {
    ++length;
    if (word.back() != '.') continue;
    lengths.push_back(length);
    length = 0;
  }
  if (length > 0) lengths.push_back(length);
  return lengths;
}

bool has_symbols(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    const bool greek = byte == 0xCE || byte == 0xCF;  // Leads the two bytes of a Greek letter.
    return greek || c == '\\' || c == '$' || c == '=' || c == '^';
  });
}

void expect_plain(std::string_view text, std::size_t fewest, std::size_t most) {
  SCOPED_TRACE(text);
  ASSERT_FALSE(text.empty());
  EXPECT_TRUE(text.front() >= 'A' && text.front() <= 'Z') << "no capital letter first";
  EXPECT_EQ(text.back(), '.');
  const std::vector<std::size_t> lengths = sentence_lengths(text);
  EXPECT_GE(lengths.size(), fewest) << "sentences";
  EXPECT_LE(lengths.size(), most) << "sentences";
  for (const std::size_t length : lengths) EXPECT_LE(length, longest_sentence) << "words";
  EXPECT_FALSE(has_symbols(text));
  for (const std::string_view hard : {"whose", "of which", "  ", ";"})
    EXPECT_EQ(text.find(hard), std::string_view::npos) << hard;
}

template <class Entry>
void expect_plain_entries(std::span<const Entry* const> all, std::size_t sentences) {
  EXPECT_FALSE(all.empty());
  for (const Entry* entry : all) {
    SCOPED_TRACE(entry->id);
    const auto& docs = docs_of(*entry);
    expect_plain(docs.summary, 1, sentences);
    for (const Declaration& row : declarations_in(docs)) expect_plain(row.doc, 1, 2);
  }
}

template <class Entry>
void expect_guided(std::span<const Entry* const> all) {
  expect_plain_entries(all, 1);
  for (const Entry* entry : all) {
    SCOPED_TRACE(entry->id);
    const Guide& guide = docs_of(*entry).guide;
    expect_plain(guide.idea, 2, 2);
    expect_plain(guide.use, 1, 2);
    expect_plain(guide.pitfalls, 1, 2);
  }
}

TEST(Guide, IsPlainForEveryOptimizer) { expect_guided(optimizers()); }
TEST(Guide, IsPlainForEveryMark) {
  for (const OptimizerEntry* rule : optimizers())
    for (const MarkDocs& mark : docs_of(*rule).marks) {
      SCOPED_TRACE(rule->id);
      EXPECT_FALSE(mark.label.empty());
      expect_plain(mark.doc, 1, 3);
    }
}
TEST(Guide, IsPlainForEveryWrapper) { expect_guided(wrappers()); }
TEST(Guide, IsPlainForEverySchedule) { expect_guided(schedules()); }
TEST(Guide, IsPlainForEveryDataset) { expect_guided(datasets()); }
TEST(Guide, IsPlainForEverySurface) { expect_guided(surfaces()); }

TEST(Guide, IsPlainForEntriesWithOnlyASummary) {
  expect_plain_entries(activations(), 2);
  expect_plain_entries(losses(), 2);
  expect_plain_entries(initializers(), 2);
}

TEST(Guide, IsPlainForEveryInstrument) {
  expect_plain_entries(instruments(), 1);
  for (const InstrumentEntry* entry : instruments()) {
    SCOPED_TRACE(entry->id);
    expect_plain(docs_of(*entry).look_for, 2, 2);
  }
}

TEST(Guide, CountsTheWordsOfEachSentence) {
  using Lengths = std::vector<std::size_t>;
  EXPECT_EQ(sentence_lengths("One two three. Four 0.5 six."), (Lengths{3, 3}));
  EXPECT_EQ(sentence_lengths("No full stop"), (Lengths{3}));
}

}  // namespace
}  // namespace fall_line
