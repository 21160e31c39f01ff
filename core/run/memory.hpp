// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "run/instruments/instrument.hpp"
#include "run/memory_need.hpp"
#include "run/plan.hpp"
#include "run/settings.hpp"

namespace fall_line {

/// What a run alone may need, so that the engine never dies of a request.
inline constexpr double run_limit_bytes = 192.0 * 1024 * 1024;

/// What all living runs may need together. The module's memory ends at 256 MB: the rest is for what
/// crosses the border and for gaps between blocks.
inline constexpr double engine_limit_bytes = 224.0 * 1024 * 1024;

/// What a run of the plan takes.
MemoryNeed memory_need(const Plan& plan);

/// What watching takes in addition.
MemoryNeed memory_need(std::span<const InstrumentEntry* const> instruments,
                       const TrainingProblem& problem);

/// What is wrong with a need that passes the limit of one run.
std::optional<Problem> beyond_run_limit(std::string path, const MemoryNeed& need);

/// What the living runs of an engine need together.
class Budget {
 public:
  /// What is wrong with a need that does not fit beside them.
  std::optional<Problem> refusal(std::string path, const MemoryNeed& need) const;
  void add(const MemoryNeed& need) { living_.push_back(need); }
  /// Takes away a need that was added.
  void remove(const MemoryNeed& need);

 private:
  std::vector<MemoryNeed> living_;
};

}  // namespace fall_line
