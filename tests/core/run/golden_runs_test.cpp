// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "numeric/bit_hash.hpp"
#include "support/runs.hpp"

/// Hashes of whole runs. Every compiler, processor and engine must give the same bits. The tests of
/// the module read the same file.
namespace fall_line {
namespace {

constexpr std::string_view file =
#include "run/golden_runs.inc"
    ;

std::vector<std::string> parts_of(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + separator.size());
  }
}

SettingValue value_of(const std::string& json) {
  if (json == "true" || json == "false") return json == "true";
  if (json.front() == '"') return json.substr(1, json.size() - 2);
  if (json.front() != '[') return std::strtod(json.c_str(), nullptr);
  std::vector<double> list;
  if (json != "[]")
    for (const std::string& member : parts_of(json.substr(1, json.size() - 2), ", "))
      list.push_back(std::strtod(member.c_str(), nullptr));
  return list;
}

struct GoldenRun {
  std::string name, settings, float32, float64;
};

std::vector<GoldenRun> golden_runs() {
  std::vector<GoldenRun> runs;
  for (const std::string& line : parts_of(file, "\n")) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> columns = parts_of(line, " | ");
    EXPECT_EQ(columns.size(), 4u) << line;
    if (columns.size() == 4) runs.push_back({columns[0], columns[1], columns[2], columns[3]});
  }
  return runs;
}

Settings settings_of(const GoldenRun& golden) {
  Settings settings;
  for (const std::string& part : parts_of(golden.settings, "; ")) {
    const std::size_t equals = part.find('=');
    settings.push_back({part.substr(0, equals), value_of(part.substr(equals + 1))});
  }
  return settings;
}

std::string hash_of(const Run& run) {
  BitHash hash;
  for (const Record& record : run.curve()) {
    hash.add(record.train_loss);
    hash.add(record.test_loss);
  }
  for (const Real w : run.parameters()) hash.add(w);
  std::ostringstream hex;
  hex.fill('0');
  hex.width(16);
  hex << std::hex << hash.value();
  return hex.str();
}

TEST(GoldenRuns, GiveTheSameBitsEverywhere) {
  ASSERT_GE(golden_runs().size(), 30u);
  for (const GoldenRun& golden : golden_runs()) {
    SCOPED_TRACE(golden.name);
    const auto run = make_run(settings_of(golden));
    ASSERT_NE(run, nullptr);
    run->step(500);
    const std::string hash = hash_of(*run);
    EXPECT_EQ(hash, sizeof(Real) == 4 ? golden.float32 : golden.float64);
    RecordProperty(golden.name, hash);  // for the table of all builds
  }
}

/// Otherwise a change of a component could go unnoticed. Rules have their own reference tests.
TEST(GoldenRuns, UseEveryComponent) {
  const auto used = [](std::string_view id) {
    return file.find("\"" + std::string(id) + "\"") != std::string_view::npos;
  };
  for (const LossEntry* entry : losses())
    if (&default_loss(Task::classification) != entry) {
      EXPECT_TRUE(used(entry->id)) << entry->id;
    }
  for (const ActivationEntry* entry : activations())
    if (entry != activations()[0]) {
      EXPECT_TRUE(used(entry->id)) << entry->id;
    }
  for (const InitializerEntry* entry : initializers())
    if (entry != initializers()[0]) {
      EXPECT_TRUE(used(entry->id)) << entry->id;
    }
}

}  // namespace
}  // namespace fall_line
