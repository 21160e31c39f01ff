// SPDX-License-Identifier: MIT
#include "support/measured.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

#include "catalog/text.hpp"

namespace fall_line::reference {
namespace {

/// The results by group and id, written as lines of JSON in the order of the ids.
class Found final : public testing::Environment {
 public:
  void TearDown() override {
    std::string all_groups;
    for (const auto& [group, entries] : groups) {
      std::string lines;
      for (const auto& [id, found] : entries)
        lines += (lines.empty() ? "\n    " : ",\n    ") + fall_line::quoted(id) + ": " + found;
      all_groups += (all_groups.empty() ? "\n  " : ",\n  ") + fall_line::quoted(group) + ": {" +
                    lines + "\n  }";
    }
    if (!groups.empty()) std::ofstream(FALL_LINE_REFERENCE_REPORT) << "{" << all_groups << "\n}\n";
  }
  std::map<std::string, std::map<std::string, std::string>> groups;
};

// GoogleTest deletes it, after the last test.
auto* const all = new Found;
[[maybe_unused]] const auto* const environment = testing::AddGlobalTestEnvironment(all);

/// The text between `before` and `end`, or an empty one if `before` does not occur.
std::string between(const std::string& text, const std::string& before, const char* end) {
  const auto at = text.find(before);
  if (at == std::string::npos) return "";
  const auto start = at + before.size();
  return text.substr(start, text.find(end, start) - start);
}

/// The entry's line in the committed file, in the format that this file writes.
std::string committed(std::string_view group, std::string_view id) {
  std::ifstream file(FALL_LINE_REFERENCE_DIR "/../measured.json");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::string entries = between(text, "\n  " + fall_line::quoted(group) + ": {", "\n  }");
  const std::string line = between(entries, "\n    " + fall_line::quoted(id) + ": ", "\n");
  return line.substr(0, line.rfind('}') + 1);
}

}  // namespace

void expect_measured(std::string_view group, std::string_view id, const std::string& found) {
  all->groups[std::string(group)][std::string(id)] = found;
  EXPECT_EQ(committed(group, id), found)
      << "tests/reference/measured.json says otherwise of " << id << " under " << group
      << ". If the new figures are right, `npm run measured` writes them.";
}

double rounded_up(double x) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.1e", x);
  const double nearest = std::strtod(digits.data(), nullptr);
  if (nearest >= x) return nearest;
  const int two = (digits[0] - '0') * 10 + (digits[2] - '0');
  const int exponent = std::atoi(&digits[4]);
  std::snprintf(digits.data(), digits.size(), "%de%d", two + 1, exponent - 1);
  return std::strtod(digits.data(), nullptr);
}

}  // namespace fall_line::reference
