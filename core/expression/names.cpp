// SPDX-License-Identifier: MIT
#include "expression/names.hpp"

#include <algorithm>

#include "expression/tables.hpp"
#include "expression/texts.hpp"

namespace fall_line::expression {
namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// How many letters have to be changed, added, left out, or swapped with the next, whatever their
/// case.
std::size_t distance(std::string_view a, std::string_view b) {
  constexpr std::size_t longest = 16;
  if (a.size() > longest || b.size() > longest) return longest;
  std::size_t rows[3][longest + 1];
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t* row = rows[i % 3];
    const std::size_t *above = rows[(i - 1) % 3], *before = rows[(i + 1) % 3];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = small(a[i - 1]) == small(b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && small(a[i - 1]) == small(b[j - 2]) &&
          small(a[i - 2]) == small(b[j - 1]))
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return rows[a.size() % 3][b.size()];
}

/// "x*y" for "xy", if every letter is the name of a value.
std::string product(std::string_view name, std::span<const std::string_view> values) {
  std::string all;
  for (const char& c : name) {
    const std::string_view letter(&c, 1);
    if (std::find(values.begin(), values.end(), letter) == values.end()) return "";
    if (!all.empty()) all += '*';
    all += c;
  }
  return name.size() > 1 ? all : "";
}

}  // namespace

const Function* function_of(std::string_view name) {
  for (const Function& one : tables.functions)
    if (one.name == name) return &one;
  return nullptr;
}

bool is_word(std::string_view name) { return name == "and" || name == "or" || name == "not"; }

std::string hint(std::string_view unknown, std::span<const std::string_view> values) {
  if (const std::string all = product(unknown, values); !all.empty())
    return said(tables.meant, all);
  std::string known;
  std::string_view best;
  // One slip in a short name, two in a long one.
  std::size_t least = unknown.size() > 4 ? 3 : 2;
  const auto offer = [&](std::string_view name) {
    if (!known.empty()) known += ", ";
    known += name;
    if (unknown.size() < 2 && small(unknown[0]) != small(name[0])) return;
    if (name.size() < 2 && small(unknown[0]) != small(name[0])) return;
    if (const std::size_t d = distance(unknown, name); d < least) {
      least = d;
      best = name;
    }
  };
  for (const std::string_view value : values) offer(value);
  for (const Function& one : tables.functions) offer(one.name);
  return best.empty() ? with(tables.known, known) : said(tables.meant, best);
}

}  // namespace fall_line::expression
