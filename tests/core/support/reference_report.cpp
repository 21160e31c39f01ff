// SPDX-License-Identifier: MIT
#include "support/reference_report.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "catalog/text.hpp"

namespace fall_line::reference {
namespace {

class Report final : public testing::Environment {
 public:
  void TearDown() override {
    if (!lines.empty()) std::ofstream(FALL_LINE_REFERENCE_REPORT) << "{\n" << lines << "\n}\n";
  }
  std::string lines;
};

// GoogleTest deletes it, after the last test.
auto* const all = new Report;
[[maybe_unused]] const auto* const environment = testing::AddGlobalTestEnvironment(all);

}  // namespace

void report(std::string_view id, const std::string& found) {
  all->lines += (all->lines.empty() ? "" : ",\n") + quoted(id) + ": " + found;
}

}  // namespace fall_line::reference
