// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "run/diagnosis/case.hpp"
#include "run/diagnosis/finding.hpp"

namespace fall_line {

/// Something that goes wrong in a run, and how to tell it.
struct FaultEntry {
  std::string_view id;
  bool only_unexplained = false;  ///< Not asked if a more important fault was found.
  /// Empty unless the run has the fault. Depends on the run alone, and changes nothing of it.
  std::optional<Finding> (*find)(Case& run) = nullptr;
};

/// What the catalog tells people of it.
struct FaultDocs {
  std::string_view name;
  /// What is said of a finding. A word in braces is a measure, the `{cause}` of an end, the name of
  /// the remedy's `{setting}`, or its `{better}` value. A sentence is said if the finding has all
  /// that it quotes.
  std::span<const std::string_view> sentences;
  /// More sentences, for readers who ask.
  std::span<const std::string_view> details = {};
};

/// The most important first.
std::span<const FaultEntry* const> faults();
const FaultDocs& docs_of(const FaultEntry& entry);

}  // namespace fall_line
