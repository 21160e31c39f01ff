// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "catalog/docs.hpp"
#include "catalog/guide.hpp"
#include "catalog/paper.hpp"
#include "catalog/row.hpp"
#include "catalog/state.hpp"

namespace fall_line {

/// How the learning rate changes over a race. A schedule multiplies the chosen rate by a factor
/// from 0 to 1, so the chosen rate is the highest.
class Schedule {
 public:
  virtual ~Schedule() = default;
  /// Empties the state.
  virtual void reset() = 0;
  /// The factor for update t, counted from 0.
  virtual double factor(std::uint64_t t) const = 0;
  /// Called at the end of each epoch with the mean loss of its mini-batches.
  virtual void hear(double loss) = 0;
  virtual void visit(StateVisitor& visitor) = 0;
};

struct ScheduleEntry {
  std::string_view id;
  bool listens = false;  ///< Its rates depend on the losses, so they are not known in advance.
  std::span<const Hyperparameter> hyperparameters = {};
  std::unique_ptr<Schedule> (*make)(const Values& values) = nullptr;
};

struct ScheduleDocs {
  std::string_view name, summary;
  Guide guide = {};
  std::string_view formula;  ///< TeX of the rate of update t, the symbols of the rows.
  Paper paper;
  std::string_view notes;  ///< Whose defaults, where implementations differ, which form is ours.
  std::string_view checked_against;
  /// A function in Python that returns the factor of update t, given t and all hyperparameters by
  /// their names. It may use math.
  std::string_view code = {};
  std::span<const Declaration> hyperparameters = {};
};

std::span<const ScheduleEntry* const> schedules();
const ScheduleDocs& docs_of(const ScheduleEntry& entry);

}  // namespace fall_line
