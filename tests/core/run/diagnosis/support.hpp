// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "run/diagnosis/fault.hpp"
#include "support/runs.hpp"

namespace fall_line {

/// The faults of a run, by their ids.
inline std::vector<std::string> ids(const std::vector<Finding>& findings) {
  std::vector<std::string> all;
  for (const Finding& finding : findings) all.emplace_back(finding.fault);
  return all;
}

inline std::vector<Finding> diagnosis(const Settings& settings, std::uint64_t steps) {
  const auto run = make_run(settings);
  run->step(steps);
  return run->diagnose(true);
}

/// The finding of that fault. Fails the test if there is none.
inline Finding found(const std::vector<Finding>& findings, std::string_view fault) {
  for (const Finding& finding : findings)
    if (finding.fault == fault) return finding;
  ADD_FAILURE() << "no " << fault << " among " << testing::PrintToString(ids(findings));
  return {};
}

inline bool has(const std::vector<Finding>& findings, std::string_view fault) {
  for (const Finding& finding : findings)
    if (finding.fault == fault) return true;
  return false;
}

/// Whether a run has the fault no longer once its remedy is applied, over as many steps.
inline void expect_cured(const Settings& settings, const Finding& finding, std::uint64_t steps) {
  ASSERT_TRUE(finding.remedy) << finding.fault;
  const auto findings = diagnosis(with(settings, {*finding.remedy}), steps);
  EXPECT_FALSE(has(findings, finding.fault)) << finding.remedy->path << " does not help";
}

inline std::optional<double> measured(const Finding& finding, std::string_view name) {
  for (const Measure& measure : finding.measured)
    if (measure.name == name) return measure.value;
  return std::nullopt;
}

}  // namespace fall_line
