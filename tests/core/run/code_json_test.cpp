// SPDX-License-Identifier: MIT
#include "run/code_json.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "catalog/text.hpp"
#include "network/activation.hpp"
#include "network/loss.hpp"
#include "optimizer/wrapper.hpp"
#include "schedule/schedule.hpp"
#include "support/json.hpp"

namespace fall_line {
namespace {

TEST(CodeJson, IsJson) { EXPECT_TRUE(is_json(code_json())); }

template <class Entry>
void expect_all(std::span<const Entry* const> all) {
  const std::string json = code_json();
  for (const Entry* entry : all) {
    const auto& code = docs_of(*entry).code;
    const bool has_code =
        !code.pytorch.call.empty() || !code.rule.empty() || !code.definition.empty();
    EXPECT_EQ(json.find(quoted(entry->id) + ":{") != std::string::npos, has_code) << entry->id;
  }
}

TEST(CodeJson, HasEveryRuleAndWrapperWithCode) {
  expect_all(optimizers());
  expect_all(wrappers());
}

/// The words in braces of a text.
std::vector<std::string> placeholders(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1))
    found.emplace_back(text.substr(open + 1, text.find('}', open) - open - 1));
  return found;
}

/// The settings of a rule in a call, which all are of the rule and stand there once, sorted.
std::vector<std::string> settings_of(const OptimizerEntry& entry, std::string_view call) {
  std::vector<std::string> given = placeholders(call);
  std::sort(given.begin(), given.end());
  EXPECT_EQ(std::adjacent_find(given.begin(), given.end()), given.end()) << entry.id;
  for (const std::string& id : given)
    EXPECT_TRUE(std::any_of(entry.hyperparameters.begin(), entry.hyperparameters.end(),
                            [&](const Hyperparameter& p) { return p.id == id; }))
        << entry.id << ": " << id;
  return given;
}

TEST(Code, ACallHasTheSettingsOfItsRuleAndARuleForThoseThatItLacks) {
  for (const OptimizerEntry* entry : optimizers()) {
    const Code& code = docs_of(*entry).code;
    for (const LibraryCode& own : {code.pytorch, code.keras}) {
      if (own.call.empty()) continue;
      const bool is_complete =
          settings_of(*entry, own.call).size() == entry->hyperparameters.size();
      EXPECT_TRUE((is_complete && !own.constant_rate) || !code.rule.empty()) << entry->id;
    }
  }
}

TEST(Code, ADifferenceIsASentenceOfALibraryWhoseRuleIsWrittenOut) {
  for (const OptimizerEntry* entry : optimizers()) {
    const Code& code = docs_of(*entry).code;
    const auto expect_sentence = [&](const LibraryCode& own, bool is_written_out) {
      EXPECT_TRUE(own.differs.empty() || (own.differs.ends_with(".") && is_written_out))
          << entry->id;
    };
    // A definition without a call stands for the rule, but in PyTorch alone.
    const bool is_defined = code.pytorch.call.empty() && !code.definition.empty();
    expect_sentence(code.pytorch, !code.rule.empty() || is_defined);
    expect_sentence(code.keras, !code.rule.empty());
  }
}

TEST(Code, DefinitionsEndWithALineBreak) {
  for (const OptimizerEntry* entry : optimizers()) {
    const Code& code = docs_of(*entry).code;
    for (const std::string_view text : {code.definition, code.rule})
      EXPECT_TRUE(text.empty() || (text.starts_with("class ") && text.ends_with("\n")))
          << entry->id;
  }
  for (const ScheduleEntry* entry : schedules()) {
    const std::string_view text = docs_of(*entry).code;
    EXPECT_TRUE(text.empty() || (text.starts_with("def ") && text.ends_with("\n"))) << entry->id;
  }
}

TEST(Code, EveryLossHasCodeForItsTasks) {
  for (const LossEntry* entry : losses()) {
    const LossCode& code = docs_of(*entry).code;
    EXPECT_EQ(!code.two_classes.empty(), entry->classification) << entry->id;
    EXPECT_EQ(!code.classes.empty(), entry->classification) << entry->id;
    EXPECT_EQ(!code.values.empty(), entry->regression) << entry->id;
    EXPECT_EQ(!code.keras.two_classes.empty(), entry->classification) << entry->id;
    EXPECT_FALSE(code.keras.columns.empty()) << entry->id;
  }
}

}  // namespace
}  // namespace fall_line
